package io.leadgen.runtime.config;

import static java.util.Objects.requireNonNull;

/**
 * The JDBC URL of the privacy budget's ledger. {@link #toString()} shows the kind of database only, because such a URL can
 * hold a password.
 */
public record LedgerUrl(String value) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

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
