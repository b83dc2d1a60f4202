package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Refusal}. */
public final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable JsonNode id;

    /** @param id of the request, or null */
    public RefusalException(Refusal refusal, @Nullable JsonNode id) {
        super(refusal.message());
        this.refusal = refusal;
        this.id = id;
    }

    /** The end of a request that is not valid, with status 400. */
    public static RefusalException badRequest(int code, String message, @Nullable JsonNode id) {
        return new RefusalException(Refusal.of(400, code, message), id);
    }

    public Refusal refusal() {
        return refusal;
    }

    public @Nullable JsonNode id() {
        return id;
    }
}
