package io.leadgen.tests.databricks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an emulator was asked, in the order in which requests came. Holds paths, statements with their markers, and types of
 * parameters; never a secret, a token or the value of a parameter. Safe for use by several threads.
 */
public final class RequestJournal {
    private final List<Request> requests = new ArrayList<>();
    private final List<String> refusedTargets = new ArrayList<>();
    private int openSessions;
    private int runningStatements;
    private int openStatements;

    RequestJournal() {}

    /**
     * One request.
     *
     * @param at when it came
     * @param path without the query
     * @param userAgent who says to be asking, or an empty text
     * @param statement for {@link Endpoint#EXECUTE} what is to be run, with its parameters' types in place of the values; else null
     */
    public record Request(
            Instant at,
            Endpoint endpoint,
            String method,
            String path,
            String userAgent,
            @Nullable String statement) {}

    /** All requests, oldest first. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests of one kind, oldest first. */
    public List<Request> requests(Endpoint endpoint) {
        return requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .toList();
    }

    /** The requests to cancel a statement, oldest first. */
    public List<Request> cancels() {
        return requests(Endpoint.CANCEL);
    }

    /** The requests that must never be made, for telemetry and for feature flags. A test fails if there is one. */
    public List<Request> tripwires() {
        return requests().stream()
                .filter(request -> request.endpoint().isTripwire())
                .toList();
    }

    /** Where else somebody wanted to go through the proxy, as {@code host:port}; each was refused. */
    public synchronized List<String> refusedTargets() {
        return List.copyOf(refusedTargets);
    }

    /** Sessions that were opened and not closed. */
    public synchronized int openSessions() {
        return openSessions;
    }

    /** Statements that wait or run. */
    public synchronized int runningStatements() {
        return runningStatements;
    }

    /** Statements that were not closed, whether they run or have ended. */
    public synchronized int openStatements() {
        return openStatements;
    }

    synchronized void add(Request request) {
        requests.add(request);
    }

    synchronized void refused(String target) {
        refusedTargets.add(target);
    }

    synchronized void sessions(int more) {
        openSessions += more;
    }

    synchronized void running(int more) {
        runningStatements += more;
    }

    synchronized void statements(int more) {
        openStatements += more;
    }
}
