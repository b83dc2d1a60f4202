package io.leadgen.runtime.config;

import io.leadgen.privacy.QuestionKey;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder for state: ledger, audit log, demo files, caches. {@code $LEADGEN_HOME}, else {@code .leadgen} in the user's
 * home. It need not exist.
 *
 * @param path absolute
 */
public record LeadgenHome(Path path) {
    /** The variable's name in the environment and in {@code config.yml}. */
    public static final String VARIABLE = "LEADGEN_HOME";

    private static final String SQLITE = "jdbc:sqlite:";

    public LeadgenHome {
        path = path.toAbsolutePath().normalize();
    }

    public static LeadgenHome of(Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return new LeadgenHome(Path.of(given));
        }
        // As a shell means ~: Java's own idea of the home ignores $HOME.
        String home = environment.get("HOME");
        return new LeadgenHome(
                Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home, ".leadgen"));
    }

    /** The environment in which {@code LEADGEN_HOME} is always set. */
    public Map<String, String> within(Map<String, String> environment) {
        Map<String, String> complete = new HashMap<>(environment);
        complete.put(VARIABLE, path.toString());
        return Collections.unmodifiableMap(complete);
    }

    /** Where saved audiences are. */
    public Path audiences() {
        return path.resolve("audiences");
    }

    /** Where it is noted what a person is in a file that was asked about. */
    public Path files() {
        return path.resolve("files");
    }

    Path auditLog() {
        return path.resolve("audit.jsonl");
    }

    /** Another ledger than the one of this folder has a mark of its own, so that two are never taken for one. */
    Path ledgerMark(LedgerUrl ledger) {
        if (ledger.equals(ledger())) {
            return path.resolve("ledger.mark");
        }
        String place = ledger.value().split("[?;]", 2)[0];
        String file = place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : "";
        return file.isEmpty() || file.startsWith("file:") || file.startsWith(":")
                ? path.resolve("ledger-" + QuestionKey.of(List.of(place)).hex().substring(0, 12) + ".mark")
                : Path.of(file + ".mark").toAbsolutePath();
    }

    LedgerUrl ledger() {
        return new LedgerUrl(SQLITE + path.resolve("ledger.db"));
    }
}
