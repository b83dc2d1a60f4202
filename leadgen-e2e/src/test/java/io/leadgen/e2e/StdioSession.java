package io.leadgen.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client of a server over stdio, one question at a time. It fails if stdout holds anything else than JSON-RPC. */
public final class StdioSession implements AutoCloseable {
    private static final int MOST_MINUTES = 3;

    private final JsonMapper mapper = new JsonMapper();
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private int id;

    private StdioSession(Process process) {
        this.process = process;
        this.requests = process.outputWriter(UTF_8);
        this.answers = process.inputReader(UTF_8);
    }

    /** Starts the server and shakes hands; its stderr is not read. */
    public static StdioSession start(ProcessBuilder server) throws IOException {
        StdioSession session = new StdioSession(
                server.redirectError(ProcessBuilder.Redirect.DISCARD).start());
        ObjectNode hello = session.mapper.createObjectNode();
        hello.put("protocolVersion", "2025-11-25");
        hello.putObject("capabilities");
        hello.putObject("clientInfo").put("name", "test").put("version", "1");
        session.ask("initialize", hello);
        session.send(session.message("notifications/initialized"));
        return session;
    }

    /** The names of the tools. */
    public List<String> tools() throws IOException {
        List<String> names = new ArrayList<>();
        ask("tools/list", mapper.createObjectNode())
                .path("tools")
                .forEach(tool -> names.add(tool.path("name").asText()));
        return names;
    }

    /** What a tool answers. */
    public JsonNode call(String tool, ObjectNode arguments) throws IOException {
        ObjectNode call = mapper.createObjectNode().put("name", tool);
        call.set("arguments", arguments);
        return ask("tools/call", call);
    }

    private ObjectNode message(String method) {
        return mapper.createObjectNode().put("jsonrpc", "2.0").put("method", method);
    }

    private void send(ObjectNode message) throws IOException {
        requests.write(mapper.writeValueAsString(message) + "\n");
        requests.flush();
    }

    private JsonNode ask(String method, ObjectNode params) throws IOException {
        ObjectNode request = message(method).put("id", ++id);
        request.set("params", params);
        send(request);
        while (true) {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the server has ended instead of answering " + method);
            }
            JsonNode message = mapper.readTree(line);
            if (message.path("id").asInt() == id) {
                if (!message.has("result")) {
                    throw new AssertionError(method + ": " + line);
                }
                return message.get("result");
            }
        }
    }

    /** Ends the input and waits for the server's end; its exit code. */
    public int end() throws IOException, InterruptedException {
        requests.close();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("the server does not end with its input");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
