package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.source.ConfiguredSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor says of tables on this machine; the way to a workspace is examined in the testkit, on the emulator. */
class DoctorCommandTest {
    @TempDir
    private Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void people() throws IOException {
        environment = Map.of("NO_COLOR", "1", "LEADGEN_HOME", folder.toString());
        Files.writeString(folder.resolve("people.csv"), "id,age,city,month\n1,30,Ankara,202601\n2,40,Izmir,202602\n");
    }

    private Run run(String config, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), config);
        ConfiguredSource source = new ConfiguredSource(environment, folder);
        String[] all = new String[words.length + 3];
        all[0] = "--config";
        all[1] = file.toString();
        all[2] = "doctor";
        System.arraycopy(words, 0, all, 3, words.length);
        return Run.of(source, environment, all);
    }

    private static final String HEALTHY = """
            warehouse: {embedded: {tables: {main.leads.people: people.csv}}}
            privacy:
              tables:
                main.leads.people:
                  unit: id
                  require: "age > 18"
                  partition: {column: month, required: true}
                  columns: {city: {values: [Ankara, Izmir]}}
            row_filters: {main.leads.people: "city = ${user.city}"}
            """;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void allIsWell(OutputFormat format) throws IOException {
        Run run = run(HEALTHY, "-o", format.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Golden.check("commands/doctor." + format + ".txt", run.out());
    }

    @Test
    void valuesAndBoundsThatAColumnCannotHoldAreFound() throws IOException {
        Run run = run("""
                warehouse: {embedded: {tables: {main.leads.people: people.csv}}}
                privacy:
                  tables:
                    main.leads.people:
                      unit: id
                      columns: {age: {values: [young, old]}, city: {bounds: [0, 9]}, month: {values: ["202601"]}}
                """);
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "FAILED main.leads.people declared values or bounds that the column cannot hold: age (bigint),"
                                + " city (string)")
                .contains("correct them in privacy.tables.main.leads.people.columns")
                .doesNotContain("month (");
    }

    @Test
    void whatIsDeclaredAndNotThereIsFound() throws IOException {
        Run run = run("""
                warehouse: {embedded: {tables: {main.leads.people: people.csv, main.leads.more: people.csv}}}
                scopes: {catalogs: {main: {schemas: [leads, sales]}}}
                privacy:
                  tables:
                    main.leads.people: {unit: id, require: "agee > 18"}
                    main.leads.more: {unit: uid, columns: {income: {bounds: [0, 1]}}}
                    main.leads.nothing: {unit: id}
                """);
        assertThat(run.exitCode()).isEqualTo(6);
        Golden.check("commands/doctor_troubles.table.txt", run.out());
    }

    @Test
    void aFileThatIsNotThereIsFound() throws IOException {
        Run run = run(
                "warehouse: {embedded: {tables: {main.leads.people: gone.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n",
                "-o",
                "json");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out())
                .contains("\"healthy\": false")
                .contains("main.leads.people", "gone.csv as CSV: it does not exist");
    }

    @Test
    void aLedgerAndAnAuditLogThatWereChangedAreFound() throws IOException {
        assertThat(run(HEALTHY).exitCode()).isZero();
        Files.writeString(folder.resolve("audit.jsonl"), "{\"seq\":1}\n");
        Files.writeString(folder.resolve("ledger.db"), "this is no database, whatever its name says".repeat(100));
        Run run = run(HEALTHY);
        assertThat(run.exitCode()).isEqualTo(6);
        for (String subject : List.of("FAILED ledger", "FAILED audit log")) {
            assertThat(run.out()).contains(subject);
        }
        assertThat(run.out()).contains("2 problems to fix");
    }

    @Test
    void rowsThatAreNotPeopleAreFound() throws IOException {
        Files.writeString(folder.resolve("visits.csv"), "id,age\n1,30\n1,31\n2,40\n,50\n");
        String declared = """
                warehouse: {embedded: {tables: {main.leads.visits: visits.csv}}}
                privacy: {tables: {main.leads.visits: {unit: id, rows_are_people: %s}}}
                """;
        Run wrong = run(declared.formatted("true"));
        assertThat(wrong.exitCode()).isEqualTo(6);
        assertThat(wrong.out())
                .contains("FAILED main.leads.visits")
                .contains("rows_are_people is declared, but 3 rows have 2");
        Run unknown = run(declared.formatted("false"));
        assertThat(unknown.exitCode()).isZero();
        assertThat(unknown.out()).contains("1 of 4 rows have no id,");
    }

    @Test
    void aWorkspaceThatNobodyKnowsEndsTheWay() throws IOException {
        Run run = run("""
                warehouse: {host: no-such-workspace.invalid, http_path: /sql/1.0/warehouses/abc}
                auth: {token: dapi-secret}
                scopes: {catalogs: {main: {schemas: [leads]}}}
                """);
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out())
                .contains("FAILED dns")
                .contains("in a corporate network")
                .doesNotContain("dapi-secret");
    }
}
