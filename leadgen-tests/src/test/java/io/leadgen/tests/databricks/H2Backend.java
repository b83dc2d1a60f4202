package io.leadgen.tests.databricks;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * H2 in memory, with the tables that the test gives it, for statements of Databricks SQL that leadgen makes.
 *
 * <p>Guarantees: names of three parts, in backticks or not, mean tables of any catalog; the tables of {@code information_schema} are
 * there; each statement has a connection of its own and runs as a user who can read and do nothing else; instances share
 * nothing; texts compare and are measured by code points, times are in UTC. Not guaranteed: any more of the dialect, such as
 * division of integers, dates in arithmetic, or functions that leadgen does not use. Errors have the service's form, and hold the
 * statement and values from it just as the service's do.
 */
public final class H2Backend implements SqlBackend {
    private static final String OWNER = "OWNER";
    private static final String READER = "READER";
    private static final int LONGEST_DECIMAL = 38;
    private static final long MILLIS_BETWEEN_CANCELS = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final String instance = UUID.randomUUID().toString();
    private final List<TableSchema> schemas;
    /** All tables, those that describe tables too. */
    private final Map<TableName, TableSchema> known = new HashMap<>();

    private H2Backend(List<TableData> tables) {
        schemas = tables.stream().map(TableData::schema).toList();
        try (Connection connection = connect(OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET DB_CLOSE_DELAY -1");
            statement.execute("CREATE USER " + READER + " PASSWORD '" + instance + "'");
            statement.execute(
                    "CREATE ALIAS DATABRICKS_LIKE DETERMINISTIC FOR '" + H2Functions.class.getName() + ".like'");
            for (TableData table : Stream.concat(tables.stream(), InformationSchema.of(schemas).stream())
                    .toList()) {
                known.put(table.schema().name(), table.schema());
                create(table, connection);
            }
        } catch (SQLException | SqlFailure e) {
            throw new IllegalArgumentException("H2 cannot hold these tables", e);
        }
    }

    /** An engine with these tables. */
    public static H2Backend of(TableData... tables) {
        return new H2Backend(List.of(tables));
    }

    private Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:mem:databricks-" + instance + ";TIME ZONE=UTC;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                user,
                instance);
    }

    private static void create(TableData table, Connection connection) throws SQLException, SqlFailure {
        TableName name = table.schema().name();
        String schema = H2Translation.schema(name.catalog(), name.schema());
        String qualified = schema + "." + H2Translation.name(name.table());
        List<String> columns = new ArrayList<>();
        List<String> markers = new ArrayList<>();
        for (Column column : table.schema().columns()) {
            columns.add(H2Translation.name(column.name().value())
                    + " "
                    + H2Translation.type(InformationSchema.type(column.type()))
                    + (column.nullable() ? "" : " NOT NULL"));
            markers.add("?");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            statement.execute("CREATE TABLE " + qualified + " (" + String.join(", ", columns) + ")");
            statement.execute("GRANT SELECT ON " + qualified + " TO " + READER);
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + qualified + " VALUES (" + String.join(", ", markers) + ")")) {
            for (List<?> row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    ColumnType type = table.schema().columns().get(i).type();
                    statement.setObject(i + 1, TableData.jdbc(row.get(i), type));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public SqlResult execute(SqlStatement statement, Cancellation cancellation) throws SqlFailure {
        String sql = H2Translation.of(statement, known);
        try (Connection connection = connect(READER);
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            List<SqlParameter> parameters = statement.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                prepared.setString(i + 1, parameters.get(i).value());
            }
            return run(prepared, cancellation);
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** H2 loses a cancellation that comes before it has begun, hence one after the other until it has ended. */
    private static SqlResult run(PreparedStatement statement, Cancellation cancellation) throws SQLException {
        CountDownLatch ended = new CountDownLatch(1);
        Cancellation.Registration registration = cancellation.onCancel(() -> stop(statement, ended));
        try {
            cancellation.check();
            if (!statement.execute()) {
                return SqlResult.ofStrings(List.of("result"), List.of());
            }
            try (ResultSet rows = statement.getResultSet()) {
                return read(rows);
            }
        } finally {
            registration.close();
            ended.countDown();
        }
    }

    private static void stop(Statement statement, CountDownLatch ended) {
        Thread thread = new Thread(
                () -> {
                    try {
                        do {
                            statement.cancel();
                        } while (!ended.await(MILLIS_BETWEEN_CANCELS, TimeUnit.MILLISECONDS));
                    } catch (SQLException e) {
                        // It is closed, which is as good.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "databricks-emulator-cancel");
        thread.setDaemon(true);
        thread.start();
    }

    private static SqlResult read(ResultSet rows) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<SqlResult.Column> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new SqlResult.Column(about.getColumnLabel(i).toLowerCase(Locale.ROOT), type(about, i)));
        }
        List<List<@Nullable String>> texts = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(text(rows.getObject(i)));
            }
            texts.add(Collections.unmodifiableList(row));
        }
        return new SqlResult(columns, texts);
    }

    private static String type(ResultSetMetaData about, int column) throws SQLException {
        return switch (about.getColumnType(column)) {
            case Types.BOOLEAN -> "BOOLEAN";
            case Types.TINYINT -> "TINYINT";
            case Types.SMALLINT -> "SMALLINT";
            case Types.INTEGER -> "INT";
            case Types.BIGINT -> "BIGINT";
            case Types.NUMERIC, Types.DECIMAL -> {
                int scale = Math.min(about.getScale(column), LONGEST_DECIMAL);
                yield "DECIMAL(" + Math.min(about.getPrecision(column), LONGEST_DECIMAL) + "," + scale + ")";
            }
            case Types.REAL -> "FLOAT";
            case Types.FLOAT, Types.DOUBLE -> "DOUBLE";
            case Types.DATE -> "DATE";
            case Types.TIMESTAMP -> "TIMESTAMP_NTZ";
            case Types.TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMP";
            case Types.BINARY, Types.VARBINARY -> "BINARY";
            case Types.NULL -> "VOID";
            default -> "STRING";
        };
    }

    private static @Nullable String text(@Nullable Object value) throws SQLException {
        if (value == null) {
            return null;
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof OffsetDateTime instant) {
            return TIME.format(instant.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
        } else if (value instanceof java.sql.Timestamp wallClock) {
            return TIME.format(wallClock.toLocalDateTime());
        } else if (value instanceof LocalDateTime wallClock) {
            return TIME.format(wallClock);
        }
        return value.toString();
    }

    private static SqlFailure failure(SqlStatement statement, SQLException e) {
        String said = String.valueOf(e.getMessage());
        return switch (e.getErrorCode()) {
            case 42102, 42103, 42104, 90079 ->
                SqlFailure.of("TABLE_OR_VIEW_NOT_FOUND", "42P01", "The table or view cannot be found: " + said, e);
            case 42122 -> SqlFailure.of("UNRESOLVED_COLUMN.WITH_SUGGESTION", "42703", said, e);
            case 42000, 42001 ->
                SqlFailure.of(
                        "PARSE_SYNTAX_ERROR",
                        "42601",
                        "Syntax error. " + said + "\n\n== SQL ==\n" + statement.text() + "\n^^^\n",
                        e);
            case 90040, 90096 -> SqlFailure.of("INSUFFICIENT_PERMISSIONS", "42501", said, e);
            case 22012 -> SqlFailure.of("DIVIDE_BY_ZERO", "22012", said, e);
            case 22003 -> SqlFailure.of("ARITHMETIC_OVERFLOW", "22003", said, e);
            case 22007, 22018 -> SqlFailure.of("CAST_INVALID_INPUT", "22018", said, e);
            default -> SqlFailure.of("INTERNAL_ERROR", "XX000", said, e);
        };
    }

    @Override
    public List<TableSchema> tables() {
        return schemas;
    }

    @Override
    public void close() {
        try (Connection connection = connect(OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            throw new IllegalStateException("H2 does not end", e);
        }
    }
}
