package io.leadgen.tests;

import static io.leadgen.testkit.Predicates.call;
import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.ref;
import static io.leadgen.testkit.Predicates.trunc;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.testkit.H2Warehouse;
import io.leadgen.testkit.TrueCells;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The default zone of the JVM has no say in what a time is; least of all in the hours that its summer time skips or repeats. */
@Isolated("changes the default time zone of the JVM")
class TimeZoneTest {
    private static final Column DATE = Column.of("d", ColumnType.DATE);
    private static final Column TIME = Column.of("ts", ColumnType.TIMESTAMP);
    private static final Column WALL = Column.of("ntz", ColumnType.TIMESTAMP_NTZ);
    private static final List<LocalDateTime> TIMES = List.of(
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(1582, 10, 10, 12, 0),
            LocalDateTime.of(1883, 11, 18, 12, 3, 57),
            LocalDateTime.of(2024, 1, 1, 0, 0),
            LocalDateTime.of(2024, 3, 10, 2, 30),
            LocalDateTime.of(2024, 11, 3, 1, 30, 0, 1000),
            LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));

    @TempDir
    Path directory;

    @Test
    void countsTheSameInEveryZone() throws Exception {
        TableData table = TableData.of("main.lab.times", DATE, TIME, WALL);
        for (LocalDateTime time : TIMES) {
            table = table.row(time.toLocalDate(), time, time);
        }
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("America/New_York", "Pacific/Kiritimati", "Europe/Berlin")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Path file = directory.resolve(zone.replace('/', '_'));
                assertThat(file.toFile().mkdir()).isTrue();
                try (Warehouse h2 = H2Warehouse.of(table);
                        Warehouse duckDb = DuckDbWarehouse.open(
                                DuckDbTestFiles.parquet(file, List.of(table)), DuckDbLimits.defaults())) {
                    for (Warehouse warehouse : List.of(h2, duckDb)) {
                        check(warehouse, table);
                    }
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void check(Warehouse warehouse, TableData table) {
        for (LocalDateTime time : TIMES) {
            LocalDate day = time.toLocalDate();
            for (Predicate predicate : List.of(
                    compare(ref(DATE), "=", day),
                    compare(ref(TIME), "=", time),
                    compare(ref(WALL), "=", time),
                    compare(trunc(DateUnit.DAY, ref(TIME)), "=", day),
                    compare(trunc(DateUnit.DAY, ref(WALL)), "=", day))) {
                assertThat(count(warehouse, table, predicate))
                        .as("%s %s", predicate, warehouse)
                        .isEqualTo(1);
            }
        }
        assertThat(count(warehouse, table, compare(call(Function.YEAR, ref(TIME)), "=", 2024)))
                .isEqualTo(4);
        assertThat(count(warehouse, table, compare(call(Function.DAY, ref(TIME)), "=", 31)))
                .isEqualTo(2);
        assertThat(count(warehouse, table, compare(ref(TIME), "=", ref(WALL)))).isEqualTo(TIMES.size());
    }

    private static long count(Warehouse warehouse, TableData table, Predicate predicate) {
        AggregateQuery query = new AggregateQuery(
                table.schema().name(),
                new PrivacyUnit.Row(null),
                predicate,
                new Cells.Whole(),
                List.of(new Measure.Units()));
        return TrueCells.value(warehouse.aggregate(query, new Cancellation()), 0, 0)
                .longValueExact();
    }
}
