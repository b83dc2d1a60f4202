package io.leadgen.mcp.sdk;

import io.leadgen.mcp.http.Endpoint;
import io.leadgen.mcp.http.Exchange;
import io.leadgen.mcp.http.Message;
import io.leadgen.mcp.http.Metrics;
import io.leadgen.mcp.http.Refused;
import io.leadgen.runtime.config.HttpConfig;

/**
 * Both kinds of the protocol over HTTP at one address: the revisions with sessions, and those without. Each message says by its header
 * {@code MCP-Protocol-Version} which it is of.
 */
public final class HttpEndpoint implements Endpoint {
    private final SessionRevisions sessions;
    private final StatelessRevision stateless;
    private final RunningCalls running;

    /** An endpoint for all that is offered. */
    public HttpEndpoint(ServerFactory offer, HttpConfig config, Metrics metrics) {
        this.running = offer.running();
        CallMetrics calls = new CallMetrics(metrics, offer.toolNames());
        this.sessions = new SessionRevisions(Sessions.of(config), running, calls);
        this.stateless = new StatelessRevision(calls);
        offer.stateful(sessions);
        stateless.offer(offer.stateless(stateless));
        metrics.gauge("leadgen_http_sessions", "Open sessions.", sessions::open);
    }

    @Override
    public void message(Exchange exchange, Message message) throws Refused {
        String version = exchange.header(StatelessRevision.VERSION_HEADER);
        boolean stateless =
                version == null ? StatelessRevision.isMeant(message) : !SessionRevisions.VERSIONS.contains(version);
        if (stateless) {
            this.stateless.message(exchange, message);
        } else {
            sessions.message(exchange, message);
        }
    }

    @Override
    public void listen(Exchange exchange) throws Refused {
        sessions.listen(exchange);
    }

    @Override
    public void end(Exchange exchange) throws Refused {
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
