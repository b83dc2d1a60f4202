package io.leadgen.mcp.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Logs a line for each request at level DEBUG. Headers, query and body are omitted, because they contain tokens and predicates. */
final class AccessLog implements RequestLog {
    /** The request attribute for the principal. */
    static final String PRINCIPAL = "io.leadgen.mcp.principal";

    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http.access");
    private static final int MAX_PATH = 64;

    private final Metrics metrics;

    AccessLog(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        metrics.request(response.getStatus());
        LOG.log(
                Level.DEBUG,
                () -> Request.getRemoteAddr(request) + " " + request.getAttribute(PRINCIPAL) + " "
                        + printable(request.getMethod()) + " "
                        + printable(request.getHttpURI().getPath()) + " "
                        + response.getStatus());
    }

    private static String printable(Object text) {
        String line = String.valueOf(text).replaceAll("[^\\x21-\\x7E]", "?");
        return line.length() <= MAX_PATH ? line : line.substring(0, MAX_PATH);
    }
}
