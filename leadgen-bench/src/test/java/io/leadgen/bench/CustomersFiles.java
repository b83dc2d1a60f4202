package io.leadgen.bench;

import io.leadgen.catalog.TableName;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/**
 * Customers who do not exist, the same on every machine: one SELECT without randomness, written once as Parquet and once as a
 * DuckDB database.
 */
record CustomersFiles(Path parquet, Path database) {
    static final TableName TABLE = TableName.parse("main.leads.customers");

    private static final String SELECT = """
            SELECT
              i AS customer_id,
              (18 + hash(i * 8 + 1) % 73)::INTEGER AS age,
              CASE WHEN hash(i * 8 + 2) % 10 < 3 THEN 'high' WHEN hash(i * 8 + 2) % 10 < 7 THEN 'middle' ELSE 'low' END
                AS income_level,
              ['Ankara', 'Istanbul', 'Izmir', 'Bursa', 'Adana', 'Konya', 'Antalya', 'Mersin'][1 + (hash(i * 8 + 3) % 8)::INTEGER]
                AS location,
              ((hash(i * 8 + 4) % 2000000) / 100)::DECIMAL(12, 2) AS ltv,
              DATE '2012-01-01' + (hash(i * 8 + 5) % 5400)::INTEGER AS joined
            FROM range(ROWS) AS people(i)
            """;

    /** The files of so many rows, made now if they are not there. */
    static CustomersFiles ofRows(long rows) throws IOException, SQLException {
        Path folder = folder();
        Files.createDirectories(folder);
        CustomersFiles files = new CustomersFiles(
                folder.resolve("customers-" + rows + ".parquet"), folder.resolve("customers-" + rows + ".duckdb"));
        String select = SELECT.replace("ROWS", Long.toString(rows));
        make(files.parquet, made -> "COPY (" + select + ") TO " + text(made) + " (FORMAT parquet)");
        make(
                files.database,
                made -> "ATTACH " + text(made) + " AS made; CREATE TABLE made.customers AS " + select
                        + "; DETACH made");
        return files;
    }

    private static void make(Path file, Function<Path, String> script) throws IOException, SQLException {
        if (Files.exists(file)) {
            return;
        }
        // A file appears whole or not at all.
        Path made = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(script.apply(made));
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Next to the benchmarks' own jar or classes, so that a clean build deletes the files. */
    private static Path folder() {
        try {
            Path self = Path.of(CustomersFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return self.resolveSibling("bench");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }
}
