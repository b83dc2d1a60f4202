package io.leadgen.runtime.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database with something done to each new connection. */
final class AlteredDatabase extends DelegatingDatabase {

    /** What is done. */
    interface Alteration {
        void on(Connection connection) throws SQLException;
    }

    private final Alteration alteration;

    AlteredDatabase(LedgerDatabase database, Alteration alteration) {
        super(database);
        this.alteration = alteration;
    }

    @Override
    public Connection connect() throws SQLException, IOException {
        Connection connection = database.connect();
        alteration.on(connection);
        return connection;
    }
}
