package io.leadgen.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.Warehouse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The arrows between the modules, and between the packages, over what was built. Within the core there is a test of its own. Empty sets of classes fail. */
@AnalyzeClasses(
        packages = "io.leadgen",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.PublishedModules.class})
class ArchitectureTest {

    /** Neither this module nor leadgen-tests is a product, wherever an IDE puts their classes. */
    static final class PublishedModules implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/leadgen-e2e/target/") && !location.contains("/leadgen-tests/target/");
        }
    }

    private static final DescribedPredicate<JavaClass> CORE = from("leadgen-core");
    private static final DescribedPredicate<JavaClass> RUNTIME = from("leadgen-runtime");
    private static final DescribedPredicate<JavaClass> CLI = from("leadgen-cli");
    private static final DescribedPredicate<JavaClass> MCP = from("leadgen-mcp");
    private static final DescribedPredicate<JavaClass> ATTACKS = from("leadgen-attacks");
    private static final DescribedPredicate<JavaClass> TESTKIT = from("leadgen-testkit");
    private static final DescribedPredicate<JavaClass> THE_ATTACK_COMMAND = DescribedPredicate.describe(
            "the attack command",
            type -> List.of(
                            "io.leadgen.cli.command.operate.AttackCommand",
                            "io.leadgen.cli.answer.operate.AttackAnswer")
                    .contains(outermost(type).getName()));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    /** By where the class comes from and not by its package: a module could put a class into another one's package. */
    private static DescribedPredicate<JavaClass> from(String... modules) {
        return DescribedPredicate.describe(
                "from " + String.join(" or ", modules),
                type -> Arrays.asList(modules).contains(moduleOf(type)));
    }

    private static String moduleOf(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .map(uri -> {
                    int from = uri.lastIndexOf("/leadgen-", endOfModule(uri)) + 1;
                    int to = uri.indexOf('/', from);
                    return uri.substring(from, to).replaceAll("-\\d.*", "");
                })
                .orElse("");
    }

    /** Where the name of the jar, or of the folder with classes, ends. */
    private static int endOfModule(String uri) {
        int jar = uri.indexOf(".jar!");
        return jar >= 0 ? jar : uri.indexOf("/target/classes");
    }

    @ArchTest
    static void everyModuleIsLookedAt(JavaClasses classes) {
        Map<String, Long> sizes =
                classes.stream().collect(Collectors.groupingBy(ArchitectureTest::moduleOf, Collectors.counting()));
        assertThat(sizes)
                .containsOnlyKeys(
                        "leadgen-core",
                        "leadgen-runtime",
                        "leadgen-attacks",
                        "leadgen-testkit",
                        "leadgen-cli",
                        "leadgen-mcp")
                .allSatisfy((module, size) -> assertThat(size).isGreaterThan(10));
    }

    @ArchTest
    static final ArchRule nothingPointsOutOfTheCore = noClasses()
            .that(are(CORE))
            .should()
            .dependOnClassesThat(
                    from("leadgen-runtime", "leadgen-cli", "leadgen-mcp", "leadgen-attacks", "leadgen-testkit"));

    @ArchTest
    static final ArchRule theRuntimePointsToTheCoreOnly = noClasses()
            .that(are(RUNTIME))
            .should()
            .dependOnClassesThat(from("leadgen-cli", "leadgen-mcp", "leadgen-attacks", "leadgen-testkit"));

    @ArchTest
    static final ArchRule theAttacksDependOnNeitherProgramsNorTestkit = noClasses()
            .that(are(ATTACKS))
            .should()
            .dependOnClassesThat(are(CLI).or(MCP).or(TESTKIT));

    @ArchTest
    static final ArchRule theTestkitDependsOnNoProgram =
            noClasses().that(are(TESTKIT)).should().dependOnClassesThat(are(CLI).or(MCP));

    @ArchTest
    static final ArchRule onlyTheDoctorAsksForExactNumbers = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.runtime.doctor..")
            .and()
            .areNotAssignableTo(Warehouse.class)
            .should()
            .callMethod(Warehouse.class, "unitFacts", TableName.class, ColumnName.class, Cancellation.class);

    @ArchTest
    static final ArchRule theProgramsDoNotKnowEachOther =
            noClasses().that(are(CLI)).should().dependOnClassesThat(MCP);

    @ArchTest
    static final ArchRule theServerDependsOnTheRuntimeOnly = noClasses()
            .that(are(MCP))
            .should()
            .dependOnClassesThat(are(CLI).or(ATTACKS).or(TESTKIT));

    /** Each package by itself, the one above others too. The modules' own circles are ruled out above. */
    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.leadgen.(**)").should().beFreeOfCycles();

    /** So that another version of the SDK is a change of one package. */
    @ArchTest
    static final ArchRule onlyOnePackageKnowsTheProtocolsSdk = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.mcp.sdk..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.modelcontextprotocol..", "reactor.."));

    @ArchTest
    static final ArchRule onlyTheAttackCommandDependsOnTheAttacks =
            noClasses().that(are(CLI)).and(not(THE_ATTACK_COMMAND)).should().dependOnClassesThat(ATTACKS);

    @ArchTest
    static final ArchRule theCommandLineDependsOnNoTestkit =
            noClasses().that(are(CLI)).should().dependOnClassesThat(TESTKIT);

    /** Test libraries are not shipped: an attack that needs one would end the command. */
    @ArchTest
    static final ArchRule theAttacksNeedNoTestLibrary = noClasses()
            .that(are(ATTACKS))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.assertj..", "org.h2.."));

    /** A package in two jars does not work on the module path, and a second jar could open what the first keeps to its package. */
    @ArchTest
    static void everyPackageIsInOneModule(JavaClasses classes) {
        Map<String, Set<String>> modules = classes.stream()
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(ArchitectureTest::moduleOf, Collectors.toSet())));
        assertThat(modules).allSatisfy((name, found) -> assertThat(found).hasSize(1));
    }

    @ArchTest
    static final ArchRule onlyPrivacyOpensAggregates = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.privacy")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a method of Aggregate but seal",
                    call -> call.getTargetOwner().isEquivalentTo(Aggregate.class)
                            && !call.getTarget().getName().equals("seal")));

    @ArchTest
    static final ArchRule onlyWarehousesAndTheLedgerTouchJdbc = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.leadgen.runtime.sql..",
                    "io.leadgen.runtime.warehouse..",
                    "io.leadgen.runtime.demo..",
                    "io.leadgen.runtime.ledger..",
                    "io.leadgen.fixture..",
                    "io.leadgen.attacks.world..",
                    "io.leadgen.testkit..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."));

    /** Whose classes take longer to load than many an answer. */
    @ArchTest
    static final ArchRule onlyChartsInFilesAreDrawnWithJava2d = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.cli.figure.file..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.imageio.."));

    @ArchTest
    static final ArchRule onlyProgramsHaveAnOutput = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.cli..")
            .and()
            .doNotHaveFullyQualifiedName("io.leadgen.mcp.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule onlyProgramsEndTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.cli..")
            .and()
            .doNotHaveFullyQualifiedName("io.leadgen.mcp.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);
}
