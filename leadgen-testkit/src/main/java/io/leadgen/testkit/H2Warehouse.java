package io.leadgen.testkit;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.fixture.JdbcTables;
import io.leadgen.fixture.TableData;
import io.leadgen.runtime.sql.H2Dialect;
import io.leadgen.runtime.sql.JdbcWarehouse;
import io.leadgen.runtime.warehouse.KnownTables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A warehouse for tests: H2 in memory, with the tables that the test gives it.
 *
 * <pre>{@code
 * Warehouse warehouse = H2Warehouse.of(
 *         TableData.of("main.leads.customers", Column.of("age", ColumnType.INT)).row(31).row(17));
 * }</pre>
 *
 * <p>Guarantees: it passes {@link WarehouseContractTest}, so answers are those of the real engines; queries run as a user who
 * can read and do nothing else; instances share nothing. Not guaranteed: speed, and the upper and lower case of letters with
 * rules of their own, such as the final sigma.
 */
public final class H2Warehouse extends JdbcWarehouse {
    private static final String OWNER = "OWNER";
    private static final String READER = "READER";

    private final String instance = UUID.randomUUID().toString();
    /** The number of the database that is a catalog. */
    private final Map<String, Integer> databases = new HashMap<>();

    private H2Warehouse(List<TableData> tables) {
        super(
                new H2Dialect(),
                new KnownTables(tables.stream().map(TableData::schema).toList()));
        tables.forEach(this::create);
    }

    public static H2Warehouse of(TableData... tables) {
        return new H2Warehouse(List.of(tables));
    }

    private void create(TableData table) {
        TableName name = table.schema().name();
        databases.putIfAbsent(name.catalog(), databases.size());
        try (Connection connection = connect(name.catalog(), OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET DB_CLOSE_DELAY -1");
            statement.execute("CREATE USER IF NOT EXISTS " + READER + " PASSWORD '" + instance + "'");
            String qualified = JdbcTables.create(connection, new H2Dialect(), H2Warehouse::type, table);
            statement.execute("GRANT SELECT ON " + qualified + " TO " + READER);
        } catch (SQLException e) {
            throw new IllegalArgumentException("H2 cannot hold " + name, e);
        }
    }

    @Override
    protected Connection connect(String catalog) throws SQLException {
        return connect(catalog, READER);
    }

    private Connection connect(String catalog, String user) throws SQLException {
        Integer database = databases.get(catalog);
        if (database == null) {
            throw new SQLException("no such catalog");
        }
        return DriverManager.getConnection(
                "jdbc:h2:mem:leadgen-" + instance + "-" + database + ";TIME ZONE=UTC", user, instance);
    }

    private static String type(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case FLOAT -> "REAL";
            case DOUBLE -> "DOUBLE PRECISION";
            case TIMESTAMP -> "TIMESTAMP(6) WITH TIME ZONE";
            case TIMESTAMP_NTZ -> "TIMESTAMP(6)";
            case OTHER -> "VARBINARY";
            default -> type.toString();
        };
    }

    @Override
    public void close() {
        for (String catalog : databases.keySet()) {
            try (Connection connection = connect(catalog, OWNER);
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }
}
