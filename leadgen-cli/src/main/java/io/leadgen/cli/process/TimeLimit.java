package io.leadgen.cli.process;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.warehouse.Cancellation;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How long whoever asks wants to wait, {@code --timeout}. What has not ended by then is cancelled, down to its statement on the
 * warehouse; what does not end even so is left behind, as it ends with the process.
 */
public record TimeLimit(Duration time) {
    private static final Duration GRACE = Duration.ofSeconds(1);

    /**
     * Does some work within the limit.
     *
     * @throws LeadgenException TIMEOUT, or what the work throws
     */
    public <T> T within(Cancellation cancellation, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = new Thread(task, "leadgen-question");
        worker.setDaemon(true);
        worker.start();
        try {
            return result(task, time);
        } catch (TimeoutException late) {
            cancellation.cancel();
        }
        try {
            return result(task, GRACE);
        } catch (TimeoutException lost) {
            throw timeout();
        } catch (LeadgenException stopped) {
            throw stopped.code() == ErrorCode.CANCELLED ? timeout() : stopped;
        }
    }

    private static <T> T result(FutureTask<T> task, Duration patience) throws TimeoutException {
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
        }
    }

    private LeadgenException timeout() {
        return LeadgenException.of(
                ErrorCode.TIMEOUT,
                "No answer within the " + text(time) + " of --timeout; the question was stopped",
                "give it more time: --timeout " + text(time.multipliedBy(2)));
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
