package io.leadgen.mcp;

import io.leadgen.mcp.http.HttpServer;
import io.leadgen.mcp.http.Metrics;
import io.leadgen.mcp.sdk.CallExecutor;
import io.leadgen.mcp.sdk.HttpEndpoint;
import io.leadgen.runtime.config.HttpConfig;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The server over HTTP, until the process ends. */
final class HttpService {
    private HttpService() {}

    /** Serves until the process ends. The notes get a line when clients can connect. */
    static void serve(ServerSetup setup, HttpConfig config, CallExecutor calls, Consumer<String> notes) {
        Metrics metrics = new Metrics();
        HttpEndpoint endpoint = new HttpEndpoint(setup.servers(calls), config, metrics);
        HttpServer server = HttpServer.start(config, setup.callers(), endpoint, setup.leadgen()::check, metrics);
        CountDownLatch ended = new CountDownLatch(1);
        Runnable stop = () -> {
            server.close();
            calls.close();
            setup.close();
            ended.countDown();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "leadgen-stop"));
        notes.accept("listening at " + server.url());
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
