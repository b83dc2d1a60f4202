package io.leadgen.mcp.http;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.auth.Authenticator;
import io.leadgen.mcp.auth.Callers;
import io.leadgen.mcp.auth.ProtectedResource;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.HttpConfig.Tls;
import io.leadgen.runtime.config.ListenAddress;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** A running HTTP/1.1 server. Connections, threads, headers, bodies and times are limited; requests beyond are rejected, not queued. */
public final class HttpServer implements AutoCloseable {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration BODY = Duration.ofSeconds(20);
    /** How long running calls may take when the server stops. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private static final Duration CANCEL = Duration.ofSeconds(3);
    /** Threads do not wait for warehouses or clients, only for the keys of an issuer. */
    private static final int MAX_THREADS = 32;

    private static final int MIN_THREADS = 4;
    /** Earlier versions pin the carrier of a virtual thread in {@code synchronized}. */
    private static final int VIRTUAL_THREADS_SINCE = 24;

    private final Server server;
    private final @Nullable Server metricsServer;
    private final GracefulHandler graceful;
    private final ServerConnector connector;
    private final Endpoint endpoint;
    private final URI base;
    private final int port;

    /**
     * Starts a server.
     *
     * @param ready throws if questions cannot be answered now
     * @throws LeadgenException CONFIG_INVALID if the configuration is not safe, or the address is not available
     */
    public static HttpServer start(
            HttpConfig config, Callers callers, Endpoint endpoint, Runnable ready, Metrics metrics) {
        NetworkExposure.check(config);
        return new HttpServer(config, callers, endpoint, ready, metrics);
    }

    private HttpServer(HttpConfig config, Callers callers, Endpoint endpoint, Runnable ready, Metrics metrics) {
        this.endpoint = endpoint;
        QueuedThreadPool threads = threads("leadgen-http", MAX_THREADS, MIN_THREADS);
        Executor executor = executor(threads);
        server = new Server(threads);
        connector = connector(server, config);
        server.addBean(new NetworkConnectionLimit(config.limits().maxConnections(), server));
        port = open(connector, config.listen());
        base = ProtectedResource.base(config, port);
        ProtectedResource resource = config.auth() == null ? null : new ProtectedResource(base, config.auth());
        Authenticator authenticator = callers.authenticator(resource);
        McpHandler mcp = new McpHandler(authenticator, endpoint, config.limits(), executor, BODY.toSeconds());
        graceful = new GracefulHandler(new Router(
                mcp,
                new OriginCheck(config, base),
                config.allowedOrigins(),
                resource,
                new Readiness(ready, executor),
                NetworkExposure.showsMetrics(config) ? metrics : null));
        metrics.gauge("leadgen_http_running", "Messages in progress.", mcp::running);
        metrics.gauge(
                "leadgen_http_connections",
                "Open connections.",
                () -> connector.getConnectedEndPoints().size());
        server.setHandler(graceful);
        server.setErrorHandler(new JettyErrors());
        server.setRequestLog(new AccessLog(metrics));
        start(server, config.listen());
        try {
            metricsServer = metricsServer(config, metrics);
        } catch (LeadgenException e) {
            stop(server);
            throw e;
        }
    }

    private static QueuedThreadPool threads(String name, int most, int least) {
        QueuedThreadPool threads = new QueuedThreadPool(most, least, (int) IDLE.toMillis());
        threads.setName(name);
        threads.setDaemon(true);
        return threads;
    }

    private static Executor executor(QueuedThreadPool threads) {
        if (Runtime.version().feature() < VIRTUAL_THREADS_SINCE) {
            return threads;
        }
        Executor virtual = VirtualThreads.getNamedVirtualThreadsExecutor("leadgen-call-");
        threads.setVirtualThreadsExecutor(virtual);
        return virtual;
    }

    private static ServerConnector connector(Server server, HttpConfig config) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        Tls tls = config.tls();
        ServerConnector connector = tls == null
                ? new ServerConnector(server, 1, 1, new HttpConnectionFactory(http))
                : new ServerConnector(server, 1, 1, encrypted(server, http, tls));
        connector.setHost(config.listen().host());
        connector.setPort(config.listen().port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    private static ConnectionFactory[] encrypted(Server server, HttpConfiguration http, Tls tls) {
        // OriginCheck checks the host, with more names than the certificate has.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server context = new SslContextFactory.Server();
        try {
            context.setKeyStorePath(tls.keystore().toUri().toString());
        } catch (IllegalArgumentException e) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "There is no file " + tls.keystore(),
                    "set server.http.tls.keystore to the file with the certificate and its key");
        }
        context.setKeyStoreType(tls.type().name());
        context.setKeyStorePassword(tls.password().reveal());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        server.addBean(new KeyStoreScanner(context));
        return new ConnectionFactory[] {new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(http)};
    }

    /** Opens the port and returns its number. */
    private static int open(ServerConnector connector, ListenAddress address) {
        try {
            connector.open();
            return connector.getLocalPort();
        } catch (IOException e) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "The server cannot listen at " + address,
                    "the port is in use, or the address is not local; set --http HOST:PORT to another one");
        }
    }

    private static void start(Server server, ListenAddress address) {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "The server cannot start at " + address,
                    "check the port, and the password of the keystore",
                    e);
        }
    }

    private static @Nullable Server metricsServer(HttpConfig config, Metrics metrics) {
        ListenAddress address = config.metricsListen();
        if (address == null) {
            return null;
        }
        Server server = new Server(threads("leadgen-metrics", 4, 1));
        ServerConnector connector = connector(server, HttpConfig.DEFAULT.at(address));
        open(connector, address);
        server.setHandler(new MetricsHandler(metrics));
        server.setErrorHandler(new JettyErrors());
        start(server, address);
        return server;
    }

    public String url() {
        return base + ProtectedResource.ENDPOINT;
    }

    public int port() {
        return port;
    }

    /** Stops the server: rejects new requests, waits up to 10 seconds for running ones, then cancels them. */
    @Override
    public void close() {
        connector.close();
        CompletableFuture<Void> drained = graceful.shutdown();
        endpoint.stopListening();
        if (!ends(drained, DRAIN)) {
            endpoint.close();
            ends(drained, CANCEL);
        }
        endpoint.close();
        stop(server);
        if (metricsServer != null) {
            stop(metricsServer);
        }
    }

    private static boolean ends(CompletableFuture<Void> work, Duration patience) {
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // It stops anyway.
        }
    }

    /** Sends JSON-RPC errors instead of the error pages of Jetty. */
    private static final class JettyErrors extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            int status = response.getStatus();
            Responses.refuse(response, callback, refusal(status), null);
            return true;
        }

        private static Refusal refusal(int status) {
            String message = switch (status) {
                case HttpStatus.NOT_FOUND_404 -> "Not found; the endpoint is /mcp";
                case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, HttpStatus.URI_TOO_LONG_414 ->
                    "The headers or the URL are too large";
                case HttpStatus.SERVICE_UNAVAILABLE_503 -> "The server is shutting down";
                default ->
                    status >= HttpStatus.INTERNAL_SERVER_ERROR_500 ? "Internal error" : "The request is not valid HTTP";
            };
            return Refusal.transport(status, message);
        }
    }

    /** Serves metrics on a separate address. */
    private static final class MetricsHandler extends Handler.Abstract {
        private final Metrics metrics;

        MetricsHandler(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!Request.getPathInContext(request).equals("/metrics")
                    || !request.getMethod().equals("GET")) {
                return false;
            }
            Responses.send(response, callback, HttpStatus.OK_200, Metrics.TYPE, metrics.text());
            return true;
        }
    }
}
