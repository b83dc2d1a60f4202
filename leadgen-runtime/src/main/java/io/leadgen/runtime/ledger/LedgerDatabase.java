package io.leadgen.runtime.ledger;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LedgerUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The differences between databases. */
interface LedgerDatabase {

    /**
     * The database of a URL. Connects to nothing.
     *
     * @throws LeadgenException CONFIG_INVALID if the URL names no supported database
     */
    static LedgerDatabase of(LedgerUrl url) {
        return url.value().startsWith(SqliteDatabase.PREFIX)
                ? SqliteDatabase.of(url.value())
                : new PostgresDatabase(url.value());
    }

    /** False if there is certainly no ledger. */
    boolean exists();

    /** Creates the place for a ledger if it does not exist. */
    void create() throws IOException;

    /** A connection with durable commits, bounded waits and autocommit. */
    Connection connect() throws SQLException, IOException;

    /** True if the connection is still to the ledger that a new connection would open. */
    boolean isCurrent(Connection connection);

    /** A query that counts the tables with a name, its only parameter. */
    String tablesNamed();

    /** Statements that begin an exclusive transaction for a migration. */
    List<String> beginMigration();

    /** Statements that begin a transaction which reads one snapshot. */
    List<String> beginReading();

    /** Statements that begin the only writing transaction, which sees everything committed before. */
    List<String> beginWriting();

    /** True if a transaction failed because of a concurrent one and can be retried. */
    boolean isConflict(SQLException failure);

    /** The message for the operator about a failure; never the database's own message. */
    String explain(SQLException failure);

    /** The error for every failure of the ledger. */
    static LeadgenException unavailable(String reason) {
        return LeadgenException.of(ErrorCode.LEDGER_UNAVAILABLE, REFUSED + reason);
    }

    static LeadgenException unavailable(String reason, Throwable cause) {
        return LeadgenException.causedBy(ErrorCode.LEDGER_UNAVAILABLE, REFUSED + reason, cause);
    }

    /** What to do about a missing or older ledger. */
    String LOST = "Restore the newest copy of the ledger. To start a new one on purpose, remove the ledger and its mark"
            + " (ledger.mark); this resets all budgets, although earlier answers remain known";

    String REFUSED = "The privacy budget ledger is not available, so no question is answered: ";
}
