package io.leadgen.runtime.config;

import static java.util.Objects.requireNonNull;

/**
 * The JDBC URL of the budget ledger. {@link #toString()} shows only the kind of database, because such a URL can hold a
 * password.
 */
public record LedgerUrl(String value) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The ledger of a file without the key {@code privacy.ledger}. */
    static final String DEFAULT = SQLITE + "${" + LeadgenHome.VARIABLE + "}/" + LeadgenHome.LEDGER_FILE;

    /**
     * Checks the kind of database.
     *
     * @throws IllegalArgumentException if it is neither a URL of SQLite nor of PostgreSQL
     */
    public LedgerUrl {
        requireNonNull(value, "value");
        if (!(value.startsWith(SQLITE) && value.length() > SQLITE.length())
                && !(value.startsWith(POSTGRESQL) && value.length() > POSTGRESQL.length())) {
            throw new IllegalArgumentException("not the URL of a ledger");
        }
    }

    @Override
    public String toString() {
        return (value.startsWith(SQLITE) ? SQLITE : POSTGRESQL) + "***";
    }
}
