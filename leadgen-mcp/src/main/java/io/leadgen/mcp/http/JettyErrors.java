package io.leadgen.mcp.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Sends JSON-RPC errors instead of the error pages of Jetty. */
final class JettyErrors extends ErrorHandler {
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
