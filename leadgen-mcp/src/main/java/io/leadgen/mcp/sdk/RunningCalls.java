package io.leadgen.mcp.sdk;

import io.leadgen.error.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The running calls, which can be cancelled. Safe for use by several threads. */
public final class RunningCalls {
    private final Map<CallId, Cancellation> running = new ConcurrentHashMap<>();

    /** Cancels a call and its statement at the warehouse; false if it is not running. */
    public boolean cancel(CallId call) {
        Cancellation cancellation = running.remove(call);
        if (cancellation == null) {
            return false;
        }
        cancellation.cancel();
        return true;
    }

    public void cancelAll() {
        List.copyOf(running.keySet()).forEach(this::cancel);
    }

    public int size() {
        return running.size();
    }

    void started(CallId call, Cancellation cancellation) {
        running.put(call, cancellation);
    }

    void ended(CallId call, Cancellation cancellation) {
        running.remove(call, cancellation);
    }
}
