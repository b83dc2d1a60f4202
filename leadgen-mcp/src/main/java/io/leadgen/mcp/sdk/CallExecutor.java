package io.leadgen.mcp.sdk;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.warehouse.Cancellation;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Answers calls, several at once, each within a bounded time. A call that takes too long, that is cancelled, or that nobody waits
 * for any more is stopped, down to its statement at the warehouse.
 *
 * <p>Every call is answered within the limit and its grace, even if what it does cannot be stopped.
 */
public final class CallExecutor implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final CallLimits limits;
    private final RunningCalls running;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watch = timer("leadgen-watch");
    /** Apart from the watch: who does not read what is sent must not keep others from being stopped. */
    private final ScheduledThreadPoolExecutor life = timer("leadgen-life");

    public CallExecutor(CallLimits limits, RunningCalls running) {
        this.limits = limits;
        this.running = running;
        this.workers = new ThreadPoolExecutor(
                limits.parallel(),
                limits.parallel(),
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(limits.waiting()),
                threads("leadgen-call"));
        workers.allowCoreThreadTimeOut(true);
    }

    /** What can be stopped. */
    public RunningCalls running() {
        return running;
    }

    /** The bounds that are kept. */
    public CallLimits limits() {
        return limits;
    }

    /**
     * Answers a call on a thread of its own.
     *
     * @param id under which the call can be stopped, or null
     * @param work answers; may throw anything
     * @param failure the answer in place of one, for each error; gets no cause
     * @param alive told how often it was told before, while the call goes on; null if nobody wants to know
     */
    <T> Mono<T> answer(
            @Nullable CallId id,
            Function<Cancellation, T> work,
            Function<LeadgenException, T> failure,
            @Nullable Consumer<Integer> alive) {
        return Mono.create(sink -> new Call<>(id, work, failure, sink).start(alive));
    }

    private final class Call<T> implements Runnable {
        private final @Nullable CallId id;
        private final Function<Cancellation, T> work;
        private final Function<LeadgenException, T> failure;
        private final MonoSink<T> sink;
        private final Cancellation cancellation = new Cancellation();
        private volatile boolean late;

        Call(
                @Nullable CallId id,
                Function<Cancellation, T> work,
                Function<LeadgenException, T> failure,
                MonoSink<T> sink) {
            this.id = id;
            this.work = work;
            this.failure = failure;
            this.sink = sink;
        }

        void start(@Nullable Consumer<Integer> alive) {
            ScheduledFuture<?> deadline = after(limits.longest(), this::stop);
            ScheduledFuture<?> last =
                    after(limits.longest().plus(limits.grace()), () -> sink.success(failure(tooLate())));
            ScheduledFuture<?> signs = alive == null ? null : signs(alive);
            if (id != null) {
                running.started(id, cancellation);
            }
            sink.onCancel(cancellation::cancel);
            sink.onDispose(() -> {
                deadline.cancel(false);
                last.cancel(false);
                if (signs != null) {
                    signs.cancel(false);
                }
                if (id != null) {
                    running.ended(id, cancellation);
                }
            });
            try {
                workers.execute(this);
            } catch (RejectedExecutionException e) {
                sink.success(failure(LeadgenException.of(
                        ErrorCode.BUSY, "Too many calls are waiting to be answered", "ask again in a moment")));
            }
        }

        private ScheduledFuture<?> after(Duration time, Runnable action) {
            return watch.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
        }

        private ScheduledFuture<?> signs(Consumer<Integer> alive) {
            AtomicInteger told = new AtomicInteger();
            long step = limits.signOfLife().toNanos();
            return life.scheduleAtFixedRate(
                    () -> alive.accept(told.incrementAndGet()), step, step, TimeUnit.NANOSECONDS);
        }

        private void stop() {
            late = true;
            cancellation.cancel();
        }

        @Override
        public void run() {
            T answer;
            try {
                cancellation.check();
                answer = work.apply(cancellation);
            } catch (LeadgenException e) {
                answer = failure(e.code() == ErrorCode.CANCELLED && late ? tooLate() : e);
            } catch (Throwable e) {
                answer = failure(LeadgenException.causedBy(
                        ErrorCode.INTERNAL, "A defect of leadgen kept this from being answered", e));
            }
            sink.success(answer);
        }

        private T failure(LeadgenException error) {
            return failure.apply(error);
        }
    }

    private LeadgenException tooLate() {
        return LeadgenException.of(
                ErrorCode.TIMEOUT,
                "The call has taken longer than " + limits.longest().toSeconds() + " seconds and was stopped",
                "ask for less at once: a narrower predicate, fewer groups, a shorter time; then try again");
    }

    private static ScheduledThreadPoolExecutor timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads(name));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Stops all that is running, and waits a moment for it to end. */
    @Override
    public void close() {
        watch.shutdownNow();
        life.shutdownNow();
        workers.shutdown();
        running.cancelAll();
        try {
            if (!workers.awaitTermination(limits.grace().toNanos(), TimeUnit.NANOSECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
