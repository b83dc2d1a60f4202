package io.leadgen.runtime.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.runtime.files.FileFault;
import io.leadgen.testkit.TrueCells;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated CSV files, whole and broken in many ways, against a reader that knows neither DuckDB nor leadgen's. An answer is the
 * truth, or the file is refused; no message has a value of a row. The long form: {@code -Dleadgen.test.jvmArgs=-Dleadgen.test.files=20000}.
 */
class CsvFuzzTest {
    private static final int BATCH = 50;
    private static final int FILES = Integer.getInteger("leadgen.test.files", 250);
    private static final long SEED = Long.getLong("leadgen.test.seed", 20261201);

    @TempDir
    Path folder;

    private int answered;
    private final Map<String, Integer> refused = new HashMap<>();

    @Test
    void anAnswerIsTheTruthOrTheFileIsRefused() throws IOException {
        for (int from = 0; from < FILES; from += BATCH) {
            check(from, Math.min(FILES, from + BATCH));
        }
        // Otherwise the test would also pass for a reader that refuses everything, or a generator that breaks nothing.
        assertThat(answered).as("refused: " + refused).isGreaterThan(FILES / 4);
        assertThat(FILES - answered).isGreaterThan(FILES / 10);
    }

    /** Checks files as tables of one engine: a broken one must not disturb the others. */
    private void check(int from, int to) throws IOException {
        Map<TableName, Path> paths = new HashMap<>();
        Map<TableName, GeneratedCsv> files = new HashMap<>();
        for (int i = from; i < to; i++) {
            GeneratedCsv file = GeneratedCsv.of(new Random(SEED + i));
            TableName table = TableName.parse("main.leads.t" + i);
            Path path = folder.resolve("t" + i + (file.isPacked() ? ".csv.gz" : ".csv"));
            paths.put(table, Files.write(path, file.bytes()));
            files.put(table, file);
        }
        try (Warehouse warehouse = DuckDbWarehouse.open(EmbeddedTables.of(paths), new DuckDbLimits(1, 128L << 20))) {
            files.forEach((table, file) ->
                    check(warehouse, table, file, "seed " + SEED + ", " + table + ", " + file.breakage()));
        }
        for (Path path : paths.values()) {
            Files.delete(path);
        }
    }

    private void check(Warehouse warehouse, TableName table, GeneratedCsv file, String what) {
        @Nullable List<PlainCsv.Row> truth = file.truth();
        try {
            TableSchema schema = warehouse.describe(table).orElseThrow();
            assertThat(truth)
                    .as("answered, though the file is ambiguous or broken: " + what)
                    .isNotNull();
            answered++;
            compare(warehouse, schema, truth.get(0), truth.subList(1, truth.size()), what);
        } catch (LeadgenException e) {
            assertThat(e.code()).as(what + ": " + e.getMessage()).isEqualTo(ErrorCode.CONFIG_INVALID);
            assertThat(e.getCause()).as(what).isInstanceOf(FileFault.class);
            String message = e.getMessage() + " " + e.hint();
            assertThat(message).as(what).doesNotContain(GeneratedCsv.SECRET);
            assertThat(file.isWhole())
                    .as("refused, though nothing is wrong: " + what + ": " + message)
                    .isFalse();
            refused.merge(file.breakage(), 1, Integer::sum);
        }
    }

    private static void compare(
            Warehouse warehouse, TableSchema schema, PlainCsv.Row header, List<PlainCsv.Row> truth, String what) {
        assertThat(count(warehouse, schema.name(), Predicate.Constant.TRUE))
                .as(what)
                .isEqualTo(truth.size());
        List<String> names = IntStream.range(0, header.fields().size())
                .mapToObj(i -> header.get(i).isBlank() ? "column" + (i + 1) : header.get(i))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (truth.isEmpty()) {
            return; // a header alone can be read with several delimiters
        }
        assertThat(schema.columns().stream().map(column -> column.name().value()))
                .as(what)
                .containsExactlyElementsOf(names);
        for (int i = 0; i < names.size(); i++) {
            ColumnType type = schema.columns().get(i).type();
            ColumnRef column = new ColumnRef(new ColumnName(names.get(i)), type);
            String some = some(truth, i);
            int at = i;
            if (some == null) {
                assertThat(count(warehouse, schema.name(), new Predicate.IsNull(column)))
                        .as(what)
                        .isEqualTo(truth.size());
            } else if (type.equals(ColumnType.STRING)) {
                assertThat(count(warehouse, schema.name(), equal(column, new Literal.Text(some))))
                        .as(what + " " + names.get(i))
                        .isEqualTo(truth.stream()
                                .filter(row -> some.equals(row.get(at)))
                                .count());
            } else if (type.equals(ColumnType.BIGINT) || type.equals(ColumnType.DOUBLE)) {
                BigDecimal number = number(some);
                if (number != null) {
                    assertThat(count(warehouse, schema.name(), equal(column, new Literal.Number(number))))
                            .as(what + " " + names.get(i))
                            .isEqualTo(truth.stream()
                                    .map(row -> number(row.get(at)))
                                    .filter(other -> other != null && other.compareTo(number) == 0)
                                    .count());
                }
                assertThat(count(warehouse, schema.name(), new Predicate.IsNull(column)))
                        .as(what + " " + names.get(i))
                        .isEqualTo(truth.stream()
                                .filter(row -> number(row.get(at)) == null)
                                .count());
            }
        }
    }

    /** A text of the middle of the file, or null if the column is empty. */
    private static @Nullable String some(List<PlainCsv.Row> rows, int column) {
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get((rows.size() / 2 + i) % rows.size()).get(column);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.isBlank() ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Predicate equal(ColumnRef column, Literal value) {
        return new Predicate.Comparison(ComparisonOperator.EQ, column, value);
    }

    private static long count(Warehouse warehouse, TableName table, Predicate predicate) {
        AggregateQuery query = new AggregateQuery(
                table, new PrivacyUnit.Row(null), predicate, new Cells.Whole(), List.of(new Measure.Units()));
        return TrueCells.value(warehouse.aggregate(query, new Cancellation()), 0, 0)
                .longValueExact();
    }
}
