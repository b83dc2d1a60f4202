package io.leadgen.tests.databricks;

import io.leadgen.tests.databricks.Sessions.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements, from the request to run one until it is closed. */
final class Statements {
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,2})s");
    private static final int SHORTEST_WAIT = 5;
    private static final int LONGEST_WAIT = 50;
    /** How long the service lets a client wait that does not say. */
    private static final String DEFAULT_WAIT = "10s";

    private static final int MOST_PARAMETERS = 256;

    private final Map<String, StatementRun> statements = new ConcurrentHashMap<>();
    private final SqlBackend backend;
    private final Workers workers;
    private final RequestJournal journal;
    private final int rowsPerChunk;

    Statements(SqlBackend backend, Workers workers, RequestJournal journal, int rowsPerChunk) {
        this.backend = backend;
        this.workers = workers;
        this.journal = journal;
        this.rowsPerChunk = rowsPerChunk;
    }

    /** Reads the statement that a request wants to run. */
    static SqlStatement read(JsonObject body, @Nullable Session session) throws RefusedRequest {
        List<SqlParameter> parameters = new ArrayList<>();
        for (JsonObject parameter : body.objects("parameters")) {
            parameters.add(new SqlParameter(
                    parameter.text("type").orElse("STRING"),
                    parameter.text("value").orElse(null)));
        }
        if (parameters.size() > MOST_PARAMETERS) {
            throw invalid("A statement has " + MOST_PARAMETERS + " parameters at most.");
        }
        return new SqlStatement(
                body.text("statement").orElseThrow(() -> invalid("There is no statement.")),
                parameters,
                body.text("catalog").orElse(session == null ? null : session.catalog()),
                body.text("schema").orElse(session == null ? null : session.schema()),
                session == null ? Map.of() : session.settings());
    }

    /** Starts a statement and waits as long as the request says. */
    HttpReply execute(SqlStatement statement, JsonObject body, Fault.Course course)
            throws RefusedRequest, InterruptedException {
        Duration wait = wait(body.text("wait_timeout").orElse(DEFAULT_WAIT));
        boolean cancels = body.text("on_wait_timeout").orElse("CONTINUE").equals("CANCEL");
        StatementRun run = new StatementRun(statement, backend, journal);
        statements.put(run.id(), run);
        HttpReply begun = document(run);
        workers.executor().execute(() -> run.run(course));
        timeOut(run, statement.settings().getOrDefault("statement_timeout", "0"));
        if (wait.isZero()) {
            return begun;
        }
        if (!run.await(wait) && cancels) {
            run.cancel();
        }
        return document(run);
    }

    /** Ends a statement that takes longer than its session lets it. */
    private void timeOut(StatementRun run, String seconds) {
        if (!seconds.equals("0")) {
            Duration longest = Duration.ofSeconds(Long.parseLong(seconds));
            workers.executor().execute(() -> {
                try {
                    if (!run.await(longest)) {
                        run.timeOut();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private static Duration wait(String text) throws RefusedRequest {
        Matcher matcher = SECONDS.matcher(text);
        int seconds = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
        if (seconds != 0 && (seconds < SHORTEST_WAIT || seconds > LONGEST_WAIT)) {
            throw invalid("wait_timeout is 0s, or 5s to 50s.");
        }
        return Duration.ofSeconds(seconds);
    }

    HttpReply poll(String id) throws RefusedRequest {
        return document(find(id));
    }

    HttpReply chunk(String id, int chunk) throws RefusedRequest {
        SqlResult result = find(id).progress().result();
        return Optional.ofNullable(result)
                .map(rows -> new StatementDocument(id, rowsPerChunk).chunk(rows, chunk))
                .map(HttpReply::ok)
                .orElseThrow(() -> invalid("There is no such part of a result."));
    }

    HttpReply cancel(String id) throws RefusedRequest {
        find(id).cancel();
        return HttpReply.ok(Map.of());
    }

    HttpReply close(String id) throws RefusedRequest {
        find(id).close();
        return HttpReply.ok(Map.of());
    }

    void closeAll() {
        statements.values().forEach(StatementRun::close);
    }

    private HttpReply document(StatementRun run) {
        return HttpReply.ok(new StatementDocument(run.id(), rowsPerChunk).of(run.progress()));
    }

    private StatementRun find(String id) throws RefusedRequest {
        StatementRun run = statements.get(id);
        if (run == null) {
            throw new RefusedRequest(404, "RESOURCE_DOES_NOT_EXIST", "The statement " + id + " does not exist.");
        }
        return run;
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(400, "INVALID_PARAMETER_VALUE", message);
    }
}
