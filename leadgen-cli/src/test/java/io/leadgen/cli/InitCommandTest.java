package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first configuration, from options and from answers. What is written is read back by the product. */
class InitCommandTest {
    private static final Map<String, String> NO_COLOUR = Map.of("NO_COLOR", "1");
    private static final ServiceSource NONE = (config, demo, progress) -> {
        throw new AssertionError("without a configuration nothing can be opened");
    };

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("config.yml");
    }

    private Run run(String typed, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "init";
        all[1] = "-f";
        all[2] = file.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return Run.typed(NONE, NO_COLOUR, typed, all);
    }

    private LeadgenConfig written(Map<String, String> environment) {
        return LeadgenConfig.load(file, environment);
    }

    @Test
    void programsAreToldWhatToSet() {
        Run run = run(
                "",
                "--host=adb-1.azuredatabricks.net",
                "--http-path=/sql/1.0/warehouses/abc",
                "--scope=main.leads",
                "-o",
                "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Golden.check("commands/init.json.txt", run.out().replace(file.toString(), "FILE"));
    }

    @Test
    void optionsMakeAConfigurationForAWorkspace() throws IOException {
        Run run = run(
                "",
                "--host",
                "https://adb-1.azuredatabricks.net/",
                "--http-path",
                "/sql/1.0/warehouses/abc",
                "--scope",
                "main.leads",
                "--scope",
                "main.`Sales 2026`",
                "--unit",
                "main.leads.customers=customer_id");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Golden.check("commands/init.table.txt", run.out().replace(file.toString(), "FILE"));
        Golden.check("commands/init_config.yml.txt", Files.readString(file));

        LeadgenConfig config = written(Map.of("DATABRICKS_CLIENT_ID", "id", "DATABRICKS_CLIENT_SECRET", "top secret"));
        WarehouseConfig.Databricks databricks = (WarehouseConfig.Databricks) config.warehouse();
        assertThat(databricks.host()).isEqualTo("adb-1.azuredatabricks.net");
        assertThat(config.auth())
                .isInstanceOfSatisfying(
                        AuthConfig.OAuth.class,
                        oauth -> assertThat(oauth.tokenUrl())
                                .hasToString("https://adb-1.azuredatabricks.net/oidc/v1/token"));
        assertThat(config.scopes().schemasByCatalog()).isEqualTo(Map.of("main", Set.of("leads", "sales 2026")));
        assertThat(config.privacy()
                        .table(TableName.parse("main.leads.customers"))
                        .unit())
                .isEqualTo(new PrivacyUnit.Key(new ColumnName("customer_id")));
    }

    @Test
    void answersMakeOneToo() {
        Run run =
                run("databricks\nadb-1.azuredatabricks.net\n/sql/1.0/warehouses/abc\ntoken\nmain.leads, main.poc\n\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Location of the tables").contains("[databricks]");
        LeadgenConfig config = written(Map.of("DATABRICKS_TOKEN", "secret"));
        assertThat(config.auth()).isInstanceOf(AuthConfig.Token.class);
        assertThat(config.scopes().schemas("main")).containsExactlyInAnyOrder("leads", "poc");
    }

    @Test
    void filesAreAskedForAsWell() {
        Run run = run("files\npeople: 1.csv\n\n\nid\n");
        assertThat(run.exitCode()).isZero();
        LeadgenConfig config = written(Map.of());
        TableName people = TableName.parse("main.leads.people");
        assertThat(((WarehouseConfig.Embedded) config.warehouse()).tables().get(people))
                .isEqualTo(folder.resolve("people: 1.csv"));
        assertThat(config.privacy().table(people).unit().label()).isEqualTo("id");
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        Files.writeString(file, "mine");
        Run run = run("", "--table", "main.leads.people=people.csv");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("already\\s+exists").contains("--force");
        assertThat(file).hasContent("mine");
        assertThat(run("", "--table", "main.leads.people=people.csv", "--force").exitCode())
                .isZero();
    }

    @Test
    void whatMakesNoConfigurationIsNotWritten() {
        for (List<String> words : List.of(
                List.of("--host", "adb", "--http-path", "no path", "--scope", "main.leads"),
                List.of("--host", "adb"),
                List.of("--host", "adb", "--table", "main.leads.people=people.csv"),
                List.of("--host", "adb", "--auth", "kerberos"),
                List.of("--table", "main.leads.people"),
                List.of("--table", "people=people.csv"))) {
            Run run = run("", words.toArray(String[]::new));
            assertThat(run.exitCode()).as("%s: %s", words, run.err()).isIn(2, 8);
            assertThat(run.out()).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void valuesThatManyShareAreProposed() throws IOException {
        StringBuilder rows = new StringBuilder("id,plan,name,rare\n");
        for (int i = 0; i < 5_000; i++) {
            rows.append(i)
                    .append(i % 3 == 0 ? ",basic" : ",5 plus")
                    .append(",n")
                    .append(i);
            rows.append(i == 77 ? ",only me\n" : ",all\n");
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        assertThat(run(
                                "",
                                "--table",
                                "main.leads.people=" + folder.resolve("people.csv"),
                                "--unit",
                                "main.leads.people=id")
                        .exitCode())
                .isZero();
        assertThat(file)
                .content()
                .contains(
                        "#   main.leads.people:",
                        "#       plan: {values: [\"5 plus\", basic]}",
                        "#       rare: {values: [all]}")
                .doesNotContain("only me", "n4711", "name: {");
        written(Map.of());
    }

    @Test
    void theEndOfTheInputEndsTheDialogue() {
        Run run = run("databricks\nadb-1\n");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.err()).contains("nothing was done");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsHereIsFoundFromTheConfigurationsFolderToo() {
        assertThat(run("", "--table", "main.leads.people=pom.xml").exitCode()).isZero();
        assertThat(((WarehouseConfig.Embedded) written(Map.of()).warehouse())
                        .tables()
                        .get(TableName.parse("main.leads.people")))
                .isEqualTo(Path.of("pom.xml").toAbsolutePath());
    }
}
