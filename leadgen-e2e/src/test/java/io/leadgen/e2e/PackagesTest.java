package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the profile bundles makes for others to start. */
@EnabledIfSystemProperty(
        named = "leadgen.bundles",
        matches = "true",
        disabledReason = "one jar, archive, bundles and packages are built and tested with -Pbundles")
class PackagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = System.getProperty("leadgen.version");
    private static final Path DIST = Checkout.ROOT.resolve("leadgen-dist/target");
    private static final Path JAR = Checkout.ROOT.resolve("leadgen-mcp/target/leadgen-mcp-" + VERSION + "-all.jar");
    private static final Path BUNDLE = DIST.resolve("leadgen-mcp-" + VERSION + ".mcpb");
    private static final Path DEMO_BUNDLE = DIST.resolve("leadgen-mcp-demo-" + VERSION + ".mcpb");
    private static final Path NPM = DIST.resolve("leadgen-mcp-" + VERSION + ".tgz");

    @TempDir
    static Path folder;

    private static Path config;

    @BeforeAll
    static void prepare() throws IOException {
        Files.writeString(folder.resolve("people.csv"), "age,city\n30,Izmir\n40,Ankara\n");
        config = Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
    }

    private static ProcessBuilder process(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEADGEN_"));
        builder.environment().put("LEADGEN_HOME", folder.resolve("home").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static void assertAnswers(ProcessBuilder server) throws Exception {
        try (StdioSession session = StdioSession.start(server)) {
            assertThat(session.tools()).contains("approx_count", "check_predicate");
            JsonNode answer = session.call(
                    "approx_count",
                    JSON.createObjectNode()
                            .put("catalog", "main")
                            .put("schema", "leads")
                            .put("table", "people"));
            assertThat(answer.path("isError").asBoolean()).as(answer.toString()).isFalse();
            assertThat(session.end()).isZero();
        }
    }

    private static JsonNode manifest(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile());
                InputStream manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return JSON.readTree(manifest);
        }
    }

    @Test
    void theJarAnswersFromEmbeddedTablesByItself() throws Exception {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Path jar = Files.copy(JAR, alone.resolve("server.jar"));

        assertAnswers(process(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                jar.toString(),
                "--config",
                config.toString())));
    }

    @Test
    void theJarKeepsWhatItsLibrariesNeed() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest.getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE))
                    .isEqualTo("true");
            assertThat(manifest.getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
            assertThat(manifest.getEntries()).isEmpty();
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"))
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .contains("META-INF/LICENSE.leadgen", "META-INF/NOTICE.leadgen", "META-INF/LICENSE");
            try (InputStream drivers = jar.getInputStream(jar.getEntry("META-INF/services/java.sql.Driver"))) {
                assertThat(new String(drivers.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("org.duckdb.", "org.sqlite.", "org.postgresql.", "com.databricks.");
            }
        }
    }

    @Test
    void aBundleStartsTheJarWithWhatItsUserHasFilledIn() throws Exception {
        JsonNode manifest = manifest(BUNDLE);
        Path unpacked =
                Files.createDirectories(folder.resolve("un packed/server")).getParent();
        try (ZipFile zip = new ZipFile(BUNDLE.toFile());
                InputStream jar = zip.getInputStream(
                        zip.getEntry(manifest.at("/server/entry_point").asText()))) {
            Files.copy(jar, unpacked.resolve("server/leadgen-mcp.jar"));
        }
        List<String> words = new ArrayList<>();
        words.add(Path.of(
                        System.getProperty("java.home"),
                        "bin",
                        manifest.at("/server/mcp_config/command").asText())
                .toString());
        for (JsonNode word : manifest.at("/server/mcp_config/args")) {
            words.add(word.asText()
                    .replace("${__dirname}", unpacked.toString())
                    .replace("${user_config.config}", config.toString()));
        }
        assertThat(words).noneMatch(word -> word.contains("${"));

        assertAnswers(process(words));
    }

    @Test
    void aBundleAsksForEachValueThatItHandsOnAndHidesTheSecret() throws IOException {
        JsonNode manifest = manifest(BUNDLE);
        List<String> handedOn = Pattern.compile("\\$\\{user_config\\.(\\w+)}")
                .matcher(manifest.at("/server/mcp_config").toString())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(manifest.path("version").asText()).isEqualTo(VERSION);
        assertThat(manifest.path("user_config").properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrderElementsOf(handedOn);
        assertThat(manifest.at("/user_config/client_secret/sensitive").asBoolean())
                .isTrue();
    }

    @Test
    void theBundleOfTheDemoAsksForNothing() throws IOException {
        JsonNode manifest = manifest(DEMO_BUNDLE);

        assertThat(manifest.at("/server/mcp_config/args").toString())
                .contains("--demo")
                .doesNotContain("user_config");
        assertThat(manifest.has("user_config")).isFalse();
    }

    @Test
    void theRegistryIsToldTheSameNamesAndVersions() throws Exception {
        JsonNode server = JSON.readTree(DIST.resolve("server.json").toFile());

        // The bounds of the registry's schema of 2025-12-11.
        assertThat(server.path("$schema").asText()).endsWith("/schemas/2025-12-11/server.schema.json");
        assertThat(server.path("name").asText()).matches("[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+");
        assertThat(server.path("description").asText()).hasSizeBetween(1, 100);
        assertThat(server.path("title").asText()).hasSizeBetween(1, 100);
        assertThat(server.path("version").asText()).isEqualTo(VERSION);
        assertThat(server.path("packages")).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.path("registryType").asText()).isIn("npm", "mcpb", "oci");
            assertThat(entry.path("identifier").asText()).isNotEmpty().doesNotContain("@");
            assertThat(entry.at("/transport/type").asText()).isEqualTo("stdio");
            assertThat(entry.path("packageArguments")).allSatisfy(argument -> {
                assertThat(argument.path("type").asText()).isEqualTo("named");
                assertThat(argument.path("name").asText()).startsWith("--");
            });
            assertThat(entry.path("environmentVariables"))
                    .allSatisfy(variable ->
                            assertThat(variable.path("name").asText()).isNotEmpty());
        });
        assertThat(server.at("/packages/1/fileSha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(BUNDLE))));
    }

    private static void run(ProcessBuilder builder, String expected) throws Exception {
        Path out = Files.createTempFile(folder, "out", "");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(out)).matches(Pattern.compile(expected, Pattern.DOTALL));
        assertThat(process.exitValue()).isZero();
    }

    /** That it starts at all; without a home, so that no archive of classes is made, which takes seconds. */
    private static void assertStarts(Path program) throws Exception {
        ProcessBuilder builder = process(List.of(program.toString(), "--version"));
        builder.environment().put("LEADGEN_HOME", config.toString());
        run(builder, program.getFileName() + " " + VERSION + " .*");
    }

    private static void assertChecks(Path program) throws Exception {
        run(
                process(List.of(
                        program.toString(),
                        "--config",
                        config.toString(),
                        "check",
                        "main.leads.people",
                        "-w",
                        "age > 30")),
                "valid \\(.*");
    }

    private static Path onlyFile(String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(DIST, glob)) {
            Iterator<Path> all = files.iterator();
            assertThat(all).as(glob).hasNext();
            Path first = all.next();
            assertThat(all).as(glob).isExhausted();
            return first;
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theArchiveRunsWhereItIsUnpackedAndInstallsAndUninstalls() throws Exception {
        Path unpacked = Files.createDirectories(folder.resolve("un packed archive"));
        run(
                process(List.of(
                        "tar",
                        "-xf",
                        onlyFile("leadgen-" + VERSION + "-*.tar.gz").toString(),
                        "-C",
                        unpacked.toString())),
                "");
        Path root = unpacked.resolve("leadgen-" + VERSION);

        assertChecks(root.resolve("bin/leadgen"));
        assertAnswers(process(List.of(root.resolve("bin/leadgen-mcp").toString(), "--config", config.toString())));
        assertThat(root.resolve("LICENSE")).exists();
        assertThat(root.resolve("NOTICE")).exists();

        Path prefix = folder.resolve("pre fix");
        run(install(root, prefix, "install"), ".*pre fix/bin is not on your PATH\n");
        assertStarts(prefix.resolve("bin/leadgen"));
        assertStarts(prefix.resolve("bin/leadgen-mcp"));
        assertThat(prefix.resolve("share/man/man1/leadgen-count.1.gz")).exists();
        Path foreign = Files.writeString(prefix.resolve("share/man/man1/other.1"), "");
        run(install(prefix.resolve("lib/leadgen"), prefix, "uninstall"), "");
        try (Stream<Path> left = Files.walk(prefix)) {
            assertThat(left.filter(file -> !Files.isDirectory(file))).containsExactly(foreign);
        }
    }

    private static ProcessBuilder install(Path root, Path prefix, String what) {
        ProcessBuilder builder = process(List.of(root.resolve("install.sh").toString(), what));
        builder.environment().put("PREFIX", prefix.toString());
        return builder;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theDebianPackageRunsAndHoldsWhatItSays() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb");
        Path deb = onlyFile("leadgen_" + VERSION + "_*.deb");
        Path root = folder.resolve("debian");
        run(process(List.of("dpkg-deb", "-x", deb.toString(), root.toString())), "");
        run(
                process(List.of(
                        "dpkg-deb",
                        "-e",
                        deb.toString(),
                        root.resolve("control").toString())),
                "");

        assertChecks(root.resolve("usr/bin/leadgen"));
        assertStarts(root.resolve("usr/bin/leadgen-mcp"));
        run(process(List.of("md5sum", "--quiet", "--check", "control/md5sums")).directory(root.toFile()), "");
        assertThat(root.resolve("control/control")).content().contains("java17-runtime-headless", "Version: 0");
        assertThat(root.resolve("usr/share/doc/leadgen/copyright")).exists();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void manShowsEachPageWithoutAWarning() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/man")), "there is no man");
        try (Stream<Path> pages = Files.list(Checkout.APP.resolve("share/man/man1"))) {
            for (Path page : pages.toList()) {
                ProcessBuilder man = process(List.of(
                        "sh", "-c", "man --warnings -E UTF-8 -l -Tutf8 -Z \"$0\" 2>&1 >/dev/null", page.toString()));
                man.environment().put("LC_ALL", "C.UTF-8");
                man.environment().put("MANROFFSEQ", "");
                man.environment().put("MANWIDTH", "80");
                run(man, "");
            }
        }
    }

    @Test
    void npmStartsThePackage() throws Exception {
        Path home = Files.createDirectories(folder.resolve("node"));
        Process npm = npm(home);
        assertThat(npm.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(npm.exitValue())
                .as(Files.readString(home.resolve("npm.log")))
                .isZero();
        Path program = home.resolve("node_modules/.bin/leadgen-mcp");

        JsonNode declared = JSON.readTree(
                home.resolve("node_modules/leadgen-mcp/package.json").toFile());
        assertThat(declared.path("version").asText()).isEqualTo(VERSION);
        assertThat(declared.path("mcpName"))
                .isEqualTo(JSON.readTree(DIST.resolve("server.json").toFile()).path("name"));
        assertAnswers(process(List.of(program.toString(), "--config", config.toString())));

        ProcessBuilder without = process(List.of(program.toString()));
        without.environment().put("LEADGEN_JAVA", folder.resolve("nowhere/java").toString());
        Process refused = without.start();
        assertThat(refused.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        assertThat(refused.inputReader().lines()).isEmpty();
        assertThat(refused.errorReader().lines()).hasSize(2).anyMatch(line -> line.contains("Java 17 or newer"));
    }

    private static Process npm(Path home) {
        try {
            return new ProcessBuilder(
                            "npm",
                            "install",
                            "--offline",
                            "--no-audit",
                            "--no-fund",
                            "--prefix",
                            home.toString(),
                            NPM.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("npm.log").toFile())
                    .start();
        } catch (IOException e) {
            String missing = "The npm package is NOT tested: there is no npm";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.err.println(missing);
            assumeTrue(false, missing);
            throw new IllegalStateException(e);
        }
    }
}
