package io.leadgen.mcp;

import io.leadgen.audience.AudienceService;
import io.leadgen.runtime.Leadgen;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * leadgen, opened by the first question: clients that only list tools do not wait for a warehouse. If opening fails, the next
 * question tries again. Safe for use by several threads.
 */
public final class LazyLeadgen implements Supplier<AudienceService>, AutoCloseable {
    private final Supplier<Leadgen> opener;
    private @Nullable Leadgen leadgen;

    /** @param opener opens leadgen; its errors become those of the question */
    public LazyLeadgen(Supplier<Leadgen> opener) {
        this.opener = opener;
    }

    /** The service that answers questions; a {@code LeadgenException} if leadgen cannot be opened. */
    @Override
    public AudienceService get() {
        return leadgen().audience();
    }

    /** Returns if questions can be answered; a {@code LeadgenException} otherwise. */
    public void check() {
        leadgen().check();
    }

    private synchronized Leadgen leadgen() {
        if (leadgen == null) {
            leadgen = opener.get();
        }
        return leadgen;
    }

    /** Closes leadgen if it is open; running questions fail with an error. */
    @Override
    public synchronized void close() {
        if (leadgen != null) {
            leadgen.close();
            leadgen = null;
        }
    }
}
