package io.leadgen.tests;

import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.ref;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.fixture.DuckDbFixture;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.warehouse.duckdb.DuckDbDialect;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that the embedded engine reads, and a question that keeps it busy for hours. */
public final class DuckDbTestFiles {
    private static final TableName ENDLESS = TableName.parse("main.lab.endless");

    private DuckDbTestFiles() {}

    /** A Parquet file for each table. */
    public static EmbeddedTables parquet(Path directory, List<TableData> tables) throws SQLException {
        Path database = DuckDbFixture.database(directory, tables)
                .files()
                .values()
                .iterator()
                .next();
        SqlDialect duckDb = new DuckDbDialect();
        Map<TableName, Path> files = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            for (TableData table : tables) {
                TableName name = table.schema().name();
                Path file = directory.resolve("table " + files.size() + ".parquet");
                statement.execute("COPY " + duckDb.quote(name.schema()) + "." + duckDb.quote(name.table()) + " TO '"
                        + file + "'");
                files.put(name, file);
            }
        }
        return EmbeddedTables.of(files);
    }

    /** A warehouse over these files and the view of {@link #slowQuestion}. */
    static Warehouse open(Path directory, EmbeddedTables tables) throws SQLException {
        Map<TableName, Path> files = new HashMap<>(tables.files());
        files.put(ENDLESS, endless(directory));
        return DuckDbWarehouse.open(EmbeddedTables.of(files), DuckDbLimits.defaults());
    }

    private static Path endless(Path directory) throws SQLException {
        Path file = directory.resolve("endless.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW endless AS SELECT CAST(a.range % 1000 AS INTEGER) AS id"
                    + " FROM range(100000000) AS a CROSS JOIN range(100000000) AS b");
        }
        return file;
    }

    static AggregateQuery slowQuestion() {
        return new AggregateQuery(
                ENDLESS,
                new PrivacyUnit.Row(null),
                compare(ref(Column.of("id", ColumnType.INT)), ">", 500),
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }
}
