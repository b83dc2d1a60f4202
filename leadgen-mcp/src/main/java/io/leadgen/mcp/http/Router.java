package io.leadgen.mcp.http;

import io.leadgen.mcp.auth.ProtectedResource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Routes all paths. Health checks accept any host name, because load balancers use IP addresses. */
final class Router extends Handler.Wrapper {
    private static final String JSON = "application/json";

    private final OriginCheck origins;
    private final CorsHandler preflight;
    private final @Nullable ProtectedResource resource;
    private final Readiness readiness;
    private final @Nullable Metrics metrics;

    /**
     * @param resource null if no token is required
     * @param metrics null if they are not available here
     */
    Router(
            McpHandler mcp,
            OriginCheck origins,
            Set<String> webOrigins,
            @Nullable ProtectedResource resource,
            Readiness readiness,
            @Nullable Metrics metrics) {
        super(mcp);
        this.origins = origins;
        this.preflight = new CorsHandler(webOrigins);
        this.resource = resource;
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        String path = Request.getPathInContext(request);
        if (path.startsWith("/health/")) {
            return health(path, request, response, callback);
        }
        Optional<Refusal> refusal = origins.check(request);
        if (refusal.isPresent()) {
            Responses.refuse(response, callback, refusal.get(), null);
            return true;
        }
        if (preflight.answers(request, response, callback)) {
            return true;
        }
        return switch (path) {
            case ProtectedResource.ENDPOINT -> super.handle(request, response, callback);
            case ProtectedResource.METADATA, ProtectedResource.METADATA + ProtectedResource.ENDPOINT ->
                resource != null && read(request, response, callback, JSON, resource.metadata());
            case "/metrics" -> metrics != null && read(request, response, callback, Metrics.TYPE, metrics.text());
            default -> false;
        };
    }

    private boolean health(String path, Request request, Response response, Callback callback) {
        if (path.equals("/health/live")) {
            return read(request, response, callback, JSON, "{\"status\":\"live\"}");
        }
        if (!path.equals("/health/ready")) {
            return false;
        }
        var unused = readiness.isReady().whenComplete((ready, failure) -> {
            boolean yes = Boolean.TRUE.equals(ready);
            Responses.send(
                    response,
                    callback,
                    yes ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                    JSON,
                    yes ? "{\"status\":\"ready\"}" : "{\"status\":\"not ready\"}");
        });
        return true;
    }

    private static boolean read(Request request, Response response, Callback callback, String type, String text) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            Responses.send(response, callback, HttpStatus.OK_200, type, text);
        } else {
            Responses.refuse(
                    response,
                    callback,
                    Refusal.transport(HttpStatus.METHOD_NOT_ALLOWED_405, "This URL supports GET")
                            .with(HttpHeader.ALLOW.asString(), "GET, HEAD"),
                    null);
        }
        return true;
    }

    /** Sends CORS headers for the allowed origins. Cookies are not allowed, because none are used. */
    private static final class CorsHandler {
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
}
