package io.leadgen.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.Asker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One request of somebody who is known, and its answer: one JSON document, or a stream of events.
 *
 * <p>Safe for use by several threads. A client that has gone is noticed at the next write, and there is one every two seconds while
 * somebody waits: an empty comment, which also keeps proxies from giving up.
 */
public final class Exchange {
    private static final long BEAT_SECONDS = 2;
    private static final byte[] BEAT = ": \n\n".getBytes(StandardCharsets.US_ASCII);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Asker asker;
    private final Scheduler scheduler;
    private final Executor executor;
    private final boolean takesJson;
    private final boolean takesEvents;
    private final List<Runnable> whenGone = new ArrayList<>();
    private boolean streaming;
    private boolean done;
    private boolean gone;
    private Scheduler.@Nullable Task beat;

    Exchange(
            Request request,
            Response response,
            Callback callback,
            Asker asker,
            Scheduler scheduler,
            Executor executor) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.asker = asker;
        this.scheduler = scheduler;
        this.executor = executor;
        String accepted = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        boolean anything = accepted.isEmpty() || accepted.contains("*/*");
        this.takesJson = anything || accepted.contains("application/");
        this.takesEvents = !accepted.isEmpty() && accepted.contains("text/event-stream");
    }

    /** On whose behalf the request comes. */
    public Asker asker() {
        return asker;
    }

    /** The value of a header, or null; the first if there are several. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    boolean takesJson() {
        return takesJson;
    }

    /** Whether the client can read a stream of events. */
    public boolean takesEvents() {
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

    /** Answers with one JSON document, be it as the last event of a stream. Only the first answer counts. */
    public void answer(int status, byte[] json) {
        boolean asEvent;
        synchronized (this) {
            asEvent = streaming || !takesJson;
        }
        if (asEvent) {
            event(json);
            complete();
        } else {
            document(status, json);
        }
    }

    /**
     * Answers that the request is not served.
     *
     * @param id of the request; null if it cannot be told
     */
    public void refuse(Refusal refusal, @Nullable JsonNode id) {
        boolean begun;
        synchronized (this) {
            begun = streaming;
        }
        if (begun) {
            event(refusal.json(id));
            complete();
        } else {
            document(refusal, id);
        }
    }

    private synchronized void document(Refusal refusal, @Nullable JsonNode id) {
        if (finish()) {
            Answers.refuse(response, callback, refusal, id);
        }
    }

    private synchronized void document(int status, byte[] json) {
        if (finish()) {
            Answers.send(response, callback, status, "application/json", json);
        }
    }

    /** Answers that nothing has to be said. */
    public synchronized void accept() {
        if (finish()) {
            response.setStatus(HttpStatus.ACCEPTED_202);
            response.write(true, null, callback);
        }
    }

    /** Sends an event, and begins the stream if it has not begun. Blocks while the client is slow. */
    public void event(byte[] json) {
        ByteBuffer event = ByteBuffer.allocate(json.length + 32);
        event.put("event: message\ndata: ".getBytes(StandardCharsets.US_ASCII))
                .put(json)
                .put((byte) '\n')
                .put((byte) '\n');
        write(event.flip());
    }

    /** Ends the stream. */
    public synchronized void complete() {
        if (finish()) {
            response.write(true, null, callback);
        }
    }

    /** Begins the stream. */
    public void open() {
        write(ByteBuffer.wrap(BEAT));
    }

    /** From now on somebody waits: signs of life are sent. */
    public synchronized void keepAlive() {
        if (takesEvents && !done) {
            beat = scheduler.schedule(this::beat, BEAT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** On the scheduler's thread, which must not wait for a client. */
    private void beat() {
        try {
            executor.execute(() -> {
                write(ByteBuffer.wrap(BEAT));
                keepAlive();
            });
        } catch (RejectedExecutionException e) {
            // The server is stopping.
        }
    }

    private void write(ByteBuffer bytes) {
        List<Runnable> actions;
        synchronized (this) {
            if (done) {
                return;
            }
            try {
                if (!streaming) {
                    streaming = true;
                    response.setStatus(HttpStatus.OK_200);
                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
                    // A proxy that collects the events would deliver them when it is too late.
                    response.getHeaders().put("X-Accel-Buffering", "no");
                }
                Content.Sink.write(response, false, bytes);
                return;
            } catch (IOException e) {
                finish();
                gone = true;
                callback.failed(e);
                actions = List.copyOf(whenGone);
            }
        }
        actions.forEach(Runnable::run);
    }

    /** Whether this was the first to finish it. */
    private synchronized boolean finish() {
        if (done) {
            return false;
        }
        done = true;
        if (beat != null) {
            beat.cancel();
        }
        return true;
    }
}
