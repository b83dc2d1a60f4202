package io.leadgen.tests.databricks;

import static io.leadgen.tests.databricks.RawClient.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The protocol beyond what the driver asks of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementApiTest {
    private static final String STATEMENTS = "/api/2.0/sql/statements/";

    private DatabricksEmulator emulator;
    private RawClient client;

    @BeforeAll
    void start() {
        emulator = DatabricksEmulator.builder(
                        H2Backend.of(TableData.of("main.leads.customers", Column.of("age", ColumnType.INT))
                                .row(1)
                                .row(2)
                                .row(3)))
                .rowsPerChunk(2)
                .start();
        client = new RawClient(emulator);
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void waitsForTheEndIfNotToldOtherwise() throws IOException {
        String answer = client.execute(Map.of("statement", "SELECT 1 AS one"));
        assertThat(member("state", answer)).isEqualTo("SUCCEEDED");
        assertThat(answer).contains("\"data_array\":[[\"1\"]]", "\"name\":\"one\",\"type_text\":\"INT\"");
    }

    @Test
    void returnsAtOnceIfToldSo() throws IOException {
        emulator.faults().next(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofHours(1)));
        String answer = client.execute(Map.of("statement", "SELECT 1", "wait_timeout", "0s"));
        assertThat(member("state", answer)).isIn("PENDING", "RUNNING");
        String id = member("statement_id", answer);
        assertThat(client.send("POST", STATEMENTS + id + "/cancel", "{}").statusCode())
                .isEqualTo(200);
        assertThat(member("state", client.send("GET", STATEMENTS + id, "").body()))
                .isEqualTo("CANCELED");
    }

    @Test
    void cancelsWhatIsNotDoneInTimeIfToldSo() throws IOException {
        emulator.faults().next(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofHours(1)));
        String answer =
                client.execute(Map.of("statement", "SELECT 1", "wait_timeout", "5s", "on_wait_timeout", "CANCEL"));
        assertThat(member("state", answer)).isEqualTo("CANCELED");
    }

    @Test
    void letsStatementsWaitForTheirWarehouse() throws IOException {
        emulator.faults().next(Endpoint.EXECUTE, Fault.warehouseStarting(Duration.ofHours(1)));
        String answer = client.execute(Map.of("statement", "SELECT 1", "wait_timeout", "0s"));
        String id = member("statement_id", answer);
        assertThat(member("state", client.send("GET", STATEMENTS + id, "").body()))
                .isEqualTo("PENDING");
        client.send("DELETE", STATEMENTS + id, "");
        assertThat(member("state", client.send("GET", STATEMENTS + id, "").body()))
                .isEqualTo("CLOSED");
    }

    @Test
    void keepsAResultUntilItIsClosed() throws IOException {
        String id = member("statement_id", client.execute(Map.of("statement", "SELECT 7 AS x")));
        for (int i = 0; i < 2; i++) {
            assertThat(client.send("GET", STATEMENTS + id, "").body()).contains("[[\"7\"]]");
        }
        assertThat(client.send("DELETE", STATEMENTS + id, "").statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", STATEMENTS + id, "").statusCode()).isEqualTo(200);
        assertThat(client.send("GET", STATEMENTS + id, "").body()).doesNotContain("data_array");
    }

    @Test
    void givesResultsInParts() throws IOException {
        String answer = client.execute(
                Map.of("statement", "SELECT age FROM main.leads.customers AS t0 ORDER BY age", "wait_timeout", "5s"));
        assertThat(answer)
                .contains("\"total_chunk_count\":2", "\"total_row_count\":3", "\"data_array\":[[\"1\"],[\"2\"]]");
        String next = member("next_chunk_internal_link", answer);
        assertThat(client.send("GET", next, "").body())
                .contains("\"row_offset\":2", "\"data_array\":[[\"3\"]]")
                .doesNotContain("next_chunk");
        String id = member("statement_id", answer);
        assertThat(client.send("GET", STATEMENTS + id + "/result/chunks/2", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatTheServiceRefuses() throws IOException {
        assertThat(client.execute(Map.of("statement", "SELECT 1", "wait_timeout", "3s")))
                .contains("INVALID_PARAMETER_VALUE");
        assertThat(client.execute(Map.of())).contains("INVALID_PARAMETER_VALUE");
        List<?> parameters = Collections.nCopies(257, Map.of("type", "INT", "value", "1"));
        assertThat(client.execute(Map.of("statement", "SELECT 1", "parameters", parameters)))
                .contains("INVALID_PARAMETER_VALUE");
        assertStatus(404, client.send("GET", STATEMENTS + "nothing", ""));
        assertStatus(404, client.send("GET", "/api/2.0/sql/warehouses/other", ""));
        assertStatus(404, client.send("GET", "/api/2.0/clusters/list", ""));
        assertStatus(400, client.send("POST", STATEMENTS, "no JSON"));
        String url = "https://" + emulator.host() + STATEMENTS + "nothing";
        assertStatus(401, client.send(url, "GET", "", ""));
        assertStatus(401, client.send(url, "GET", "", "Bearer guessed"));
    }

    private static void assertStatus(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains("error_code");
    }

    @Test
    void opensSessionsUnderTheOldPathToo() throws IOException {
        HttpResponse<String> opened =
                client.send("POST", "/api/2.0/sql/sessions/", "{\"warehouse_id\":\"" + emulator.warehouseId() + "\"}");
        assertThat(opened.statusCode()).isEqualTo(200);
        String session = "/api/2.0/sql/sessions/" + member("session_id", opened.body());
        assertThat(client.send("DELETE", session, "").statusCode()).isEqualTo(200);
        assertThat(client.send("DELETE", session, "").statusCode()).isEqualTo(404);
    }

    @Test
    void leadsNowhereElse() {
        assertThatThrownBy(() -> client.send("https://example.com/", "GET", "", ""))
                .isInstanceOf(IOException.class);
        assertThat(emulator.journal().refusedTargets()).containsExactly("example.com:443");
    }

    @Test
    void notesNeitherSecretsNorValues() throws IOException {
        client.execute(Map.of(
                "statement",
                "SELECT CAST(? AS STRING)",
                "parameters",
                List.of(Map.of("type", "STRING", "value", "Jane"))));
        assertThat(emulator.journal().requests().toString())
                .contains("SELECT CAST(? AS STRING) [STRING]")
                .doesNotContain("Jane", emulator.token(), emulator.clientSecret());
    }
}
