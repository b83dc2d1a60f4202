package io.leadgen.tests.timing;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A Parquet file of people with eight wide columns of text, which take much longer to read than their names. */
public final class WideFile {
    public static final int ROWS = 300_000;
    private static final int WIDE_COLUMNS = 8;
    private static final int SALARIES = 1_000;
    /** Who earns more than anyone else, which the file's statistics show. */
    private static final int RICHEST = 123_456;

    private static final int HIGHEST_SALARY = 5_000;

    private WideFile() {}

    public static TableSchema schema(TableName name) {
        List<Column> columns =
                new ArrayList<>(List.of(Column.of("name", ColumnType.STRING), Column.of("salary", ColumnType.INT)));
        for (int i = 0; i < WIDE_COLUMNS; i++) {
            columns.add(Column.of("t" + i, ColumnType.STRING));
        }
        return new TableSchema(name, columns, null);
    }

    /** Writes the file. */
    public static Path write(Path directory) throws SQLException {
        Path file = directory.resolve("wide.parquet");
        StringBuilder columns = new StringBuilder("'person ' || i AS name, CAST(if(i = " + RICHEST + ", "
                + HIGHEST_SALARY + ", i % " + SALARIES + ") AS INTEGER) AS salary");
        for (int i = 0; i < WIDE_COLUMNS; i++) {
            columns.append(", repeat(md5(CAST(i * " + WIDE_COLUMNS + " + " + i + " AS VARCHAR)), 2) AS t" + i);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + columns + " FROM range(" + ROWS + ") AS r(i)) TO '" + file
                    + "' (FORMAT parquet, ROW_GROUP_SIZE 30000)");
        }
        return file;
    }

    /** What an attacker wants to know of one person. */
    public enum Secret {
        /** Whether a person has a certain salary. Where rows are skipped one by one, only then are wide columns read. */
        SALARY {
            @Override
            String question(boolean isTrue, int number) {
                int person = number * 997 % ROWS;
                return WideFile.question(person, person % SALARIES + (isTrue ? 0 : 1), number);
            }
        },
        /** Whether the highest salary is as high. Where parts are skipped by their statistics, only then is a part read. */
        HIGHEST {
            @Override
            String question(boolean isTrue, int number) {
                return WideFile.question(RICHEST, HIGHEST_SALARY + (isTrue ? 0 : number), number);
            }
        };

        /**
         * A question that takes long if the secret is true.
         *
         * @param number makes the question a new one
         */
        abstract String question(boolean isTrue, int number);
    }

    private static String question(int person, int salary, int number) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < WIDE_COLUMNS; i++) {
            wide.append(i == 0 ? "" : " OR ").append("t" + i + " LIKE '%a" + number + "%zz%'");
        }
        return "name = 'person " + person + "' AND salary = " + salary + " AND (" + wide + ")";
    }
}
