package io.leadgen.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a whole process costs that does nothing but to ask DuckDB for a count: no gate, no policy, no noise, no audit log.
 *
 * <p>Arguments: a Parquet file, a condition.
 */
public final class BareCount {
    private BareCount() {}

    public static void main(String[] args) throws SQLException {
        String file = args[0].replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM read_parquet('" + file + "') WHERE " + args[1])) {
            rows.next();
            System.out.println(rows.getLong(1));
        }
    }
}
