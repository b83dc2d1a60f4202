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

    static final String LEDGER_FILE = "ledger.db";
    private static final String SQLITE = "jdbc:sqlite:";

    public LeadgenHome {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder that an environment names. */
    public static LeadgenHome of(Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return new LeadgenHome(Path.of(given));
        }
        // Like ~ in a shell: Java's user.home ignores $HOME.
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

    public Path audiences() {
        return path.resolve("audiences");
    }

    /** Where leadgen remembers what a person is in each file that was queried. */
    public Path files() {
        return path.resolve("files");
    }

    /** Another ledger than that of this folder has its own mark, so that two ledgers are never mixed up. */
    Path ledgerMark(LedgerUrl ledger) {
        String place = ledger.value().split("[?;]", 2)[0];
        String file = place.startsWith(SQLITE) ? place.substring(SQLITE.length()) : "";
        if (file.isEmpty() || file.startsWith("file:") || file.startsWith(":")) {
            return path.resolve("ledger-" + QuestionKey.of(List.of(place)).hex().substring(0, 12) + ".mark");
        }
        Path database = Path.of(ledger.value().substring(SQLITE.length()));
        return database.equals(path.resolve(LEDGER_FILE))
                ? path.resolve("ledger.mark")
                : Path.of(file + ".mark").toAbsolutePath();
    }
}
