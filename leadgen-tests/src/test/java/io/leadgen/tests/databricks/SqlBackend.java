package io.leadgen.tests.databricks;

import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import java.util.List;

/**
 * The engine behind a {@link DatabricksEmulator}. Implementations are safe for use by several threads, and statements do not
 * wait for each other.
 */
public interface SqlBackend extends AutoCloseable {

    /**
     * Runs one statement to its end.
     *
     * @param cancellation stops the statement; what is thrown or returned then is not looked at
     * @throws SqlFailure if the engine refuses the statement or fails
     * @throws LeadgenException perhaps, after a cancellation
     */
    SqlResult execute(SqlStatement statement, Cancellation cancellation) throws SqlFailure;

    /** The tables that {@code SHOW} and {@code DESCRIBE} tell of. */
    List<TableSchema> tables();

    /** Drops all that was made; statements that still run fail. */
    @Override
    void close();
}
