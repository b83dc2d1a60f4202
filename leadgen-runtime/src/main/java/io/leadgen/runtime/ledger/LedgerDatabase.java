package io.leadgen.runtime.ledger;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LedgerUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the databases do differently. */
interface LedgerDatabase {

    /**
     * The database of a URL. Connects to nothing.
     *
     * @throws LeadgenException CONFIG_INVALID if a ledger cannot be kept there
     */
    static LedgerDatabase of(LedgerUrl url) {
        return url.value().startsWith(SqliteDatabase.PREFIX)
                ? SqliteDatabase.of(url.value())
                : new PostgresDatabase(url.value());
    }

    /** Whether there may be a ledger. */
    boolean exists();

    /** Makes a place for a ledger, if there is none. */
    void create() throws IOException;

    /** A connection on which commits are durable, every wait is bounded and statements commit by themselves. */
    Connection connect() throws SQLException, IOException;

    /** Whether a connection still leads to the ledger that others find in its place. */
    boolean leadsTo(Connection connection);

    /** Counts the tables of a name, which is the one parameter. */
    String tablesNamed();

    /** Begin a transaction that migrates, alone. */
    List<String> beginMigration();

    /** Begin a transaction that reads one state. */
    List<String> beginReading();

    /** Begin a transaction that nobody else writes beside, and that sees all that was committed before. */
    List<String> beginWriting();

    /** Whether a transaction was rolled back because of another one, and may succeed if it is done again. */
    boolean isConflict(SQLException failure);

    /** What an operator should know about a failure; never the database's own words. */
    String explain(SQLException failure);

    /** A question that is refused because of the ledger. */
    static LeadgenException unavailable(String reason) {
        return LeadgenException.of(ErrorCode.LEDGER_UNAVAILABLE, REFUSED + reason);
    }

    static LeadgenException unavailable(String reason, Throwable cause) {
        return LeadgenException.causedBy(ErrorCode.LEDGER_UNAVAILABLE, REFUSED + reason, cause);
    }

    /** What an operator does about a ledger that is not where it was, or is older than it was. */
    String LOST = "Put back the newest ledger there is. To begin a new one on purpose, remove the ledger and its mark"
            + " (ledger.mark); all budgets then start afresh, though what was answered stays known";

    String REFUSED = "The ledger of the privacy budget is not available, so nothing is answered: ";
}
