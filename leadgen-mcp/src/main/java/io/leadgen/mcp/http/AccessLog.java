package io.leadgen.mcp.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * One line for each request, at level DEBUG: who, what, with which outcome. No header, no query, no body: those hold tokens and
 * predicates.
 */
final class AccessLog implements RequestLog {
    /** The attribute of a request whose principal is known. */
    static final String PRINCIPAL = "io.leadgen.mcp.principal";

    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http.access");
    private static final int LONGEST_PATH = 64;

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
        return line.length() <= LONGEST_PATH ? line : line.substring(0, LONGEST_PATH);
    }
}
