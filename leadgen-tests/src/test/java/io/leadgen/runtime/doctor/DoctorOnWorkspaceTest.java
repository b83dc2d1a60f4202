package io.leadgen.runtime.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.doctor.CheckResult.Status;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.tests.databricks.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a workspace, and what can go wrong on it. */
class DoctorOnWorkspaceTest {
    private static final List<Column> COLUMNS = List.of(
            new Column(new ColumnName("id"), ColumnType.STRING, false, null, null),
            new Column(new ColumnName("age"), ColumnType.INT, true, null, null));

    @TempDir
    private Path folder;

    private DatabricksEmulator emulator;

    @BeforeEach
    void start() {
        TableSchema people = new TableSchema(TableName.parse("main.leads.people"), COLUMNS, null);
        emulator = DatabricksEmulator.builder(H2Backend.of(new TableData(people, List.of()).row("a", 30)))
                .warehouseStart(Duration.ofMillis(1))
                .start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private List<CheckResult> diagnose(String from, String to) throws IOException {
        return diagnose(from, to, false);
    }

    private List<CheckResult> diagnose(String from, String to, boolean exact) throws IOException {
        String text = emulator.configYaml() + """
                scopes: {catalogs: {main: {schemas: [leads]}}}
                privacy: {tables: {main.leads.people: {unit: id, require: "age > 18"}}}
                """;
        assertThat(text).contains(from);
        Path file = Files.writeString(folder.resolve("config.yml"), text.replace(from, to));
        LeadgenConfig config = LeadgenConfig.load(file, Map.of("LEADGEN_HOME", folder.toString()));
        List<CheckResult> heard = new ArrayList<>();
        List<CheckResult> results = Leadgen.diagnose(config, exact, heard::add);
        assertThat(heard).isEqualTo(results);
        assertThat(results.toString())
                .doesNotContain(emulator.clientSecret())
                .doesNotContain(emulator.token())
                .doesNotContain("Exception");
        assertThat(emulator.journal().tripwires()).isEmpty();
        return results;
    }

    private List<CheckResult> diagnose() throws IOException {
        return diagnose("scopes", "scopes");
    }

    private static String failure(List<CheckResult> results) {
        List<CheckResult> failed =
                results.stream().filter(each -> each.status() == Status.FAILED).toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).hint()).isNotBlank();
        return failed.get(0).subject() + ": " + failed.get(0).message();
    }

    @Test
    void exactChecksSayWhetherRowsArePeople() throws IOException {
        TableName table = TableName.parse("main.leads.people");
        List<Column> columns = List.of(Column.of("id", ColumnType.STRING), Column.of("age", ColumnType.INT));
        emulator.close();
        emulator = DatabricksEmulator.builder(
                        H2Backend.of(new TableData(new TableSchema(table, columns, null), List.of())
                                .row("a", 30)
                                .row("a", 31)
                                .row("b", 32)
                                .row(null, 33)))
                .warehouseStart(Duration.ofMillis(1))
                .start();
        String declared = "unit: id, require";
        assertThat(table(diagnose(declared, declared, false)).status()).isEqualTo(Status.OK);
        CheckResult unknown = table(diagnose(declared, declared, true));
        assertThat(unknown.status()).isEqualTo(Status.WARNING);
        assertThat(unknown.message()).startsWith("1 of 4 rows have no id");
        CheckResult wrong = table(diagnose(declared, "unit: id, rows_are_people: true, require", true));
        assertThat(wrong.status()).isEqualTo(Status.FAILED);
        assertThat(wrong.message()).startsWith("rows_are_people is declared, but 3 rows have 2 different values of id");
    }

    private static CheckResult table(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.subject().equals("main.leads.people"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allIsWell() throws IOException {
        assertThat(diagnose())
                .extracting(CheckResult::subject, CheckResult::status)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"configuration\", OK)",
                        "(\"dns\", OK)",
                        "(\"tls\", OK)",
                        "(\"clock\", OK)",
                        "(\"login\", OK)",
                        "(\"warehouse\", OK)",
                        "(\"main.leads\", OK)",
                        "(\"main.leads.people\", OK)",
                        "(\"ledger\", OK)",
                        "(\"audit log\", OK)");
        assertThat(emulator.journal().openSessions()).isZero();
    }

    @Test
    void aWrongSecretIsSaidToBeOne() throws IOException {
        assertThat(failure(diagnose(emulator.clientSecret(), "wrong")))
                .isEqualTo("login: the workspace rejected the client id or its secret");
    }

    @Test
    void aTokenIsTriedOnTheWarehouse() throws IOException {
        String yaml = emulator.configYaml();
        String auth = yaml.substring(yaml.indexOf("auth:"));
        assertThat(diagnose(auth, "auth: {token: " + emulator.token() + "}\n"))
                .noneMatch(result -> result.status() == Status.FAILED);
        assertThat(failure(diagnose(auth, "auth: {token: dapi-old}\n")))
                .isEqualTo("warehouse: the workspace rejected the token");
    }

    @Test
    void aWarehouseThatIsNotThereOrNotOurs() throws IOException {
        assertThat(failure(diagnose("warehouses/" + emulator.warehouseId(), "warehouses/ffff")))
                .isEqualTo("warehouse: the workspace has no such warehouse");
        emulator.faults().next(Endpoint.WAREHOUSE, Fault.forbidden());
        assertThat(failure(diagnose())).isEqualTo("warehouse: leadgen does not have permission to use this warehouse");
    }

    @Test
    void aCertificateThatNobodyTrusts() throws IOException {
        String yaml = emulator.configYaml();
        String store = yaml.substring(yaml.indexOf("  trust_store:"), yaml.indexOf("auth:"));
        assertThat(failure(diagnose(store, ""))).startsWith("tls: the certificate of ");
        assertThat(failure(diagnose("password: " + emulator.trustStorePassword(), "password: other")))
                .isEqualTo("tls: cannot read the trust store");
    }

    @Test
    void aProxyThatLeadsNowhere() throws IOException {
        assertThat(failure(diagnose("host: " + emulator.host(), "host: other.example.com")))
                .startsWith("network: cannot connect to other.example.com");
    }

    @Test
    void aWorkspaceThatIsBusy() throws IOException {
        emulator.faults().next(Endpoint.WAREHOUSE, Fault.unavailable(Duration.ofSeconds(1)));
        assertThat(failure(diagnose())).isEqualTo("warehouse: the workspace returned HTTP status 503");
    }
}
