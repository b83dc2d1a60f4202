package io.leadgen.mcp.sdk;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.Asker;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transport knows about a request and the SDK does not: who asks, and how the request is named when it is to be stopped.
 *
 * @param call null for a request that cannot be stopped
 */
public record CallContext(Asker asker, @Nullable CallId call) {
    private static final String KEY = "io.leadgen.mcp.call";

    public CallContext {
        requireNonNull(asker, "asker");
    }

    /** For the SDK, which hands it to whoever answers. */
    public McpTransportContext forSdk() {
        return McpTransportContext.create(Map.of(KEY, this));
    }

    /**
     * What a transport has said about a request.
     *
     * @throws LeadgenException UNAUTHENTICATED if it has said nothing
     */
    static CallContext of(McpTransportContext context) {
        if (context.get(KEY) instanceof CallContext known) {
            return known;
        }
        throw LeadgenException.of(ErrorCode.UNAUTHENTICATED, "Nobody knows who asks", "sign in first");
    }
}
