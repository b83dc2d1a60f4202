package io.leadgen.mcp.engine;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * leadgen behind the server. The first question starts it, and not the server: a client that only wants to know which tools there
 * are waits for no warehouse. A start that fails is tried again by the next question.
 *
 * <p>Safe for use by several threads. Closing it ends the warehouse; questions still under way end with an error.
 */
public final class Engine implements Supplier<AudienceService>, AutoCloseable {

    /**
     * Something that has started.
     *
     * @param check throws if questions cannot be answered at present
     * @param stop ends it
     */
    public record Started(AudienceService audience, Runnable check, Runnable stop) {
        public Started {
            requireNonNull(audience, "audience");
            requireNonNull(check, "check");
            requireNonNull(stop, "stop");
        }

        /** Something of which nothing else is known than that it has started. */
        public Started(AudienceService audience, Runnable stop) {
            this(audience, () -> {}, stop);
        }

        private static Started of(Leadgen leadgen) {
            return new Started(leadgen.audience(), leadgen::check, leadgen::close);
        }
    }

    private final Supplier<Started> start;
    private final boolean propagatesRequestIds;
    private volatile @Nullable Started started;

    /**
     * An engine that starts in some way.
     *
     * @param propagatesRequestIds whether an id that a caller chose is the question's id
     */
    public Engine(Supplier<Started> start, boolean propagatesRequestIds) {
        this.start = requireNonNull(start, "start");
        this.propagatesRequestIds = propagatesRequestIds;
    }

    /** What a configuration describes. */
    public static Engine of(LeadgenConfig config) {
        return new Engine(
                () -> Started.of(Leadgen.open(config)), config.observability().propagateRequestIds());
    }

    /**
     * The demo.
     *
     * @param progress gets a line for each step that takes time
     */
    public static Engine demo(LeadgenHome home, Consumer<String> progress) {
        return new Engine(() -> Started.of(Leadgen.demo(home, progress)), true);
    }

    /**
     * The questions that can be asked.
     *
     * @throws io.leadgen.error.LeadgenException if the engine does not start
     */
    @Override
    public AudienceService get() {
        Started running = started;
        return (running == null ? started() : running).audience();
    }

    private synchronized Started started() {
        Started running = started;
        if (running == null) {
            running = start.get();
            started = running;
        }
        return running;
    }

    /**
     * Returns if questions can be answered at present.
     *
     * @throws io.leadgen.error.LeadgenException if not
     */
    public void check() {
        Started running = started;
        (running == null ? started() : running).check().run();
    }

    /** Whether an id that a caller chose is the question's id; else each question gets one of ours. */
    public boolean propagatesRequestIds() {
        return propagatesRequestIds;
    }

    @Override
    public synchronized void close() {
        Started running = started;
        if (running != null) {
            running.stop().run();
            started = null;
        }
    }
}
