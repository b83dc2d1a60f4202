package io.leadgen.mcp.sdk;

import io.leadgen.warehouse.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is being answered, so that it can be stopped. Safe for use by several threads. */
public final class RunningCalls {
    private final Map<CallId, Cancellation> running = new ConcurrentHashMap<>();

    /**
     * Stops a call, and its statement at the warehouse.
     *
     * @return whether it was there
     */
    public boolean cancel(CallId call) {
        Cancellation cancellation = running.remove(call);
        if (cancellation == null) {
            return false;
        }
        cancellation.cancel();
        return true;
    }

    /** Stops all that is running. */
    public void cancelAll() {
        List.copyOf(running.keySet()).forEach(this::cancel);
    }

    /** How many calls are running. */
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
