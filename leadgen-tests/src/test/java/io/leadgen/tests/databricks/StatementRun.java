package io.leadgen.tests.databricks;

import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One statement, from the request to run it until it is forgotten. */
final class StatementRun {
    /** As the service names them. */
    enum State {
        PENDING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELED,
        CLOSED
    }

    /** How a statement does at one moment; a result belongs to SUCCEEDED, a failure to FAILED. */
    record Progress(
            State state,
            @Nullable SqlResult result,
            @Nullable SqlFailure failure) {}

    private final String id = UUID.randomUUID().toString();
    private final SqlStatement statement;
    private final SqlBackend backend;
    private final RequestJournal journal;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Progress progress = new Progress(State.PENDING, null, null);

    StatementRun(SqlStatement statement, SqlBackend backend, RequestJournal journal) {
        this.statement = statement;
        this.backend = backend;
        this.journal = journal;
        journal.statements(1);
        journal.running(1);
    }

    String id() {
        return id;
    }

    synchronized Progress progress() {
        return progress;
    }

    /** Runs the statement to its end, whatever that is. */
    void run(Fault.Course course) {
        try {
            cancellation.pause(course.pending());
            if (proceed()) {
                cancellation.pause(course.running());
                if (course.failure() != null) {
                    throw course.failure();
                }
                SqlResult result = backend.execute(statement, cancellation);
                end(new Progress(State.SUCCEEDED, result, null));
            }
        } catch (SqlFailure e) {
            end(new Progress(State.FAILED, null, e));
        } catch (LeadgenException e) {
            cancel();
        } catch (Throwable e) {
            // Whatever an engine throws, also what it does not declare: a statement that never ended would hang its
            // client.
            end(new Progress(State.FAILED, null, SqlFailure.of("INTERNAL_ERROR", "XX000", "The engine broke.", e)));
            throw e;
        }
    }

    private synchronized boolean proceed() {
        boolean goesOn = progress.state() == State.PENDING;
        if (goesOn) {
            progress = new Progress(State.RUNNING, null, null);
        }
        return goesOn;
    }

    private synchronized void end(Progress end) {
        if (ended.getCount() > 0) {
            progress = end;
            journal.running(-1);
            ended.countDown();
        }
    }

    /** Waits for the end, but no longer than that; whether it has come. */
    boolean await(Duration time) throws InterruptedException {
        return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Before the engine stops, the statement is CANCELED: what the engine throws then would say FAILED. */
    void cancel() {
        end(new Progress(State.CANCELED, null, null));
        cancellation.cancel();
    }

    /** Ends the statement because of the session's time-out. */
    void timeOut() {
        SqlFailure failure = SqlFailure.of("QUERY_EXECUTION_TIMEOUT_EXCEEDED", "57KD0", "The statement took too long.");
        end(new Progress(State.FAILED, null, failure));
        cancellation.cancel();
    }

    /** Stops the statement if it runs, and forgets its result. */
    void close() {
        cancel();
        synchronized (this) {
            if (progress.state() != State.CLOSED) {
                progress = new Progress(State.CLOSED, null, null);
                journal.statements(-1);
            }
        }
    }
}
