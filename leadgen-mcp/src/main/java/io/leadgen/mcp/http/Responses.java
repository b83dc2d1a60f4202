package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes complete responses. */
final class Responses {
    private Responses() {}

    /** Sends a refusal. Closes the connection if the rest of the body is not available at once. */
    static void refuse(Response response, Callback callback, Refusal refusal, @Nullable JsonNode id) {
        if (!response.getRequest().consumeAvailable()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        refusal.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        send(response, callback, refusal.status(), "application/json", refusal.json(id));
    }

    static void send(Response response, Callback callback, int status, String type, String text) {
        send(response, callback, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static void send(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
