package io.leadgen.mcp.sdk;

import io.leadgen.audience.RequestContext;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.auth.CallerIdentity;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a transport knows about a request and the SDK does not: the caller, and how the request can be cancelled.
 *
 * @param call null if the request cannot be cancelled
 * @param progress gets the number of its previous calls while the request runs; null if progress is not requested, or the SDK
 *     reports it
 */
public record CallContext(
        CallerIdentity identity,
        @Nullable CallId call,
        @Nullable Consumer<Integer> progress) {
    private static final String KEY = "io.leadgen.mcp.call";

    /** A request whose progress is not reported here. */
    public CallContext(CallerIdentity identity, @Nullable CallId call) {
        this(identity, call, null);
    }

    /** The context in the form of the SDK, which passes it to handlers. */
    public McpTransportContext forSdk() {
        return McpTransportContext.create(Map.of(KEY, this));
    }

    /** The context that a transport has set; the error without one is UNAUTHENTICATED. */
    public static CallContext of(McpTransportContext context) {
        CallContext known = find(context);
        if (known == null) {
            throw LeadgenException.of(ErrorCode.UNAUTHENTICATED, "The caller is not authenticated", "sign in first");
        }
        return known;
    }

    /** As {@link #of}, or null. */
    static @Nullable CallContext find(McpTransportContext context) {
        return context.get(KEY) instanceof CallContext known ? known : null;
    }

    RequestContext question(String requestId, Cancellation cancellation) {
        return new RequestContext(identity.principal(), requestId, cancellation, identity.caller());
    }
}
