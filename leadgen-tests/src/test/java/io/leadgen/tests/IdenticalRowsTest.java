package io.leadgen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.DuckDbFixture;
import io.leadgen.fixture.PredicateEvaluator;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.testkit.H2Warehouse;
import io.leadgen.testkit.TrueCells;
import io.leadgen.tests.generate.PredicateGenerator;
import io.leadgen.tests.generate.SampleValues;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random predicates select the same rows on H2, on DuckDB and by the reference evaluator. Rows cannot be asked for, but one bin
 * for each id says the same: a bin is as wide as one id, and its count is 1 where the row is selected.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class IdenticalRowsTest {
    private static final int PREDICATES = 2_000;
    private static final int RANDOM_ROWS = 250;
    private static final long SEED = 7;
    private static final Column ID = Column.of("id", ColumnType.INT);

    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();
    private final PredicateGenerator generator = new PredicateGenerator(PredicateGenerator.everyType(), SEED);
    private final List<Map<ColumnName, Object>> rows = rows();
    private final TableData table = table();
    private final List<Warehouse> engines = new ArrayList<>();

    @BeforeAll
    void openEngines(@TempDir Path directory) throws Exception {
        engines.add(H2Warehouse.of(table));
        engines.add(DuckDbWarehouse.open(
                DuckDbFixture.database(directory, List.of(table)), new DuckDbLimits(1, 256L << 20)));
    }

    @AfterAll
    void closeEngines() {
        engines.forEach(Warehouse::close);
    }

    /** Each sample value of each column once, beside random ones; then rows that are random throughout, NULLs among them. */
    private List<Map<ColumnName, Object>> rows() {
        List<Map<ColumnName, Object>> result = new ArrayList<>();
        result.add(new LinkedHashMap<>());
        for (Column column : PredicateGenerator.everyType().columns()) {
            for (Object value : SampleValues.values(column.type())) {
                Map<ColumnName, Object> row = new LinkedHashMap<>(generator.row());
                row.put(column.name(), value);
                result.add(row);
            }
        }
        IntStream.range(0, RANDOM_ROWS).forEach(i -> result.add(generator.row()));
        result.forEach(row -> row.values().removeIf(value -> !isStorable(value)));
        return result;
    }

    /** Whether a column of every engine can hold it: no nanoseconds, and the years that there are literals for. */
    private static boolean isStorable(Object value) {
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS).equals(time);
        }
        return !(value instanceof LocalDate day) || (day.getYear() >= 1 && day.getYear() <= 9999);
    }

    private TableData table() {
        TableSchema sample = PredicateGenerator.everyType();
        List<Column> columns = new ArrayList<>(sample.columns());
        columns.add(ID);
        TableData result = new TableData(new TableSchema(sample.name(), columns, null), List.of());
        for (int id = 0; id < rows.size(); id++) {
            List<Object> values = new ArrayList<>();
            for (Column column : sample.columns()) {
                values.add(rows.get(id).get(column.name()));
            }
            values.add(id);
            result = result.row(values.toArray());
        }
        return result;
    }

    @Test
    void everyEngineSelectsWhatThePredicateMeans() {
        int some = 0;
        for (int i = 0; i < PREDICATES; i++) {
            Predicate predicate = generator.predicate();
            BitSet expected = selected(predicate);
            some += expected.isEmpty() || expected.cardinality() == rows.size() ? 0 : 1;
            assertSelects(canonicalizer.canonicalize(predicate), expected);
            if (i % 8 == 0) {
                // The renderer promises this for every predicate, though the product sends canonical ones only.
                assertSelects(predicate, expected);
            }
        }
        assertThat(some).as("predicates that select some rows and not all").isGreaterThan(PREDICATES / 2);
    }

    private BitSet selected(Predicate predicate) {
        BitSet ids = new BitSet();
        for (int id = 0; id < rows.size(); id++) {
            ids.set(id, PredicateEvaluator.selects(predicate, rows.get(id)));
        }
        return ids;
    }

    private void assertSelects(Predicate predicate, BitSet expected) {
        for (Warehouse engine : engines) {
            assertThat(selected(engine, predicate))
                    .as(() -> engine.getClass().getSimpleName() + ": " + PredicatePrinter.text(predicate))
                    .isEqualTo(expected);
        }
    }

    private BitSet selected(Warehouse engine, Predicate predicate) {
        UnitValue id = new UnitValue(new ColumnRef(ID.name(), ID.type()), UnitValue.Combination.SUM);
        Aggregate counts = engine.aggregate(
                new AggregateQuery(
                        table.schema().name(),
                        new PrivacyUnit.Row(null),
                        predicate,
                        new Cells.Bins(id, new Grid.Linear(new Bounds(0, Grid.Linear.SIZE))),
                        List.of(new Measure.Units())),
                new Cancellation());
        BitSet ids = new BitSet();
        int bin = 0;
        for (BigInteger count : TrueCells.values(counts, 0)) {
            assertThat(count).isBetween(BigInteger.ZERO, BigInteger.ONE);
            ids.set(bin++, count.equals(BigInteger.ONE));
        }
        return ids;
    }

    @Test
    void aDifferenceOfOneRowIsNoticed() {
        Predicate all = Predicate.Constant.TRUE;
        BitSet expected = selected(all);
        assertThat(selected(engines.get(0), all)).isEqualTo(expected);
        expected.clear(rows.size() - 1);
        assertThat(selected(engines.get(0), all)).isNotEqualTo(expected);
    }
}
