package io.leadgen.mcp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each library has one package that knows it, so that another one is a change to that package only. */
@AnalyzeClasses(packages = "io.leadgen.mcp", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
    @ArchTest
    static final ArchRule THE_SDK = only("io.leadgen.mcp.sdk", "io.modelcontextprotocol..", "reactor..");

    @ArchTest
    static final ArchRule THE_WEB_SERVER = only("io.leadgen.mcp.http", "org.eclipse.jetty..", "io.prometheus..");

    @ArchTest
    static final ArchRule TOKENS = only("io.leadgen.mcp.auth", "com.nimbusds..");

    private static ArchRule only(String knows, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(knows)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }
}
