package io.leadgen.mcp.sdk;

import io.leadgen.mcp.http.Endpoint;
import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Metrics;
import io.leadgen.mcp.http.RefusalException;
import io.leadgen.mcp.http.RpcMessage;
import io.leadgen.runtime.config.HttpConfig;

/**
 * All protocol revisions over HTTP at one address: those with sessions and those without. The header {@code MCP-Protocol-Version}
 * of a message selects one.
 */
public final class HttpEndpoint implements Endpoint {
    private final SessionRevisions sessions;
    private final StatelessRevision stateless;
    private final RunningCalls running;

    public HttpEndpoint(ServerFactory servers, HttpConfig config, Metrics metrics) {
        this.running = servers.running();
        CallMetrics calls = new CallMetrics(metrics, servers.toolNames());
        this.sessions = new SessionRevisions(Sessions.of(config), running, calls);
        this.stateless = new StatelessRevision(calls);
        servers.stateful(sessions);
        stateless.announce(servers.stateless(stateless));
        metrics.gauge("leadgen_http_sessions", "Open sessions.", sessions::open);
    }

    @Override
    public void message(Exchange exchange, RpcMessage message) throws RefusalException {
        String version = exchange.header(StatelessRevision.VERSION_HEADER);
        boolean stateless =
                version == null ? StatelessRevision.hasVersion(message) : !SessionRevisions.VERSIONS.contains(version);
        if (stateless) {
            this.stateless.message(exchange, message);
        } else {
            sessions.message(exchange, message);
        }
    }

    @Override
    public void listen(Exchange exchange) throws RefusalException {
        sessions.listen(exchange);
    }

    @Override
    public void end(Exchange exchange) throws RefusalException {
        sessions.end(exchange);
    }

    @Override
    public void stopListening() {
        sessions.stopListening();
    }

    @Override
    public void close() {
        running.cancelAll();
        stateless.cancelAll();
        sessions.close();
    }
}
