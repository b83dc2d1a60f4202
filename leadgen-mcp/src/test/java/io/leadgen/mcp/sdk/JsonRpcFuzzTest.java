package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines that were good messages once. The server goes on, writes nothing but JSON-RPC, and tells nothing of its inside. How many
 * lines: the property leadgen.fuzz.messages, which the profile fuzz sets to 50,000.
 */
class JsonRpcFuzzTest {
    private static final long SEED = 20_261_124;

    private static final List<String> GOOD = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":3,\"reason\":\"no\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"list_catalogs\",\"arguments\":{},\"_meta\":{\"progressToken\":1}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"check_predicate\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"people\",\"predicate\":\"age > 25 AND income_level = 'high'\"}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"table_metadata\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"people\",\"search\":\"age\"}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"resources/read\",\"params\":{\"uri\":\"leadgen://tables/main/leads/people\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"prompts/get\",\"params\":{\"name\":\"size_audience\",\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\",\"table\":\"people\",\"predicate\":\"age > 25\"}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"completion/complete\",\"params\":{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"size_audience\"},\"argument\":{\"name\":\"table\",\"value\":\"p\"},\"context\":{\"arguments\":{\"catalog\":\"main\",\"schema\":\"leads\"}}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"info\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":10,\"method\":\"resources/templates/list\",\"params\":{\"cursor\":\"x\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":11,\"result\":{}}");

    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "-1",
            "1e999",
            "\"\"",
            "true",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "9".repeat(200),
            "{\"a\":",
            "[[[[",
            "\\",
            "\"",
            ":",
            ",",
            "\u2028",
            "\ufeff",
            "id",
            "params",
            "arguments",
            "_meta",
            "99999999999999999999");

    @TempDir
    Path folder;

    @Test
    void nothingThatIsSentEndsTheServer() throws IOException {
        int messages = Integer.getInteger("leadgen.fuzz.messages", 2_000);
        Random random = new Random(SEED);
        try (People.Service service = People.service(folder);
                Client client = Client.of(service, "me")) {
            for (int sent = 1; sent <= messages; sent++) {
                client.send(line(random));
                if (sent % 500 == 0) {
                    // Its answer is behind all others; and the server is not flooded faster than it answers.
                    client.send("{\"jsonrpc\":\"2.0\",\"id\":\"alive " + sent + "\",\"method\":\"ping\"}");
                    assertThat(client.response("alive " + sent).has("result")).isTrue();
                }
            }
            JsonNode catalogs = client.call("list_catalogs", Map.of());
            assertThat(catalogs.get("isError").asBoolean()).isFalse();
            assertThat(client.lines())
                    .hasSizeGreaterThan(messages / 4)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith("{\"jsonrpc\":\"2.0\",")
                            .doesNotContain(
                                    "Exception",
                                    "io.modelcontextprotocol.",
                                    "com.fasterxml",
                                    "\\tat ",
                                    "Internal error"));
        }
    }

    private static byte[] line(Random random) {
        byte[] line = GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            line = changed(line, random);
        }
        byte[] ended = java.util.Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    private static byte[] changed(byte[] line, Random random) {
        int at = random.nextInt(line.length + 1);
        int to = Math.min(line.length, at + random.nextInt(12));
        byte[] piece = switch (random.nextInt(5)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> new byte[0];
            case 2 -> GOOD.get(random.nextInt(GOOD.size())).getBytes(StandardCharsets.UTF_8);
            default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        };
        byte[] result = new byte[at + piece.length + line.length - to];
        System.arraycopy(line, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(line, to, result, at + piece.length, line.length - to);
        return result;
    }
}
