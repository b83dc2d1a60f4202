package io.leadgen.runtime.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database whose connections are not quite those of another one. */
abstract class DelegatingDatabase implements LedgerDatabase {
    final LedgerDatabase database;

    DelegatingDatabase(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public boolean exists() {
        return database.exists();
    }

    @Override
    public void create() throws IOException {
        database.create();
    }

    @Override
    public boolean isCurrent(Connection connection) {
        return database.isCurrent(connection);
    }

    @Override
    public String tablesNamed() {
        return database.tablesNamed();
    }

    @Override
    public List<String> beginMigration() {
        return database.beginMigration();
    }

    @Override
    public List<String> beginReading() {
        return database.beginReading();
    }

    @Override
    public List<String> beginWriting() {
        return database.beginWriting();
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return database.isConflict(failure);
    }

    @Override
    public String explain(SQLException failure) {
        return database.explain(failure);
    }
}
