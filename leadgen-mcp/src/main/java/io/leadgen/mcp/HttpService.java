package io.leadgen.mcp;

import io.leadgen.mcp.engine.Engine;
import io.leadgen.mcp.http.HttpServer;
import io.leadgen.mcp.http.Metrics;
import io.leadgen.mcp.sdk.CallExecutor;
import io.leadgen.mcp.sdk.HttpEndpoint;
import io.leadgen.mcp.sdk.Servers;
import io.leadgen.runtime.config.HttpConfig;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The server over HTTP, from its start until the process is told to end. */
final class HttpService {
    private HttpService() {}

    /**
     * Serves; returns when the process ends.
     *
     * @param config where; already what the command line says
     * @param notes get a line when clients can connect
     */
    static void serve(Setup setup, HttpConfig config, CallExecutor calls, Consumer<String> notes) {
        Metrics metrics = new Metrics();
        HttpEndpoint endpoint = new HttpEndpoint(new Servers(setup.engine(), calls), config, metrics);
        HttpServer server = HttpServer.start(config, setup.callers(), endpoint, setup.engine()::check, metrics);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(server, calls, setup.engine(), ended), "leadgen-stop"));
        notes.accept("listening at " + server.url());
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(HttpServer server, CallExecutor calls, Engine engine, CountDownLatch ended) {
        server.close();
        calls.close();
        engine.close();
        ended.countDown();
    }
}
