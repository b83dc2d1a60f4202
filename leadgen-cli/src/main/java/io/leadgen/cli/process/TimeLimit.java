package io.leadgen.cli.process;

import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The timeout of a command, {@code --timeout}. At its end the work is cancelled, down to its statement on the warehouse. Work that
 * does not react to that ends with the process.
 */
public record TimeLimit(Duration time) {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7})(ms|s|m|h|)");

    /**
     * Reads {@code 500ms}, {@code 30s}, {@code 2m} or {@code 1h}; a number alone is in seconds.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it is no time, zero, or longer than a day
     */
    public static TimeLimit parse(String value) {
        Matcher written = WRITTEN.matcher(value);
        if (written.matches()) {
            ChronoUnit unit = switch (written.group(2)) {
                case "ms" -> ChronoUnit.MILLIS;
                case "m" -> ChronoUnit.MINUTES;
                case "h" -> ChronoUnit.HOURS;
                default -> ChronoUnit.SECONDS;
            };
            Duration time = Duration.of(Long.parseLong(written.group(1)), unit);
            if (!time.isZero() && time.compareTo(LONGEST) <= 0) {
                return new TimeLimit(time);
            }
        }
        throw LeadgenException.invalid(
                "A timeout is a number followed by ms, s, m or h, at most one day", "for example 30s");
    }

    /** Runs work within the limit; TIMEOUT after it, or what the work throws. */
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
                "No answer within the timeout of " + text(time) + "; the question was cancelled",
                "allow more time: --timeout " + text(time.multipliedBy(2)));
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
