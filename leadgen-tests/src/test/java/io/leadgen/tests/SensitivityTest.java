package io.leadgen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.Cancellation;
import io.leadgen.fixture.DuckDbFixture;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.testkit.H2Warehouse;
import io.leadgen.testkit.TrueCells;
import io.leadgen.tests.generate.RandomQueries;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the noise relies on, on real engines. Take any one unit away, and no more cells change than the question says, none of
 * them by more than the measure says. Replace its rows by others, and at most twice as many cells change, and none by more than
 * twice that. And the cells are right, so that the bounds are not kept by counting something else.
 */
@Tag("slow")
class SensitivityTest {
    private static final int TABLES = 21;
    private static final int QUESTIONS_OF_EACH = 50;
    private static final int REPLACEMENTS_OF_EACH = 25;
    private static final int COUNTS_OF_EACH = 15;
    private static final long SEED = 11;

    @Test
    void oneUnitChangesNoMoreThanDeclaredOnH2() {
        List<RandomQueries> tables = tables();
        try (Warehouse engine = H2Warehouse.of(all(tables).toArray(TableData[]::new))) {
            assertBounded(engine, tables);
            assertReference(engine, tables);
        }
    }

    @Test
    void oneUnitChangesNoMoreThanDeclaredOnDuckDb(@TempDir Path directory) throws Exception {
        List<RandomQueries> tables = tables();
        try (Warehouse engine =
                DuckDbWarehouse.open(DuckDbFixture.database(directory, all(tables)), new DuckDbLimits(1, 256L << 20))) {
            assertBounded(engine, tables);
            assertReference(engine, tables);
        }
    }

    private static List<TableData> all(List<RandomQueries> tables) {
        return tables.stream()
                .flatMap(random -> Stream.of(random.table(), random.replaced()))
                .toList();
    }

    private static List<RandomQueries> tables() {
        return IntStream.range(0, TABLES)
                .mapToObj(number -> new RandomQueries(number, SEED))
                .toList();
    }

    private static void assertBounded(Warehouse engine, List<RandomQueries> tables) {
        int changed = 0;
        int atTheLimit = 0;
        int moved = 0;
        for (RandomQueries random : tables) {
            for (int i = 0; i < QUESTIONS_OF_EACH; i++) {
                AggregateQuery query = random.query();
                Answer everybody = Answer.of(engine, query);
                Answer others = Answer.of(engine, random.without(query, random.rowOfAUnit(query)));
                int cells = everybody.cellsChangedTo(others, 1);
                assertThat(cells).as(query::toString).isLessThanOrEqualTo(query.cellsPerUnit());
                changed += cells > 0 ? 1 : 0;
                atTheLimit += cells > 1 && cells == query.cellsPerUnit() ? 1 : 0;
            }
            for (int i = 0; i < REPLACEMENTS_OF_EACH; i++) {
                AggregateQuery query = random.queryByPerson();
                Answer before = Answer.of(engine, query);
                int cells = before.cellsChangedTo(Answer.of(engine, random.ofReplaced(query)), 2);
                assertThat(cells).as(query::toString).isLessThanOrEqualTo(2 * query.cellsPerUnit());
                moved += cells > query.cellsPerUnit() ? 1 : 0;
            }
        }
        // The bounds are met, and not only because nothing happens.
        assertThat(changed).isGreaterThan(TABLES * QUESTIONS_OF_EACH / 3);
        assertThat(atTheLimit).isGreaterThan(TABLES * QUESTIONS_OF_EACH / 30);
        assertThat(moved).isGreaterThan(TABLES * REPLACEMENTS_OF_EACH / 30);
    }

    private static void assertReference(Warehouse engine, List<RandomQueries> tables) {
        for (RandomQueries random : tables) {
            Warehouse reference = MemoryWarehouse.of(random.table());
            for (int i = 0; i < COUNTS_OF_EACH; i++) {
                AggregateQuery query = random.countOfAll();
                assertThat(Answer.of(engine, query).cells)
                        .as(query::toString)
                        .isEqualTo(Answer.of(reference, query).cells);
            }
        }
    }

    /** An answer's cells by their keys; by their number where the question names them. */
    private static final class Answer {
        private final AggregateQuery query;
        private final Map<List<@Nullable String>, List<BigInteger>> cells = new HashMap<>();

        Answer(AggregateQuery query, Aggregate aggregate) {
            this.query = query;
            List<List<@Nullable String>> keys = TrueCells.keys(aggregate);
            for (int cell = 0; cell < keys.size(); cell++) {
                List<BigInteger> measures = new ArrayList<>();
                for (int measure = 0; measure < query.measures().size(); measure++) {
                    measures.add(TrueCells.value(aggregate, cell, measure));
                }
                cells.put(keys.get(cell).isEmpty() ? List.of("" + cell) : keys.get(cell), measures);
            }
        }

        static Answer of(Warehouse engine, AggregateQuery query) {
            return new Answer(query, engine.aggregate(query, new Cancellation()));
        }

        /** @param times how often a unit can change a measure: once if it goes, twice if it is replaced */
        int cellsChangedTo(Answer others, int times) {
            Set<List<@Nullable String>> keys = new HashSet<>(cells.keySet());
            keys.addAll(others.cells.keySet());
            int changed = 0;
            for (List<@Nullable String> key : keys) {
                List<BigInteger> with = cells.get(key);
                List<BigInteger> without = others.cells.get(key);
                if (with != null && without != null) {
                    assertClose(with, without, times);
                } else {
                    assertVanished(times == 1 || with != null ? with : without);
                }
                changed += with == null || !with.equals(without) ? 1 : 0;
            }
            if (query.cells() instanceof Cells.FoundGroups found) {
                long most = (long) found.atLeast() * found.cellsPerUnit();
                assertThat(total().subtract(others.total()).abs())
                        .as("all cells together of %s", query)
                        .isLessThanOrEqualTo(BigInteger.valueOf(most));
            }
            return changed;
        }

        /** The first measure of all cells, which counts units. */
        private BigInteger total() {
            return cells.values().stream().map(cell -> cell.get(0)).reduce(BigInteger.ZERO, BigInteger::add);
        }

        private void assertClose(List<BigInteger> with, List<BigInteger> without, int times) {
            for (int i = 0; i < with.size(); i++) {
                assertThat(with.get(i).subtract(without.get(i)).abs())
                        .as("%s of %s", query.measures().get(i), query)
                        .isLessThanOrEqualTo(BigInteger.valueOf(
                                (long) times * query.measures().get(i).sensitivity()));
            }
        }

        /** A found group can go, though only where it has just as many units as it needs. */
        private void assertVanished(@Nullable List<BigInteger> with) {
            assertThat(query.cells()).isInstanceOf(Cells.FoundGroups.class);
            assertThat(with)
                    .as("a group that comes when a unit goes: %s", query)
                    .isNotNull();
            int atLeast = ((Cells.FoundGroups) query.cells()).atLeast();
            assertThat(with.get(0)).as("%s", query).isEqualTo(BigInteger.valueOf(atLeast));
        }
    }
}
