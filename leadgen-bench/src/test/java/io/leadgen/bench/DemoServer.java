package io.leadgen.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** An MCP server over the demo's data, as a client starts it. */
final class DemoServer implements AutoCloseable {
    /** What a client sends first; its id is 0. */
    static final String HELLO = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"bench","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;

    private final long started = System.nanoTime();
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    DemoServer(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bin/leadgen-mcp", "--demo", "--as", "bench")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        process = builder.start();
        requests = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
    }

    /**
     * Sends messages and waits for the answer to the one with the id.
     *
     * @return nanoseconds from the start of the server to this answer
     */
    long ask(String messages, int id) throws IOException {
        requests.write(messages);
        requests.flush();
        String line;
        do {
            line = answers.readLine();
            if (line == null || line.contains("\"isError\":true")) {
                throw new IllegalStateException("the server has not answered: " + line);
            }
        } while (!line.contains("\"id\":" + id + ","));
        return System.nanoTime() - started;
    }

    /** The memory that it holds; 0 where the system has no /proc. */
    long residentKiB() {
        return ProcessRun.statusKiB(process.pid(), "VmRSS");
    }

    @Override
    public void close() throws IOException {
        requests.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
