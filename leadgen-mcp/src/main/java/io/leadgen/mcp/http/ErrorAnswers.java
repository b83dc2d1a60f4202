package io.leadgen.mcp.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty says of requests that never come to a handler: the same errors as ours, and none of its pages. */
final class ErrorAnswers extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Answers.refuse(response, callback, refusal(status), null);
        return true;
    }

    private static Refusal refusal(int status) {
        String message = switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing here; the endpoint is /mcp";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, HttpStatus.URI_TOO_LONG_414 ->
                "The request's headers or its address are too large";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "The server is stopping";
            default ->
                status >= HttpStatus.INTERNAL_SERVER_ERROR_500
                        ? "A defect of leadgen ended the request"
                        : "The request is not valid HTTP";
        };
        return Refusal.transport(status, message);
    }
}
