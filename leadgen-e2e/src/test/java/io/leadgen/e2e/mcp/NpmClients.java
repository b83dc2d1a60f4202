package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Clients that others have written, and the Node that they need, as npm puts them below {@code target}: once for all tests. */
final class NpmClients {
    private static final String MISSING =
            "leadgen-mcp is NOT tested with real clients: npm is needed, and its registry";
    private static final int MINUTES_TO_INSTALL = 10;
    private static final int MINUTES_TO_RUN = 5;
    private static final Path FOLDER = Checkout.ROOT.resolve("leadgen-e2e/target/npm");
    private static final Path MODULES = FOLDER.resolve("node_modules");
    private static final List<String> LISTS = List.of("package.json", "package-lock.json");
    private static final List<String> SCRIPTS = List.of("session.mjs", "stateless.mjs", "workflow.mjs", "server.mjs");

    private static final class Installed {
        static final String PROBLEM = install();
    }

    /** What a program has said. */
    record Run(int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "exit code " + exitCode + "\n" + out + "\n" + err;
        }
    }

    private NpmClients() {}

    /**
     * The clients. Skips the calling test, and says so, where they cannot be had; on a build server it fails, so that nobody takes
     * a test that never runs for one that passes.
     */
    static NpmClients installed() {
        if (!Installed.PROBLEM.isEmpty()) {
            String problem = MISSING + " (" + Installed.PROBLEM + ")";
            assertThat(System.getenv("CI")).as(problem).isNotEqualTo("true");
            assumeTrue(false, problem);
        }
        return new NpmClients();
    }

    private static String install() {
        String problem;
        try {
            problem = installOnce();
        } catch (IOException e) {
            problem = "npm cannot be started";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "interrupted";
        }
        if (!problem.isEmpty()) {
            System.err.println(MISSING + " (" + problem + ")");
        }
        return problem;
    }

    private static String installOnce() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path installed = FOLDER.resolve("installed");
        String wanted = text("package-lock.json");
        if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
            Files.deleteIfExists(installed);
            for (String list : LISTS) {
                copy(list);
            }
            Path said = FOLDER.resolve("npm.log");
            Process npm = new ProcessBuilder(
                            "npm",
                            "ci",
                            "--no-audit",
                            "--no-fund",
                            "--no-update-notifier",
                            "--prefer-offline",
                            "--omit=optional")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            npm.getOutputStream().close();
            if (!npm.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES)) {
                npm.descendants().forEach(ProcessHandle::destroyForcibly);
                npm.destroyForcibly();
                return "npm ci has not ended within " + MINUTES_TO_INSTALL + " minutes";
            }
            if (npm.exitValue() != 0) {
                return "npm ci has failed, see " + said;
            }
            Files.writeString(installed, wanted);
        }
        for (String script : SCRIPTS) {
            copy(script);
        }
        return "";
    }

    private static InputStream resource(String name) {
        InputStream resource = NpmClients.class.getResourceAsStream("npm/" + name);
        if (resource == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return resource;
    }

    private static String text(String name) throws IOException {
        try (InputStream resource = resource(name)) {
            return new String(resource.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static void copy(String name) throws IOException {
        try (InputStream resource = resource(name)) {
            Files.copy(resource, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** One of our scripts, which end with 0 if all that they expect is so. */
    Run script(String name, Map<String, String> environment) {
        return node(environment, FOLDER.resolve(name).toString());
    }

    /**
     * The inspector at the command line.
     *
     * @param home where it keeps what it knows
     */
    Run inspector(Path home, String... words) {
        List<String> line = new ArrayList<>(List.of(
                MODULES.resolve("@modelcontextprotocol/inspector/clients/launcher/build/index.js")
                        .toString(),
                "--cli"));
        line.addAll(List.of(words));
        return node(
                Map.of("HOME", home.toString(), "MCP_INSPECTOR_SECRET_STORE", "memory"), line.toArray(String[]::new));
    }

    /** The tool that packs and checks .mcpb bundles. */
    Run mcpb(String... words) {
        List<String> line = new ArrayList<>(
                List.of(MODULES.resolve("@anthropic-ai/mcpb/dist/cli/cli.js").toString()));
        line.addAll(List.of(words));
        return node(Map.of(), line.toArray(String[]::new));
    }

    /** The conformance suite as it was at 2025-11-25. */
    Run conformance(String... words) {
        return conformance("@modelcontextprotocol/conformance", words);
    }

    /** The conformance suite that also knows 2026-07-28. */
    Run newerConformance(String... words) {
        return conformance("conformance-of-2026-07-28", words);
    }

    private Run conformance(String module, String... words) {
        List<String> line = new ArrayList<>(
                List.of(MODULES.resolve(module + "/dist/index.js").toString(), "server"));
        line.addAll(List.of(words));
        return node(Map.of(), line.toArray(String[]::new));
    }

    private static Run node(Map<String, String> environment, String... words) {
        List<String> line =
                new ArrayList<>(List.of(MODULES.resolve("node/bin/node").toString()));
        line.addAll(List.of(words));
        try {
            Path folder = Files.createTempDirectory(FOLDER, "run");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("out").toFile())
                    .redirectError(folder.resolve("err").toFile());
            builder.environment().putAll(environment);
            builder.environment().put("NO_COLOR", "1");
            // Some of them start "node" by its name.
            builder.environment()
                    .merge(
                            "PATH",
                            MODULES.resolve(".bin").toString(),
                            (path, ours) -> ours + java.io.File.pathSeparator + path);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES_TO_RUN, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("not finished: " + line + "\n" + Files.readString(folder.resolve("out")));
            }
            return new Run(
                    process.exitValue(),
                    Files.readString(folder.resolve("out")),
                    Files.readString(folder.resolve("err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
