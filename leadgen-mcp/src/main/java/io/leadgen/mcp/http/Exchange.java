package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.auth.CallerIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One request of somebody who is known, and its answer: one JSON document, or a stream of events that ends with it.
 *
 * <p>Safe for use by several threads. No method waits for the client: what it does not take at once is kept, up to a bound, and a client
 * beyond that is given up. One that has gone is noticed at the next write, so there are empty comments while somebody waits; they keep
 * proxies from giving up as well.
 */
public final class Exchange {
    private static final int MOST_WAITING = 64;
    private static final byte[] BEAT = ": \n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT_END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final CallerIdentity asker;
    private final Scheduler scheduler;
    private final Executor executor;
    private final boolean takesJson;
    private final boolean takesEvents;
    private final List<Runnable> whenAnswered = new ArrayList<>();
    private final List<Runnable> whenGone = new ArrayList<>();
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private boolean streaming;
    private boolean writing;
    private boolean answered;
    private boolean done;
    private boolean gone;
    private Scheduler.@Nullable Task beat;

    Exchange(
            Request request,
            Response response,
            Callback callback,
            CallerIdentity asker,
            Scheduler scheduler,
            Executor executor) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.asker = asker;
        this.scheduler = scheduler;
        this.executor = executor;
        String accepted = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        this.takesEvents = accepted.contains("text/event-stream");
        this.takesJson = accepted.isEmpty() || accepted.contains("*/*") || accepted.contains("application/json");
    }

    /** On whose behalf the request comes. */
    public CallerIdentity asker() {
        return asker;
    }

    /** The value of a header, or null; the first if there are several. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    boolean takesJson() {
        return takesJson;
    }

    boolean takesEvents() {
        return takesEvents;
    }

    /** Sets a header of the answer; without effect once it has begun. */
    public void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /** What to do if the client goes away before it has its answer: at once, if it has already. */
    public void onGone(Runnable action) {
        synchronized (this) {
            if (!gone) {
                whenGone.add(action);
                return;
            }
        }
        action.run();
    }

    /** What to do when there is nothing more to be said, before the client reads it: at once, if that is so already. */
    public void onAnswered(Runnable action) {
        synchronized (this) {
            if (!answered) {
                whenAnswered.add(action);
                return;
            }
        }
        action.run();
    }

    /** Answers with one JSON document, be it as the last event of a stream. Only the first answer counts. */
    public synchronized void answer(int status, byte[] json) {
        if (answered) {
            return;
        }
        if (streaming || !takesJson) {
            event(json);
            complete();
        } else {
            answered();
            Answers.send(response, last(), status, "application/json", json);
        }
    }

    /**
     * Answers that the request is not served.
     *
     * @param id of the request; null if it cannot be told
     */
    public synchronized void refuse(Refusal refusal, @Nullable JsonNode id) {
        if (answered) {
            return;
        }
        if (streaming) {
            event(refusal.json(id));
            complete();
        } else {
            answered();
            Answers.refuse(response, last(), refusal, id);
        }
    }

    /** Answers with a status only. */
    public synchronized void answer(int status) {
        if (!answered) {
            answered();
            response.setStatus(status);
            response.write(true, null, last());
        }
    }

    /** Sends an event, and begins the stream if it has not begun; a client that does not know streams gets none. */
    public void event(byte[] json) {
        if (takesEvents) {
            send(ByteBuffer.allocate(EVENT.length + json.length + EVENT_END.length)
                    .put(EVENT)
                    .put(json)
                    .put(EVENT_END)
                    .flip());
        }
    }

    /** Begins the stream. */
    public void open() {
        send(ByteBuffer.wrap(BEAT));
    }

    /** Ends the stream, when all of it is sent. */
    public synchronized void complete() {
        if (!answered) {
            answered();
            if (!writing) {
                response.write(true, null, last());
            }
        }
    }

    /** From now on somebody waits: sends signs of life to clients that know streams. */
    public synchronized void keepAlive(Duration step) {
        if (takesEvents && !answered) {
            beat = scheduler.schedule(() -> beat(step), step.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void beat(Duration step) {
        run(() -> {
            open();
            keepAlive(step);
        });
    }

    private synchronized void send(ByteBuffer bytes) {
        if (answered) {
            return;
        }
        if (!streaming) {
            streaming = true;
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
            // A proxy that collects events would deliver them when it is too late.
            response.getHeaders().put("X-Accel-Buffering", "no");
        }
        if (waiting.size() >= MOST_WAITING) {
            giveUp(new IllegalStateException("the client does not read"));
            return;
        }
        waiting.add(bytes);
        if (!writing) {
            writeNext();
        }
    }

    private void writeNext() {
        ByteBuffer next = waiting.poll();
        if (next != null) {
            writing = true;
            response.write(false, next, Callback.from(this::written, this::giveUp));
        } else if (answered && !done) {
            response.write(true, null, last());
        }
    }

    private synchronized void written() {
        writing = false;
        writeNext();
    }

    private synchronized void giveUp(Throwable reason) {
        if (done) {
            return;
        }
        done = true;
        gone = true;
        waiting.clear();
        callback.failed(reason);
        whenGone.forEach(this::run);
        if (!answered) {
            answered();
        }
    }

    /** For the write behind which there is none. */
    private Callback last() {
        done = true;
        return callback;
    }

    private void answered() {
        answered = true;
        if (beat != null) {
            beat.cancel();
        }
        whenAnswered.forEach(Runnable::run);
    }

    /** Not on this thread, which may be Jetty's own and hold this object. */
    private void run(Runnable action) {
        try {
            executor.execute(action);
        } catch (RejectedExecutionException e) {
            // The server is stopping, and stops calls itself.
        }
    }
}
