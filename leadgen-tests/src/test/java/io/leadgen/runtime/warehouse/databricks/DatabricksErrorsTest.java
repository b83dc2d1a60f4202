package io.leadgen.runtime.warehouse.databricks;

import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.ask;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.named;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.olderThan;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.tests.databricks.SqlFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages for people, in errors.golden. Update it with {@code -Dleadgen.golden.update=true} and read the difference. */
class DatabricksErrorsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final EmulatedWorkspace workspace = new EmulatedWorkspace();
    private final StringBuilder messages = new StringBuilder();

    @TempDir
    Path folder;

    @Test
    void saysWhatHappenedAndWhatToDo() throws Exception {
        try (workspace) {
            statements();
            requests();
            sessions();
            configurations();
        }
        if (Boolean.getBoolean("leadgen.golden.update")) {
            Files.writeString(
                    Path.of("src/test/resources/io/leadgen/runtime/warehouse/databricks/errors.golden"), messages);
            return;
        }
        try (InputStream golden = DatabricksErrorsTest.class.getResourceAsStream("errors.golden")) {
            assertThat(messages.toString()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void statements() {
        for (SqlFailure failure : new SqlFailure[] {
            SqlFailure.tableNotFound(),
            SqlFailure.tableNotFound().withoutField(),
            SqlFailure.of("SCHEMA_NOT_FOUND", "42704", "The schema cannot be found."),
            SqlFailure.of("UNRESOLVED_COLUMN.WITH_SUGGESTION", "42703", "Did you mean `secret`?")
                    .withoutField(),
            SqlFailure.insufficientPermissions(),
            SqlFailure.insufficientPermissions().withoutField(),
            SqlFailure.of("DIVIDE_BY_ZERO", "22012", "Division by zero."),
            SqlFailure.of(
                            "CAST_INVALID_INPUT",
                            "22018",
                            "The value '" + EmulatedWorkspace.LITERAL + "' cannot be cast.")
                    .withoutField(),
            SqlFailure.of("QUERY_EXECUTION_TIMEOUT_EXCEEDED", "57KD0", "Too long.")
        }) {
            request("a statement fails as " + failure.errorClass(), Fault.failedStatement(failure));
        }
    }

    private void requests() {
        request("no right to use the warehouse", Fault.forbidden());
        request("something wrong inside", Fault.internalError());
        request("too many requests, each time", Fault.tooManyRequests(Duration.ZERO));
        request("not available, each time", Fault.unavailable(Duration.ZERO));
        request("a connection that breaks each time", Fault.reset());
    }

    /** In a session that has answered already. */
    private void request(String what, Fault fault) {
        messages.append("# ").append(what).append('\n');
        try (DatabricksWarehouse warehouse = workspace.bare()) {
            assertThat(ask(warehouse, olderThan(40))).isEqualTo(10);
            workspace.emulator().faults().always(Endpoint.EXECUTE, fault);
            tell(warehouse);
            workspace.emulator().faults().clear();
        }
    }

    private void sessions() {
        workspace.emulator().faults().next(Endpoint.OPEN_SESSION, Fault.forbidden());
        tell("no right to open a session", workspace.config(), workspace.oauth());
        tell("a wrong secret", workspace.config(), workspace.oauth("wr0ng"));
        tell("a wrong token", workspace.config(), new AuthConfig.Token(new Secret("wr0ng")));
        Databricks config = workspace.config();
        tell(
                "another warehouse",
                new Databricks(config.host(), "/sql/1.0/warehouses/fedcba", null, config.proxy(), config.trustStore()),
                workspace.oauth());
    }

    private void configurations() throws Exception {
        Databricks config = workspace.config();
        tell(
                "a host that the proxy does not know",
                with(config, "other.example.com", config.proxy(), config.trustStore()));
        tell(
                "a proxy that is not there",
                with(config, config.host(), new Proxy("127.0.0.1", freePort()), config.trustStore()));
        Path none = folder.resolve("none.p12");
        tell("a trust store that is not there", with(config, store(none, "changeit")));
        Path text = Files.writeString(folder.resolve("text.p12"), "no certificates");
        tell("a trust store that is none", with(config, store(text, "changeit")));
        tell(
                "a wrong password of the trust store",
                with(config, store(workspace.emulator().trustStore(), "wr0ng")));
        Path empty = folder.resolve("empty.p12");
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        try (OutputStream file = Files.newOutputStream(empty)) {
            certificates.store(file, "changeit".toCharArray());
        }
        tell("a trust store without certificates", with(config, store(empty, "changeit")));
        tell("no trust store", with(config, config.host(), config.proxy(), null));
        tell(
                "another token service",
                config,
                new AuthConfig.OAuth(
                        "me", new Secret("s"), URI.create("https://accounts.example.com/oidc/accounts/a/v1/token")));
    }

    private static TrustStore store(Path path, String password) {
        return new TrustStore(path, new Secret(password), StoreType.PKCS12);
    }

    private static Databricks with(Databricks config, TrustStore store) {
        return with(config, config.host(), config.proxy(), store);
    }

    private static Databricks with(Databricks config, String host, Proxy proxy, TrustStore store) {
        return new Databricks(host, config.httpPath(), null, proxy, store);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void tell(String what, Databricks config) {
        tell(what, config, workspace.oauth());
    }

    private void tell(String what, Databricks config, AuthConfig auth) {
        messages.append("# ").append(what).append('\n');
        try (DatabricksWarehouse warehouse = DatabricksWarehouse.of(config, auth, new QueryLimits(1, LONG, LONG))) {
            tell(warehouse);
        }
    }

    private void tell(DatabricksWarehouse warehouse) {
        try {
            messages.append(ask(warehouse, named())).append(" answered\n\n");
        } catch (LeadgenException e) {
            String message = String.valueOf(e.getMessage())
                    .replace(folder.toString(), "FOLDER")
                    .replace(workspace.emulator().trustStore().toString(), "TRUST_STORE");
            messages.append(e.code())
                    .append(": ")
                    .append(message)
                    .append("\nhint: ")
                    .append(e.hint());
            messages.append("\ncause: ")
                    .append(e.getCause() == null ? "none" : e.getCause().getMessage())
                    .append("\n\n");
        }
    }
}
