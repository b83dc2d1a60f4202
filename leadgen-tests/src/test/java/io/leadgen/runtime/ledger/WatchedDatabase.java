package io.leadgen.runtime.ledger;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database that tells when a transaction that writes begins, is about to be committed, and is. */
final class WatchedDatabase extends DelegatingDatabase {

    /** Who is told. */
    interface Watcher {
        void begun();

        void written();

        void committed();
    }

    private final Watcher watcher;
    private boolean writing;

    WatchedDatabase(LedgerDatabase database, Watcher watcher) {
        super(database);
        this.watcher = watcher;
    }

    @Override
    public Connection connect() throws SQLException, IOException {
        return watched(Connection.class, database.connect());
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = method.getName().equals("execute")
                            ? execute(real, method, arguments)
                            : invoke(real, method, arguments);
                    return method.getName().equals("createStatement")
                            ? watched(Statement.class, (Statement) result)
                            : result;
                }));
    }

    private Object execute(Object statement, Method method, Object[] arguments) throws Throwable {
        List<String> begin = beginWriting();
        boolean commits = arguments[0].equals("COMMIT");
        writing &= !arguments[0].equals("ROLLBACK");
        if (commits && writing) {
            watcher.written();
        }
        Object result = invoke(statement, method, arguments);
        if (commits && writing) {
            writing = false;
            watcher.committed();
        }
        if (arguments[0].equals(begin.get(begin.size() - 1))) {
            writing = true;
            watcher.begun();
        }
        return result;
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Not told of: a migration is no question. */
    @Override
    public List<String> beginMigration() {
        return database.beginMigration().stream().map(sql -> sql + " ").toList();
    }
}
