package io.leadgen.tests.databricks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions that are open. */
final class Sessions {
    private static final Set<String> SETTINGS = Set.of(
            "ansi_mode",
            "enable_photon",
            "legacy_time_parser_policy",
            "query_tags",
            "read_only_external_metastore",
            "statement_timeout",
            "timezone",
            "use_cached_result");

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final RequestJournal journal;

    Sessions(RequestJournal journal) {
        this.journal = journal;
    }

    record Session(
            String id, @Nullable String catalog, @Nullable String schema, Map<String, String> settings) {}

    /** Opens a session; settings that the service does not have are left out, as it does itself. */
    Session open(@Nullable String catalog, @Nullable String schema, Map<String, String> settings) {
        Map<String, String> known = new HashMap<>();
        settings.forEach((name, value) -> {
            String folded = name.toLowerCase(Locale.ROOT);
            if (SETTINGS.contains(folded)) {
                known.put(folded, value);
            }
        });
        Session session = new Session(UUID.randomUUID().toString(), catalog, schema, known);
        open.put(session.id(), session);
        journal.sessions(1);
        return session;
    }

    Session find(String id) throws RefusedRequest {
        Session session = open.get(id);
        if (session == null) {
            throw new RefusedRequest(404, "RESOURCE_DOES_NOT_EXIST", "The session " + id + " does not exist.");
        }
        return session;
    }

    void close(String id) throws RefusedRequest {
        if (open.remove(id) == null) {
            find(id);
        }
        journal.sessions(-1);
    }

    void closeAll() {
        for (String id : List.copyOf(open.keySet())) {
            if (open.remove(id) != null) {
                journal.sessions(-1);
            }
        }
    }
}
