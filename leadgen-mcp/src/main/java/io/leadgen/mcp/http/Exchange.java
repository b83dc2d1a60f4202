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
import java.util.Locale;
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
 * An authenticated request and its response: a JSON document, or a stream of events that ends with it.
 *
 * <p>Safe for use by several threads. No method waits for the client. Data that it does not read is queued up to a limit, then the
 * client is disconnected. A disconnect is detected by the next write, so comments are sent while a client waits. They also keep
 * proxies from closing the connection.
 */
public final class Exchange {
    private static final int MAX_QUEUED = 64;
    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT_END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final CallerIdentity identity;
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
    private Scheduler.@Nullable Task heartbeat;

    Exchange(
            Request request,
            Response response,
            Callback callback,
            CallerIdentity identity,
            Scheduler scheduler,
            Executor executor) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.identity = identity;
        this.scheduler = scheduler;
        this.executor = executor;
        List<String> accepted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT).stream()
                .map(type -> type.replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT))
                .toList();
        this.takesEvents = accepted.contains("text/event-stream") || accepted.contains("text/*");
        this.takesJson = request.getHeaders().get(HttpHeader.ACCEPT) == null
                || accepted.contains("*/*")
                || accepted.contains("application/*")
                || accepted.contains("application/json");
    }

    public CallerIdentity identity() {
        return identity;
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

    /** Sets a header of the response; has no effect after its start. */
    public void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /** Runs an action when the client disconnects before the response; at once if it already has. */
    public void onGone(Runnable action) {
        synchronized (this) {
            if (!gone) {
                whenGone.add(action);
                return;
            }
        }
        action.run();
    }

    /** Runs an action when the response is complete, before it is sent; at once if it already is. */
    public void onAnswered(Runnable action) {
        synchronized (this) {
            if (!answered) {
                whenAnswered.add(action);
                return;
            }
        }
        action.run();
    }

    /** Responds with a JSON document, or with the last event of a stream. Only the first response counts. */
    public synchronized void answer(int status, byte[] json) {
        if (answered) {
            return;
        }
        if (streaming || !takesJson) {
            event(json);
            complete();
        } else {
            answered();
            Responses.send(response, last(), status, "application/json", json);
        }
    }

    /** Responds with a refusal of the request with this id, or with none. */
    public synchronized void refuse(Refusal refusal, @Nullable JsonNode id) {
        if (answered) {
            return;
        }
        if (streaming) {
            event(refusal.json(id));
            complete();
        } else {
            answered();
            Responses.refuse(response, last(), refusal, id);
        }
    }

    /** Responds with a status only. */
    public synchronized void answer(int status) {
        if (!answered) {
            answered();
            response.setStatus(status);
            response.write(true, null, last());
        }
    }

    /** Sends an event, and starts the stream if necessary; has no effect for clients that do not accept streams. */
    public void event(byte[] json) {
        if (takesEvents) {
            send(ByteBuffer.allocate(EVENT.length + json.length + EVENT_END.length)
                    .put(EVENT)
                    .put(json)
                    .put(EVENT_END)
                    .flip());
        }
    }

    public void open() {
        send(ByteBuffer.wrap(HEARTBEAT));
    }

    /** Ends the stream after the queued events. */
    public synchronized void complete() {
        if (!answered) {
            answered();
            if (!writing) {
                response.write(true, null, last());
            }
        }
    }

    /** Sends comments at this interval until the response, to clients that accept streams. */
    public synchronized void keepAlive(Duration step) {
        if (takesEvents && !answered) {
            Runnable next = () -> {
                open();
                keepAlive(step);
            };
            heartbeat = scheduler.schedule(() -> run(next), step.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void send(ByteBuffer bytes) {
        if (answered) {
            return;
        }
        if (!streaming) {
            streaming = true;
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
            // Disables buffering in proxies.
            response.getHeaders().put("X-Accel-Buffering", "no");
        }
        if (waiting.size() >= MAX_QUEUED) {
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

    private Callback last() {
        done = true;
        return callback;
    }

    private void answered() {
        answered = true;
        if (heartbeat != null) {
            heartbeat.cancel();
        }
        whenAnswered.forEach(Runnable::run);
    }

    /** On another thread, because this may be a thread of Jetty that holds the lock. */
    private void run(Runnable action) {
        try {
            executor.execute(action);
        } catch (RejectedExecutionException e) {
            // The server is stopping and cancels all calls.
        }
    }
}
