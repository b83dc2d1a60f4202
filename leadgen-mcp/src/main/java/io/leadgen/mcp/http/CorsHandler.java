package io.leadgen.mcp.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends CORS headers for the allowed origins. Cookies are not allowed, because none are used. */
final class CorsHandler {
    private static final String VARY = "Origin";

    private final Set<String> origins;

    /** @param origins the allowed origins */
    CorsHandler(Set<String> origins) {
        this.origins = origins;
    }

    /** Adds the headers; true if this was a preflight request, which is then answered. */
    boolean answers(Request request, Response response, Callback callback) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null || !origins.contains(origin.toLowerCase(Locale.ROOT))) {
            return false;
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, "Mcp-Session-Id, WWW-Authenticate, Retry-After");
        headers.add(HttpHeader.VARY, VARY);
        if (!request.getMethod().equals("OPTIONS")) {
            return false;
        }
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "POST, GET, DELETE");
        headers.put(
                HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS,
                "Authorization, Content-Type, Accept, Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name,"
                        + " Last-Event-ID");
        headers.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, "600");
        response.setStatus(HttpStatus.NO_CONTENT_204);
        response.write(true, null, callback);
        return true;
    }
}
