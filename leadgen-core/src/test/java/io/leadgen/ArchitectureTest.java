package io.leadgen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.leadgen.privacy.Aggregate;

/** The core touches nothing outside of itself, and its packages form no circle. Empty sets of classes fail. */
@AnalyzeClasses(packages = "io.leadgen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noInputOrOutput = noClasses()
            .that()
            .resideInAPackage("io.leadgen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "javax..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noAmbientState = noClasses()
            .that()
            .resideInAPackage("io.leadgen..")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callConstructor(java.security.SecureRandom.class)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule onlyTheParserKnowsJSqlParser = noClasses()
            .that()
            .resideOutsideOfPackage("io.leadgen.predicate.language..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.sf.jsqlparser..")
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingPointsBack =
            slices().matching("io.leadgen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyReleasesOpenAggregates = classes()
            .that()
            .belongToAnyOf(Aggregate.class)
            .should()
            .onlyHaveDependentClassesThat(
                    resideInAnyPackage("io.leadgen.privacy", "io.leadgen.warehouse", "io.leadgen.audience"))
            .allowEmptyShould(false);
}
