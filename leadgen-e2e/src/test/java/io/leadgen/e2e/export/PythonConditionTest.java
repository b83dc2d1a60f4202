package io.leadgen.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import io.leadgen.runtime.warehouse.duckdb.DuckDbDialect;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.testkit.TrueCells;
import io.leadgen.tests.generate.PredicateGenerator;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python of exported notebooks means what DuckDB is asked, over the whole language and at the limits of every type. */
class PythonConditionTest {
    private static final int ROWS = 400;
    private static final int PREDICATES = 400;
    private static final long SEED = 1_988;
    private static final TableName TABLE = TableName.parse("main.testkit.every_type");

    @TempDir
    private static Path folder;

    private final TableSchema schema = schema();
    private final PredicateGenerator generator = new PredicateGenerator(schema, SEED);

    private static TableSchema schema() {
        List<Column> columns = new ArrayList<>(PredicateGenerator.everyType().columns());
        columns.add(Column.of("wide", ColumnType.decimal(38, 10)));
        return new TableSchema(TABLE, columns, null);
    }

    @Test
    void meansWhatDuckDbIsAsked() throws Exception {
        DebianPython python = DebianPython.in(folder);
        Path parquet = folder.resolve("every_type.parquet");
        write(parquet);
        Path config = Files.writeString(
                folder.resolve("config.yml"), "warehouse: {embedded: {tables: {" + TABLE + ": every_type.parquet}}}\n");
        List<Long> expected = new ArrayList<>();
        try (Leadgen leadgen = Leadgen.open(LeadgenConfig.load(config, Map.of("LEADGEN_HOME", folder.toString())));
                DuckDbWarehouse warehouse =
                        DuckDbWarehouse.open(EmbeddedTables.of(Map.of(TABLE, parquet)), DuckDbLimits.defaults())) {
            RequestContext context = RequestContext.of(Principal.of("analyst"));
            AudienceExport export = new AudienceExport(leadgen.audience());
            while (expected.size() < PREDICATES) {
                String text = generator.text().text();
                try {
                    AudienceDefinition definition = leadgen.audience().define(TABLE, text, context);
                    Notebook notebook = Notebook.parse(export.text(TABLE, text, ExportFormat.NOTEBOOK, context));
                    Files.writeString(folder.resolve(expected.size() + ".py"), notebook.code());
                    expected.add(count(warehouse, definition));
                } catch (LeadgenException e) {
                    // The generator does not know all rules of types.
                    assertThat(e.diagnostics()).isNotEmpty();
                }
            }
        }
        DebianPython.Run run = python.python("""
                import sys
                for i in range(int(sys.argv[1])):
                    exec(compile(open(f"{i}.py", encoding="utf-8").read(), f"{i}.py", "exec"), {})
                """, Integer.toString(PREDICATES));
        assertThat(run.exitCode()).as(run.output()).isZero();
        List<String> found = run.output().lines().toList();
        assertThat(found).hasSize(PREDICATES);
        for (int i = 0; i < PREDICATES; i++) {
            assertThat(found.get(i))
                    .as(Files.readString(folder.resolve(i + ".py")))
                    .isEqualTo(expected.get(i) + " people");
        }
        assertThat(expected).filteredOn(count -> count > 0 && count < ROWS).hasSizeGreaterThan(PREDICATES / 2);
    }

    private static long count(DuckDbWarehouse warehouse, AudienceDefinition definition) {
        AggregateQuery query = new AggregateQuery(
                TABLE, definition.unit(), definition.filter(), new Cells.Whole(), List.of(new Measure.Units()));
        return TrueCells.value(warehouse.aggregate(query, new Cancellation()), 0, 0)
                .longValueExact();
    }

    /** Random rows, as Parquet and as JSON Lines. Python knows no day beyond the years 1 to 9999. */
    private void write(Path parquet) throws SQLException {
        String columns = schema.columns().stream()
                .map(column -> new DuckDbDialect().quote(column.name().value()) + " " + type(column.type()))
                .collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE TABLE t (" + columns + ")");
            String markers = "?, ".repeat(schema.columns().size() - 1) + "?";
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (" + markers + ")")) {
                for (int i = 0; i < ROWS; i++) {
                    Map<ColumnName, Object> row = generator.row();
                    for (int j = 0; j < schema.columns().size(); j++) {
                        insert.setObject(
                                j + 1, value(row.get(schema.columns().get(j).name())));
                    }
                    insert.execute();
                }
            }
            statement.execute("COPY t TO '" + parquet + "'");
            statement.execute("COPY t TO '" + folder.resolve("every_type.jsonl") + "' (FORMAT json)");
        }
    }

    private static Object value(Object value) {
        if (value instanceof LocalDate day) {
            return day.getYear() < 1 || day.getYear() > 9999 ? null : day.toString();
        }
        return value;
    }

    private static String type(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case TIMESTAMP_NTZ -> "TIMESTAMP";
            default -> type.toString();
        };
    }
}
