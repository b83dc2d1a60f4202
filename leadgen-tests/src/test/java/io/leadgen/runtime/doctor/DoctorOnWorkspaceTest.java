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
import io.leadgen.runtime.doctor.Finding.Verdict;
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

    private List<Finding> examine(String from, String to) throws IOException {
        String text = emulator.configYaml() + """
                scopes: {catalogs: {main: {schemas: [leads]}}}
                privacy: {tables: {main.leads.people: {unit: id, require: "age > 18"}}}
                """;
        assertThat(text).contains(from);
        Path file = Files.writeString(folder.resolve("config.yml"), text.replace(from, to));
        LeadgenConfig config = LeadgenConfig.load(file, Map.of("LEADGEN_HOME", folder.toString()));
        List<Finding> heard = new ArrayList<>();
        List<Finding> findings = Leadgen.examine(config, heard::add);
        assertThat(heard).isEqualTo(findings);
        assertThat(findings.toString())
                .doesNotContain(emulator.clientSecret())
                .doesNotContain(emulator.token())
                .doesNotContain("Exception");
        assertThat(emulator.journal().tripwires()).isEmpty();
        return findings;
    }

    private List<Finding> examine() throws IOException {
        return examine("scopes", "scopes");
    }

    private static String failure(List<Finding> findings) {
        List<Finding> failed = findings.stream()
                .filter(each -> each.verdict() == Verdict.FAILED)
                .toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).hint()).isNotBlank();
        return failed.get(0).subject() + ": " + failed.get(0).message();
    }

    @Test
    void allIsWell() throws IOException {
        assertThat(examine())
                .extracting(Finding::subject, Finding::verdict)
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
        assertThat(failure(examine(emulator.clientSecret(), "wrong")))
                .isEqualTo("login: the workspace refuses the client id or its secret");
    }

    @Test
    void aTokenIsTriedOnTheWarehouse() throws IOException {
        String yaml = emulator.configYaml();
        String auth = yaml.substring(yaml.indexOf("auth:"));
        assertThat(examine(auth, "auth: {token: " + emulator.token() + "}\n"))
                .noneMatch(finding -> finding.verdict() == Verdict.FAILED);
        assertThat(failure(examine(auth, "auth: {token: dapi-old}\n")))
                .isEqualTo("warehouse: the workspace refuses the token");
    }

    @Test
    void aWarehouseThatIsNotThereOrNotOurs() throws IOException {
        assertThat(failure(examine("warehouses/" + emulator.warehouseId(), "warehouses/ffff")))
                .isEqualTo("warehouse: the workspace has no such warehouse");
        emulator.faults().next(Endpoint.WAREHOUSE, Fault.forbidden());
        assertThat(failure(examine())).isEqualTo("warehouse: the service may not use this warehouse");
    }

    @Test
    void aCertificateThatNobodyTrusts() throws IOException {
        String yaml = emulator.configYaml();
        String store = yaml.substring(yaml.indexOf("  trust_store:"), yaml.indexOf("auth:"));
        assertThat(failure(examine(store, ""))).startsWith("tls: the certificate of ");
        assertThat(failure(examine("password: " + emulator.trustStorePassword(), "password: other")))
                .isEqualTo("tls: the trust store cannot be read");
    }

    @Test
    void aProxyThatLeadsNowhere() throws IOException {
        assertThat(failure(examine("host: " + emulator.host(), "host: other.example.com")))
                .startsWith("network: no connection to other.example.com");
    }

    @Test
    void aWorkspaceThatIsBusy() throws IOException {
        emulator.faults().next(Endpoint.WAREHOUSE, Fault.unavailable(Duration.ofSeconds(1)));
        assertThat(failure(examine())).isEqualTo("warehouse: the workspace answers with HTTP status 503");
    }
}
