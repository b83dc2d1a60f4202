package io.leadgen.mcp.http;

import io.leadgen.mcp.auth.Authenticator;
import io.leadgen.mcp.auth.Authenticator.Verdict;
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
 * The endpoint {@code /mcp}. It authenticates a request and checks its rate before it reads any byte of the body. A slow body occupies
 * no thread.
 */
final class McpHandler extends Handler.Abstract {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp.http");
    private static final int KB = 1024;
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");
    private static final String CLOSE = "close";
    private static final String ISSUER_AWAY_SECONDS = "10";
    private static final Refusal TOO_LARGE = Refusal.transport(
                    HttpStatus.PAYLOAD_TOO_LARGE_413, "The message is too large")
            .with(HttpHeader.CONNECTION.asString(), CLOSE);
    private static final Refusal TOO_SLOW = Refusal.transport(
                    HttpStatus.REQUEST_TIMEOUT_408, "The message did not arrive in time")
            .with(HttpHeader.CONNECTION.asString(), CLOSE);
    private static final Refusal BUSY = Refusal.transport(
                    HttpStatus.SERVICE_UNAVAILABLE_503, "The server is busy, try again in a moment")
            .with(HttpHeader.RETRY_AFTER.asString(), "1");
    private static final Refusal INTERNAL_ERROR =
            Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR_500, Refusal.INTERNAL, "Internal error");

    private final Authenticator authenticator;
    private final Endpoint endpoint;
    private final RateLimiter rates;
    private final Semaphore permits;
    private final HttpLimits limits;
    private final Executor executor;
    private final long bodySeconds;

    /**
     * @param executor runs blocking tasks
     * @param bodySeconds timeout for receiving a body
     */
    McpHandler(Authenticator authenticator, Endpoint endpoint, HttpLimits limits, Executor executor, long bodySeconds) {
        this.authenticator = authenticator;
        this.endpoint = endpoint;
        this.rates = new RateLimiter(limits.requestsPerMinute(), System::nanoTime);
        this.permits = new Semaphore(limits.maxConcurrentRequests());
        this.limits = limits;
        this.executor = executor;
        this.bodySeconds = bodySeconds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Verdict verdict = authenticator.authenticate(request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION));
        if (verdict instanceof Verdict.Rejected rejected) {
            Refusal refusal = Refusal.transport(rejected.status(), rejected.message());
            if (rejected.challenge() != null) {
                refusal = refusal.with(HttpHeader.WWW_AUTHENTICATE.asString(), rejected.challenge());
            }
            if (rejected.status() == HttpStatus.SERVICE_UNAVAILABLE_503) {
                refusal = refusal.with(HttpHeader.RETRY_AFTER.asString(), ISSUER_AWAY_SECONDS);
            }
            Responses.refuse(response, callback, refusal, null);
            return true;
        }
        CallerIdentity identity = ((Verdict.Accepted) verdict).identity();
        request.setAttribute(AccessLog.PRINCIPAL, identity.principal());
        OptionalLong wait = rates.take(identity.principal());
        if (wait.isPresent()) {
            Responses.refuse(
                    response,
                    callback,
                    Refusal.transport(HttpStatus.TOO_MANY_REQUESTS_429, "Too many requests, try again in a moment")
                            .with(HttpHeader.RETRY_AFTER.asString(), Long.toString(wait.getAsLong())),
                    null);
            return true;
        }
        Exchange exchange =
                new Exchange(request, response, callback, identity, getServer().getScheduler(), executor);
        work(exchange, () -> serve(exchange, request));
        return true;
    }

    private void serve(Exchange exchange, Request request) throws RefusalException {
        switch (request.getMethod()) {
            case "POST" -> post(exchange, request);
            case "GET" -> {
                require(
                        exchange.takesEvents(),
                        HttpStatus.NOT_ACCEPTABLE_406,
                        "The response is text/event-stream; accept it");
                endpoint.listen(exchange);
            }
            case "DELETE" -> endpoint.end(exchange);
            default ->
                throw new RefusalException(
                        Refusal.transport(HttpStatus.METHOD_NOT_ALLOWED_405, "This URL supports POST, GET and DELETE")
                                .with(HttpHeader.ALLOW.asString(), "POST, GET, DELETE"),
                        null);
        }
    }

    private static void require(boolean met, int status, String message) throws RefusalException {
        if (!met) {
            throw new RefusalException(Refusal.transport(status, message), null);
        }
    }

    private void post(Exchange exchange, Request request) throws RefusalException {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        require(
                type != null && JSON.matcher(type).matches(),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                "Messages must have the type application/json");
        require(
                exchange.takesJson() || exchange.takesEvents(),
                HttpStatus.NOT_ACCEPTABLE_406,
                "Responses are application/json or text/event-stream; accept both");
        int most = limits.maxBodyKb() * KB;
        if (request.getLength() > most) {
            throw new RefusalException(TOO_LARGE, null);
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
        // A call may take longer than the idle timeout.
        request.addIdleTimeoutListener(timeout -> false);
        if (!permits.tryAcquire()) {
            exchange.refuse(BUSY, null);
            return;
        }
        exchange.onAnswered(permits::release);
        work(exchange, () -> endpoint.message(exchange, RpcMessage.parse(body)));
    }

    private static void work(Exchange exchange, Work work) {
        try {
            work.run();
        } catch (RefusalException e) {
            exchange.refuse(e.refusal(), e.id());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // Not the message of the exception, which may contain data.
            LOG.log(Level.ERROR, () -> "internal error: " + e.getClass().getName());
            exchange.refuse(INTERNAL_ERROR, null);
        }
    }

    int running() {
        return limits.maxConcurrentRequests() - permits.availablePermits();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws RefusalException;
    }
}
