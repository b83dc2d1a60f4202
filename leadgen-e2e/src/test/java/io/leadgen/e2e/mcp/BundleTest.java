package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tool of those who defined .mcpb bundles takes ours for bundles. */
@EnabledIfSystemProperty(
        named = "leadgen.bundles",
        matches = "true",
        disabledReason = "the .mcpb bundles are built and tested with -Pbundles")
class BundleTest {
    private static final String VERSION = System.getProperty("leadgen.version");

    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"leadgen-mcp", "leadgen-mcp-demo"})
    void isValid(String name) throws IOException {
        NpmClients clients = NpmClients.installed();
        Path bundle = Checkout.ROOT.resolve("leadgen-dist/target/" + name + "-" + VERSION + ".mcpb");
        Path manifest = Files.createDirectories(folder.resolve(name)).resolve("manifest.json");
        try (ZipFile zip = new ZipFile(bundle.toFile());
                InputStream written = zip.getInputStream(zip.getEntry("manifest.json"))) {
            Files.copy(written, manifest);
        }

        assertThat(clients.mcpb("validate", manifest.toString()))
                .satisfies(run -> assertThat(run.exitCode()).as(run.toString()).isZero());
        NpmClients.Run told = clients.mcpb("info", bundle.toString());
        assertThat(told.out()).as(told.toString()).contains("name: " + name, "version: " + VERSION);
    }
}
