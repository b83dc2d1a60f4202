package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.tests.generate.PredicateGenerator;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random predicates over columns of every type select, on Spark, the rows that they select in DuckDB, in H2 and by the
 * reference. Many go in one statement, as the product itself asks many questions at once; some by themselves.
 */
@Tag("slow")
class SparkPredicatesTest {
    private static final int PREDICATES = Integer.getInteger("leadgen.spark.predicates", 2_000);
    private static final int ROWS = 160;
    private static final int PEOPLE = 60;
    /** One predicate of so many has a statement of its own. */
    private static final int BY_ITSELF = 20;

    private static final long SEED = 20_261_125;

    private static final ColumnName PERSON = new ColumnName("person");
    private static final ColumnRef MARK = new ColumnRef(new ColumnName("mark"), ColumnType.INT);
    private static final Measure COUNT = new Measure.Units();
    /**
     * The sum of the rows' marks, random numbers of 21 bits: two selections of as many rows, but of other rows, have the same
     * one by a chance of less than 1 in a million.
     */
    private static final Measure MARKS = new Measure.CentredSum(
            new UnitValue(MARK, Combination.SUM), new Bounds(-Measure.CentredSum.STEPS, Measure.CentredSum.STEPS));

    /** Predicates of one statement: few enough to have a marker for each literal, and too many for that. */
    private static final int[] BATCHES = {20, 100};

    @TempDir
    static Path directory;

    /** Any two columns that can be compared have a type that holds the values of both. */
    @Test
    void randomPredicatesSelectTheSameRows(TestReporter reporter) throws Exception {
        List<Column> columns = new ArrayList<>(PredicateGenerator.everyType().columns());
        columns.add(Column.of("c_int_2", ColumnType.INT));
        columns.add(Column.of("c_string_2", ColumnType.STRING));
        columns.add(Column.of("c_decimal_long", ColumnType.decimal(25, 5)));
        RandomSelections selections = new RandomSelections("usual", columns);
        try (Engines engines = selections.engines()) {
            assertThat(selections.differences(PREDICATES * 4 / 5, engines, Engines::difference))
                    .isEmpty();
        }
        reporter.publishEntry("usual", selections.done());
        assertThat(selections.packed).isPositive().isLessThan(selections.statements / 2);
    }

    /** Columns of which some pairs only meet as doubles, where the reference compares exactly. */
    @Test
    void randomPredicatesOverLongDecimalsSelectTheSameRows(TestReporter reporter) throws Exception {
        List<Column> columns = List.of(
                Column.of("c_bigint", ColumnType.BIGINT),
                Column.of("c_decimal", ColumnType.decimal(12, 2)),
                Column.of("c_decimal_19", ColumnType.decimal(19, 0)),
                Column.of("c_decimal_34", ColumnType.decimal(34, 2)),
                Column.of("c_decimal_35", ColumnType.decimal(35, 3)),
                Column.of("c_decimal_whole", ColumnType.decimal(38, 0)),
                Column.of("c_decimal_fine", ColumnType.decimal(38, 38)),
                Column.of("c_decimal_both", ColumnType.decimal(38, 10)),
                Column.of("c_double", ColumnType.DOUBLE));
        RandomSelections selections = new RandomSelections("decimals", columns);
        try (Engines engines = selections.engines()) {
            assertThat(selections.differences(PREDICATES / 5, engines, Engines::differenceOfEngines))
                    .isEmpty();
        }
        reporter.publishEntry("decimals", selections.done());
    }

    /** A table with such columns, and predicates over them. */
    private static final class RandomSelections {
        private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();
        private final PredicateGenerator generator;
        private final TableData table;
        private int predicates;
        private int statements;
        private int packed;

        RandomSelections(String name, List<Column> drawn) {
            TableName table = new TableName("main", "lab", name);
            generator = new PredicateGenerator(new TableSchema(table, drawn, null), SEED);
            List<Column> columns = new ArrayList<>(drawn);
            columns.add(Column.of(PERSON.value(), ColumnType.STRING));
            columns.add(Column.of(MARK.name().value(), ColumnType.INT));
            Random random = new Random(SEED);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                Map<ColumnName, Object> values = generator.row();
                List<@Nullable Object> row = new ArrayList<>();
                for (Column column : drawn) {
                    Object value = values.get(column.name());
                    row.add(value != null && isStorable(value) ? value : null);
                }
                row.add(random.nextInt(10) == 0 ? null : "person " + random.nextInt(PEOPLE));
                row.add(random.nextInt(2 * Measure.CentredSum.STEPS) - Measure.CentredSum.STEPS);
                rows.add(row);
            }
            this.table = new TableData(new TableSchema(table, columns, null), rows);
        }

        Engines engines() throws Exception {
            return new Engines(
                    Files.createDirectory(
                            directory.resolve(table.schema().name().table())),
                    List.of(table));
        }

        String done() {
            return predicates + " predicates in " + statements + " statements, " + packed + " of them with one marker";
        }

        List<String> differences(
                int count, Engines engines, BiFunction<Engines, AggregateQuery, Optional<String>> difference) {
            List<String> differences = new ArrayList<>();
            for (int number = 0; predicates < count; number++) {
                List<Predicate> batch = batch(BATCHES[number % BATCHES.length]);
                AggregateQuery each = query(number, Predicate.Constant.TRUE, new Cells.Each(batch));
                if (difference.apply(engines, each).isPresent()) {
                    differences.addAll(culprits(number, batch, query -> difference.apply(engines, query)));
                }
                packed += engines.statement(each).contains("FROM_JSON") ? 1 : 0;
                statements++;
                for (int i = 0; i < batch.size(); i += BY_ITSELF) {
                    difference
                            .apply(engines, query(number, batch.get(i), new Cells.Whole()))
                            .ifPresent(differences::add);
                    statements++;
                }
                predicates += batch.size();
            }
            return differences;
        }

        /** As callers write them, and as the product asks them. */
        private List<Predicate> batch(int size) {
            List<Predicate> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Predicate predicate = generator.predicate();
                batch.add(i % 2 == 0 ? predicate : canonicalizer.canonicalize(predicate));
            }
            return batch;
        }

        /** The predicates of a batch that engines do not agree about; all of them, if they agree about each by itself. */
        private List<String> culprits(
                int number, List<Predicate> batch, Function<AggregateQuery, Optional<String>> difference) {
            List<String> culprits = batch.stream()
                    .map(predicate -> query(number, Predicate.Constant.TRUE, new Cells.Each(List.of(predicate))))
                    .flatMap(query -> difference.apply(query).stream())
                    .toList();
            return culprits.isEmpty() ? List.of("together: " + batch) : culprits;
        }

        /** Counts of rows, which no sub-query makes; rows by their marks; people by the marks of their rows. */
        private AggregateQuery query(int number, Predicate filter, Cells cells) {
            PrivacyUnit unit = number % 3 == 2 ? new PrivacyUnit.Key(PERSON) : new PrivacyUnit.Row(null);
            List<Measure> measures = number % 3 == 0 ? List.of(COUNT) : List.of(COUNT, MARKS);
            return new AggregateQuery(table.schema().name(), unit, filter, cells, measures);
        }
    }

    /** Whether a column of every engine can hold it: no nanoseconds, and the years that there are literals for. */
    private static boolean isStorable(Object value) {
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS).equals(time);
        }
        return !(value instanceof LocalDate day) || (day.getYear() >= 1 && day.getYear() <= 9999);
    }
}
