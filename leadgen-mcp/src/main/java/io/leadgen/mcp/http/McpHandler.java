package io.leadgen.mcp.http;

import io.leadgen.mcp.auth.Access;
import io.leadgen.mcp.auth.Access.Verdict;
import io.leadgen.mcp.auth.CallerIdentity;
import io.leadgen.runtime.config.HttpConfig.HttpLimits;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint {@code /mcp}. First who asks, then how often, and only then what: of somebody unknown, no byte of a body is read. A
 * body that comes slowly occupies no thread.
 */
final class McpHandler extends Handler.Abstract {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http");
    private static final int KB = 1024;
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");
    private static final String CLOSE = "close";
    private static final Refusal TOO_LARGE = Refusal.transport(
                    HttpStatus.PAYLOAD_TOO_LARGE_413, "The message is too large")
            .with(HttpHeader.CONNECTION.asString(), CLOSE);
    private static final Refusal TOO_SLOW = Refusal.transport(
                    HttpStatus.REQUEST_TIMEOUT_408, "The message did not come in time")
            .with(HttpHeader.CONNECTION.asString(), CLOSE);
    private static final Refusal BUSY = Refusal.transport(
                    HttpStatus.SERVICE_UNAVAILABLE_503, "The server is busy, ask again in a moment")
            .with(HttpHeader.RETRY_AFTER.asString(), "1");
    private static final Refusal DEFECT =
            Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR_500, Refusal.INTERNAL, "A defect of leadgen ended the request");

    private final Access access;
    private final Endpoint endpoint;
    private final RequestRates rates;
    private final Semaphore places;
    private final HttpLimits limits;
    private final Executor executor;
    private final long bodySeconds;

    /**
     * @param executor runs what may block
     * @param bodySeconds how long a body may take to come
     */
    McpHandler(Access access, Endpoint endpoint, HttpLimits limits, Executor executor, long bodySeconds) {
        this.access = access;
        this.endpoint = endpoint;
        this.rates = new RequestRates(limits.requestsPerMinute(), System::nanoTime);
        this.places = new Semaphore(limits.maxConcurrentRequests());
        this.limits = limits;
        this.executor = executor;
        this.bodySeconds = bodySeconds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Verdict verdict = access.admit(request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION));
        if (verdict instanceof Verdict.Refused refused) {
            Refusal refusal = Refusal.transport(refused.status(), refused.message());
            String challenge = refused.challenge();
            refuse(
                    response,
                    callback,
                    challenge == null ? refusal : refusal.with(HttpHeader.WWW_AUTHENTICATE.asString(), challenge));
            return true;
        }
        CallerIdentity asker = ((Verdict.Admitted) verdict).asker();
        request.setAttribute(AccessLog.PRINCIPAL, asker.principal());
        OptionalLong wait = rates.take(asker.principal());
        if (wait.isPresent()) {
            refuse(
                    response,
                    callback,
                    Refusal.transport(HttpStatus.TOO_MANY_REQUESTS_429, "Too many requests, ask again in a moment")
                            .with(HttpHeader.RETRY_AFTER.asString(), Long.toString(wait.getAsLong())));
            return true;
        }
        serve(new Exchange(request, response, callback, asker, getServer().getScheduler(), executor), request);
        return true;
    }

    private void serve(Exchange exchange, Request request) {
        switch (request.getMethod()) {
            case "POST" -> post(exchange, request);
            case "GET" -> listen(exchange);
            case "DELETE" -> work(exchange, () -> endpoint.end(exchange));
            default ->
                exchange.refuse(
                        Refusal.transport(HttpStatus.METHOD_NOT_ALLOWED_405, "This address takes POST, GET and DELETE")
                                .with(HttpHeader.ALLOW.asString(), "POST, GET, DELETE"),
                        null);
        }
    }

    private void listen(Exchange exchange) {
        if (exchange.takesEvents()) {
            work(exchange, () -> endpoint.listen(exchange));
        } else {
            exchange.refuse(
                    Refusal.transport(HttpStatus.NOT_ACCEPTABLE_406, "What comes is text/event-stream; accept it"),
                    null);
        }
    }

    private void post(Exchange exchange, Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !JSON.matcher(type).matches()) {
            exchange.refuse(
                    Refusal.transport(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Messages are of the type application/json"),
                    null);
            return;
        }
        if (!exchange.takesJson() && !exchange.takesEvents()) {
            exchange.refuse(
                    Refusal.transport(
                            HttpStatus.NOT_ACCEPTABLE_406,
                            "Answers are application/json or text/event-stream; accept both"),
                    null);
            return;
        }
        int most = limits.maxBodyKb() * KB;
        if (request.getLength() > most) {
            exchange.refuse(TOO_LARGE, null);
            return;
        }
        Scheduler.Task late = getServer()
                .getScheduler()
                .schedule(() -> request.fail(new TimeoutException()), bodySeconds, TimeUnit.SECONDS);
        Content.Source.asByteArrayAsync(
                request, most, Promise.Invocable.from(InvocationType.BLOCKING, (bytes, failure) -> {
                    late.cancel();
                    read(exchange, request, bytes, failure);
                }));
    }

    private void read(Exchange exchange, Request request, byte @Nullable [] body, @Nullable Throwable failure) {
        if (body == null) {
            exchange.refuse(failure instanceof TimeoutException ? TOO_SLOW : TOO_LARGE, null);
            return;
        }
        // A call may take longer than a connection may be idle.
        request.addIdleTimeoutListener(timeout -> false);
        if (!places.tryAcquire()) {
            exchange.refuse(BUSY, null);
            return;
        }
        exchange.onAnswered(places::release);
        work(exchange, () -> endpoint.message(exchange, Message.parse(body)));
    }

    private static void work(Exchange exchange, Work work) {
        try {
            work.run();
        } catch (Refused e) {
            exchange.refuse(e.refusal(), e.id());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // The text of an exception may hold anything; its class tells where to look.
            LOG.log(
                    Level.ERROR,
                    () -> "a defect ended a request: " + e.getClass().getName());
            exchange.refuse(DEFECT, null);
        }
    }

    private static void refuse(Response response, Callback callback, Refusal refusal) {
        Answers.refuse(response, callback, refusal, null);
    }

    /** How many messages are in work. */
    int running() {
        return limits.maxConcurrentRequests() - places.availablePermits();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Refused;
    }
}
