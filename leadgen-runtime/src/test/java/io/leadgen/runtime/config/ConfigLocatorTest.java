package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLocatorTest {
    @TempDir
    private Path folder;

    private Path work;
    private Path home;
    private Map<String, String> environment;

    @BeforeEach
    void folders() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        home = Files.createDirectory(folder.resolve("home"));
        environment = Map.of("LEADGEN_HOME", home.toString());
    }

    @Test
    void takesTheFirstOfFourPlaces() throws IOException {
        Path inHome = Files.createFile(home.resolve("config.yml"));
        assertThat(ConfigLocator.locate(null, environment, work)).isEqualTo(inHome);

        Path here = Files.createFile(work.resolve("config.yml"));
        assertThat(ConfigLocator.locate(null, environment, work)).isEqualTo(here);

        Path variable = Files.createFile(folder.resolve("variable.yml"));
        Map<String, String> more = Map.of("LEADGEN_HOME", home.toString(), "LEADGEN_CONFIG", variable.toString());
        assertThat(ConfigLocator.locate(null, more, work)).isEqualTo(variable);

        Path option = Files.createFile(folder.resolve("option.yml"));
        assertThat(ConfigLocator.locate(option, more, work)).isEqualTo(option);
    }

    @Test
    void neverReplacesANamedFile() throws IOException {
        Files.createFile(work.resolve("config.yml"));
        Path absent = folder.resolve("absent.yml");

        assertThatThrownBy(() -> ConfigLocator.locate(absent, environment, work))
                .hasMessage(absent + ": there is no such file (named by --config)");
        assertThatThrownBy(() -> ConfigLocator.locate(null, Map.of("LEADGEN_CONFIG", absent.toString()), work))
                .hasMessage(absent + ": there is no such file (named by $LEADGEN_CONFIG)");
    }

    @Test
    void showsBothWaysToStart() {
        assertThatThrownBy(() -> ConfigLocator.locate(null, environment, work))
                .isInstanceOfSatisfying(LeadgenException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
                    assertThat(error).hasMessage("""
                            There is no configuration: --config and $LEADGEN_CONFIG name no file, and neither \
                            ./config.yml nor %s exists. There are two ways to start:

                            1. Try the built-in demo data:

                                 leadgen --demo count main.leads.customer_360 --where "age > 25"

                            2. Write a config.yml. For files on this machine:

                                 warehouse:
                                   embedded:
                                     tables:
                                       main.leads.customers: customers.parquet

                               or for Databricks:

                                 warehouse:
                                   host: ${DATABRICKS_HOST}
                                   http_path: ${DATABRICKS_HTTP_PATH}
                                 auth:
                                   token: ${DATABRICKS_TOKEN}
                                 scopes:
                                   catalogs:
                                     main:
                                       schemas:
                                         - leads""".formatted(home.resolve("config.yml")));
                });
    }

    @Test
    void findsNoneWhereThereIsNone() throws IOException {
        assertThat(ConfigLocator.find(null, environment, work)).isEmpty();
        assertThat(ConfigLocator.isNamed(environment)).isFalse();
        assertThat(ConfigLocator.isNamed(Map.of("LEADGEN_CONFIG", "x.yml"))).isTrue();
        Path here = Files.createFile(work.resolve("config.yml"));
        assertThat(ConfigLocator.find(null, environment, work)).contains(here);
    }

    @Test
    void defaultsEqualThoseOfAnAlmostEmptyFile() throws IOException {
        Path file = Files.writeString(work.resolve("config.yml"), ConfigLocator.EMBEDDED);
        LeadgenConfig read = LeadgenConfig.load(file, environment);
        LeadgenConfig defaults = LeadgenConfig.defaults(LeadgenHome.of(environment));
        TableName table = TableName.parse("main.leads.customers");
        PrivacyUnit unit = new PrivacyUnit.Row(null);
        assertThat(defaults.serving(table, work, unit)).isEqualTo(read.serving(table, work, unit));
    }

    @Test
    void aBrokenConfigurationServesFilesUnlessItCannot() throws IOException {
        Path file = work.resolve("config.yml");
        Files.writeString(file, "warehouse:\n  host: ${NOT_SET}\n  # embedded: {tables: {}}\n");
        assertThat(LeadgenConfig.mayServeFiles(file)).isFalse();
        Files.writeString(file, "warehouse: {embedded: {tables: {}}, hots: x}\n");
        assertThat(LeadgenConfig.mayServeFiles(file)).isTrue();
    }

    @Test
    void homeIsTheVariableOrElseInTheUsersHome() {
        Path usual = Path.of(System.getProperty("user.home"), ".leadgen").toAbsolutePath();
        assertThat(LeadgenHome.of(Map.of()).path()).isEqualTo(usual);
        assertThat(LeadgenHome.of(Map.of("LEADGEN_HOME", " ")).path()).isEqualTo(usual);
        assertThat(LeadgenHome.of(Map.of("LEADGEN_HOME", "state")).path()).isAbsolute();
        assertThat(LeadgenHome.of(Map.of()).within(Map.of("A", "b")))
                .isEqualTo(Map.of("A", "b", "LEADGEN_HOME", usual.toString()));
    }
}
