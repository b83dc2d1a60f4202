package io.leadgen.e2e.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.nio.file.Path;
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
    void isValid(String name) {
        NpmClients clients = NpmClients.installed();
        Path bundle = Checkout.ROOT.resolve("leadgen-dist/target/" + name + "-" + VERSION + ".mcpb");
        Path unpacked = folder.resolve(name);

        NpmClients.Run unpack = clients.mcpb("unpack", bundle.toString(), unpacked.toString());
        assertThat(unpack.exitCode()).as(unpack.toString()).isZero();
        assertThat(unpacked.resolve("server/leadgen-mcp.jar")).exists();
        NpmClients.Run validate =
                clients.mcpb("validate", unpacked.resolve("manifest.json").toString());
        assertThat(validate.exitCode()).as(validate.toString()).isZero();
    }
}
