package io.leadgen.mcp.sdk;

import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
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
 * Runs calls concurrently, each with a timeout. A call that exceeds it, is cancelled, or whose client is gone is stopped, including
 * its statement at the warehouse. Every call is answered within the timeout and its grace period, even if it does not stop.
 */
public final class CallExecutor implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final CallLimits limits;
    private final RunningCalls running;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor watch = timer("leadgen-watch");
    /** Separate from the watch: a client that does not read must not delay the timeouts of others. */
    private final ScheduledThreadPoolExecutor progressTimer = timer("leadgen-progressTimer");

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

    public RunningCalls running() {
        return running;
    }

    public CallLimits limits() {
        return limits;
    }

    /**
     * @param id the id to cancel the call, or null
     * @param work the call; may throw anything
     * @param failure converts an error to an answer
     * @param progress gets the number of its previous calls while the call runs, or null
     */
    <T> Mono<T> answer(
            @Nullable CallId id,
            Function<Cancellation, T> work,
            Function<LeadgenException, T> failure,
            @Nullable Consumer<Integer> progress) {
        return Mono.create(sink -> new Call<>(id, work, failure, sink).start(progress));
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

        void start(@Nullable Consumer<Integer> progress) {
            ScheduledFuture<?> deadline = after(limits.timeout(), this::stop);
            ScheduledFuture<?> last =
                    after(limits.timeout().plus(limits.grace()), () -> sink.success(failure.apply(tooLate())));
            ScheduledFuture<?> progressTask = progress == null ? null : report(progress);
            if (id != null) {
                running.started(id, cancellation);
            }
            sink.onCancel(cancellation::cancel);
            sink.onDispose(() -> {
                deadline.cancel(false);
                last.cancel(false);
                if (progressTask != null) {
                    progressTask.cancel(false);
                }
                if (id != null) {
                    running.ended(id, cancellation);
                }
            });
            try {
                workers.execute(this);
            } catch (RejectedExecutionException e) {
                sink.success(failure.apply(
                        LeadgenException.of(ErrorCode.BUSY, "Too many calls are waiting", "try again in a moment")));
            }
        }

        private ScheduledFuture<?> after(Duration time, Runnable action) {
            return watch.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
        }

        private ScheduledFuture<?> report(Consumer<Integer> progress) {
            AtomicInteger count = new AtomicInteger();
            long step = limits.progressInterval().toNanos();
            return progressTimer.scheduleAtFixedRate(
                    () -> progress.accept(count.incrementAndGet()), step, step, TimeUnit.NANOSECONDS);
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
                answer = failure.apply(e.code() == ErrorCode.CANCELLED && late ? tooLate() : e);
            } catch (Throwable e) {
                answer = failure.apply(LeadgenException.causedBy(ErrorCode.INTERNAL, "Internal error", e));
            }
            sink.success(answer);
        }
    }

    private LeadgenException tooLate() {
        return LeadgenException.of(
                ErrorCode.TIMEOUT,
                "The call exceeded the limit of " + limits.timeout().toSeconds() + " seconds and was stopped",
                "use a narrower predicate, fewer groups or a shorter period");
    }

    /** One daemon thread for tasks at a time. */
    static ScheduledThreadPoolExecutor timer(String name) {
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

    /** Cancels all calls and waits for the grace period. */
    @Override
    public void close() {
        watch.shutdownNow();
        progressTimer.shutdownNow();
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
