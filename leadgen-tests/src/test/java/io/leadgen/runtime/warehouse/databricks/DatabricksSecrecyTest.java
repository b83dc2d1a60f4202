package io.leadgen.runtime.warehouse.databricks;

import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.LITERAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.tests.databricks.SqlFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Neither a secret nor a literal is anywhere but on the way to the warehouse: not in logs, though each logger writes all it can, nor
 * in errors with their causes, the audit log, the ledger, or on the process's streams.
 */
@Isolated("it listens to the logs and streams of the whole process")
class DatabricksSecrecyTest {
    @TempDir
    Path home;

    /** Safe for several threads. */
    private final StringWriter written = new StringWriter();

    @Test
    void keepsSecretsAndLiterals() throws Exception {
        EmulatedWorkspace workspace = new EmulatedWorkspace();
        DatabricksEmulator emulator = workspace.emulator();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler listener = listener();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream streams = new ByteArrayOutputStream();
        root.setLevel(Level.ALL);
        root.addHandler(listener);
        System.setOut(new PrintStream(streams, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(streams, true, StandardCharsets.UTF_8));
        try {
            ask(emulator, emulator.configYaml());
            ask(emulator, emulator.configYaml().replace(emulator.clientSecret(), "wr0ng-secret"));
            ask(emulator, byToken(emulator));
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(listener);
            root.setLevel(before);
        }
        written.append(streams.toString(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("config.yml"))
                    .toList()) {
                written.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        String all = written.toString();
        // It has listened. The text is long, so it is not shown.
        assertThat(Stream.of("CAST_INVALID_INPUT", "\"question\":\"count\"", "POST /oidc/v1/token")
                        .filter(expected -> !all.contains(expected)))
                .isEmpty();
        assertThat(Stream.of(
                                LITERAL,
                                "Elm Street",
                                emulator.clientSecret(),
                                emulator.token(),
                                "wr0ng-secret",
                                "Bearer ",
                                "Basic ")
                        .filter(all::contains))
                .isEmpty();
        assertThat(emulator.journal().tripwires()).isEmpty();
        assertThat(emulator.journal().refusedTargets()).isEmpty();
        assertThat(Path.of("databricks_jdbc.log.0")).doesNotExist();
        workspace.close();
    }

    private static String byToken(DatabricksEmulator emulator) {
        String yaml = emulator.configYaml();
        return yaml.substring(0, yaml.indexOf("auth:")) + "auth:\n  token: " + emulator.token() + "\n";
    }

    private void ask(DatabricksEmulator emulator, String yaml) throws IOException {
        Path config = Files.writeString(home.resolve("config.yml"), yaml + """
                scopes: {catalogs: {main: {schemas: [leads]}}}
                observability: {log_level: trace}
                privacy: {classes: {untrusted: {principal_budget: 100, table_budget: 100, lifetime_budget: 100}}}
                """);
        LeadgenConfig read = LeadgenConfig.load(config, Map.of("LEADGEN_HOME", home.toString()));
        try (Leadgen leadgen = Leadgen.open(read)) {
            count(leadgen, "a first question");
            for (Fault fault : List.of(
                    Fault.none(),
                    Fault.failedStatement(
                            SqlFailure.of("CAST_INVALID_INPUT", "22018", "The value '" + LITERAL + "' cannot be cast")),
                    Fault.failedStatement(SqlFailure.tableNotFound()),
                    Fault.internalError(),
                    Fault.forbidden(),
                    Fault.reset(),
                    Fault.truncated(),
                    Fault.revokedTokens())) {
                emulator.faults().next(Endpoint.EXECUTE, fault);
                count(leadgen, fault.toString());
            }
        }
    }

    private void count(Leadgen leadgen, String other) {
        try {
            written.append(String.valueOf(leadgen.audience()
                    .approxCount(
                            EmulatedWorkspace.PEOPLE,
                            "name = '" + LITERAL + "' OR name = '" + other.replace("'", "") + "'",
                            Principal.of("me"))
                    .interval()));
        } catch (LeadgenException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            written.append(trace.toString()).append(e.hint());
        }
    }

    private Handler listener() {
        SimpleFormatter formatter = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                written.append(formatter.format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
