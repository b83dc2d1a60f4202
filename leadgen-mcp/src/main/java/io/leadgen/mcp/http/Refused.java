package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Ends the work on a request with a {@link Refusal}. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable JsonNode id;

    /** @param id of the request; null if it cannot be told */
    public Refused(Refusal refusal, @Nullable JsonNode id) {
        super(refusal.message());
        this.refusal = refusal;
        this.id = id;
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable
    JsonNode id() {
        return id;
    }
}
