package io.leadgen.tests.databricks;

import io.leadgen.tests.databricks.Sessions.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a workspace answers to its requests. */
final class WorkspaceApi {
    private static final String SESSIONS_HAVE_PATHS = "x-databricks-rt-session";

    private final OAuthServer oauth;
    private final Sessions sessions;
    private final Statements statements;
    private final WarehouseClock warehouse;
    private final String warehouseId;
    private final boolean pathsOfSessions;

    WorkspaceApi(
            OAuthServer oauth,
            Sessions sessions,
            Statements statements,
            WarehouseClock warehouse,
            String warehouseId,
            boolean pathsOfSessions) {
        this.oauth = oauth;
        this.sessions = sessions;
        this.statements = statements;
        this.warehouse = warehouse;
        this.warehouseId = warehouseId;
        this.pathsOfSessions = pathsOfSessions;
    }

    /** The statement of a request to run one; null for another request, or if the request is not understood. */
    static @Nullable String statement(ApiRequest request) {
        if (request.endpoint() != Endpoint.EXECUTE) {
            return null;
        }
        try {
            return Statements.read(JsonObject.parse(request.body()), null).toString();
        } catch (IOException | RefusedRequest e) {
            return null;
        }
    }

    /**
     * Answers a request.
     *
     * @param course what becomes of the statement, if it is one
     */
    HttpReply answer(ApiRequest request, Fault.Course course) throws InterruptedException {
        try {
            if (request.endpoint().needsToken()) {
                oauth.check(request.authorization());
            }
            return carryOut(request, course);
        } catch (RefusedRequest e) {
            return e.reply();
        } catch (IOException e) {
            return HttpReply.error(400, "MALFORMED_REQUEST", "The body is not a JSON object.");
        }
    }

    private HttpReply carryOut(ApiRequest request, Fault.Course course)
            throws RefusedRequest, IOException, InterruptedException {
        String id = request.part("statement").orElse("");
        return switch (request.endpoint()) {
            case DISCOVERY -> oauth.discover(request.path());
            case TOKEN -> oauth.token(request);
            case WAREHOUSE -> warehouse(request);
            case OPEN_SESSION -> open(request);
            case CLOSE_SESSION -> close(request.part("session").orElse(""));
            case EXECUTE -> execute(request, course);
            case POLL -> statements.poll(id);
            case CHUNK ->
                statements.chunk(id, Integer.parseInt(request.part("chunk").orElse("0")));
            case CANCEL -> statements.cancel(id);
            case CLOSE_STATEMENT -> statements.close(id);
            // Answers that do no harm: that the request was made at all is in the journal.
            case TELEMETRY, FEATURE_FLAGS -> HttpReply.ok(Map.of());
            case UNKNOWN -> HttpReply.error(404, "ENDPOINT_NOT_FOUND", "No API found for " + request.path());
        };
    }

    private HttpReply warehouse(ApiRequest request) throws RefusedRequest {
        checkWarehouse(request.part("warehouse").orElse(""));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", warehouseId);
        document.put("name", "emulator");
        document.put("cluster_size", "2X-Small");
        document.put("state", warehouse.state());
        return HttpReply.ok(document);
    }

    private HttpReply open(ApiRequest request) throws RefusedRequest, IOException {
        JsonObject body = JsonObject.parse(request.body());
        checkWarehouse(
                request.part("warehouse").or(() -> body.text("warehouse_id")).orElse(""));
        Session session = sessions.open(
                body.text("catalog").orElse(null), body.text("schema").orElse(null), body.texts("session_confs"));
        warehouse.start();
        HttpReply reply = HttpReply.ok(Map.of("session_id", session.id()));
        return pathsOfSessions ? reply.with(SESSIONS_HAVE_PATHS, "true") : reply;
    }

    private HttpReply close(String session) throws RefusedRequest {
        sessions.close(session);
        return HttpReply.ok(Map.of());
    }

    private HttpReply execute(ApiRequest request, Fault.Course course)
            throws RefusedRequest, IOException, InterruptedException {
        JsonObject body = JsonObject.parse(request.body());
        checkWarehouse(
                request.part("warehouse").or(() -> body.text("warehouse_id")).orElse(""));
        String id = request.part("session").or(() -> body.text("session_id")).orElse(null);
        SqlStatement statement = Statements.read(body, id == null ? null : sessions.find(id));
        Duration pending = warehouse.start().plus(course.pending());
        return statements.execute(statement, body, new Fault.Course(pending, course.running(), course.failure()));
    }

    private void checkWarehouse(String id) throws RefusedRequest {
        if (!id.equals(warehouseId)) {
            throw new RefusedRequest(404, "RESOURCE_DOES_NOT_EXIST", "SQL warehouse " + id + " does not exist.");
        }
    }
}
