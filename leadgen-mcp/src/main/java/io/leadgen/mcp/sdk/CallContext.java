package io.leadgen.mcp.sdk;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.auth.CallerIdentity;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a transport knows about a request and the SDK does not: who asks, and how the request is named when it is to be stopped.
 *
 * @param call null for a request that cannot be stopped
 * @param alive told how often it was told before, while a call goes on; null where nobody wants to know, or the SDK tells it
 */
public record CallContext(
        CallerIdentity asker,
        @Nullable CallId call,
        @Nullable Consumer<Integer> alive) {
    private static final String KEY = "io.leadgen.mcp.call";

    public CallContext {
        requireNonNull(asker, "asker");
    }

    /** A request of which the SDK tells that it goes on. */
    public CallContext(CallerIdentity asker, @Nullable CallId call) {
        this(asker, call, null);
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
    public static CallContext of(McpTransportContext context) {
        CallContext known = known(context);
        if (known != null) {
            return known;
        }
        throw LeadgenException.of(ErrorCode.UNAUTHENTICATED, "Nobody knows who asks", "sign in first");
    }

    /** As {@link #of}, or null. */
    static @Nullable CallContext known(McpTransportContext context) {
        return context.get(KEY) instanceof CallContext known ? known : null;
    }
}
