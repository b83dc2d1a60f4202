package io.leadgen.testkit;

import static io.leadgen.testkit.Terms.compare;
import static io.leadgen.testkit.Terms.lit;
import static io.leadgen.testkit.Terms.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.AggregateInspector;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to cut units, by the fake and by an engine. */
class MemoryCellsTest {
    private static final Column WHO = Column.of("who", ColumnType.STRING);
    private static final Column CITY = Column.of("city", ColumnType.STRING);
    private static final Column AGE = Column.of("age", ColumnType.INT);
    private static final Column DAY = Column.of("day", ColumnType.DATE);
    private static final Column MONTH = Column.of("month", ColumnType.INT);
    private static final Column PRICE = Column.of("price", ColumnType.decimal(8, 2));
    private static final TableData ROWS = rows();
    private static final UnitLimit ALL = new UnitLimit(100, 7);

    private static TableData rows() {
        TableData table = TableData.of("main.lab.rows", WHO, CITY, AGE, DAY, MONTH, PRICE);
        String[] cities = {"Bern", "Graz", null, "Turin"};
        for (int i = 0; i < 60; i++) {
            table = table.row(
                    i % 11 == 0 ? null : "p" + i % 17,
                    cities[i % 4],
                    i % 5 == 0 ? null : 20 + i % 50,
                    i % 7 == 0 ? null : LocalDate.of(2024, 1, 1).plusDays(3L * i),
                    i % 3 == 0 ? 202413 : 202401 + i % 12,
                    i + ".5");
        }
        return table;
    }

    static List<Cells> cells() {
        Predicate adult = compare(ref(AGE), ">=", 30);
        Predicate swiss = compare(ref(CITY), "=", "Bern");
        Predicate dear = compare(ref(PRICE), ">", 20);
        GroupKey.Listed listed = new GroupKey.Listed(ref(CITY), List.of(lit("Turin"), lit("Bern")));
        GroupKey.Bands bands = new GroupKey.Bands(ref(AGE), List.of(lit(30), lit(40)));
        LocalDate first = LocalDate.of(2024, 1, 1);
        return List.of(
                new Cells.Whole(),
                new Cells.Funnel(List.of(adult, swiss, dear)),
                new Cells.Atoms(List.of(adult, swiss, dear)),
                new Cells.Each(List.of(adult, swiss, dear, Constant.UNKNOWN)),
                new Cells.Groups(List.of(listed), ALL),
                new Cells.Groups(List.of(bands, listed), ALL),
                new Cells.Groups(
                        List.of(new GroupKey.Windows(ref(DAY), TimeFormat.TYPE, DateUnit.WEEK, first, 12)), ALL),
                new Cells.Groups(
                        List.of(new GroupKey.Windows(ref(MONTH), TimeFormat.YYYYMM, DateUnit.QUARTER, first, 3)), ALL),
                new Cells.FoundGroups(List.of(new GroupKey.Values(ref(CITY))), ALL, 1),
                new Cells.FoundGroups(List.of(new GroupKey.Values(ref(PRICE))), ALL, 1),
                new Cells.FoundGroups(
                        List.of(new GroupKey.Calendar(ref(DAY), DateUnit.MONTH), new GroupKey.Values(ref(CITY)), bands),
                        ALL,
                        2));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cutsUnitsAsAnEngineDoes(Cells cells) {
        UnitValue price = new UnitValue(ref(PRICE), Combination.SUM);
        List<Measure> measures = List.of(
                new Measure.Units(), new Measure.ValuedUnits(price), new Measure.CentredSum(price, new Bounds(0, 200)));
        try (H2Warehouse engine = H2Warehouse.of(ROWS)) {
            for (PrivacyUnit unit : List.of(new PrivacyUnit.Row(null), new PrivacyUnit.Key(WHO.name()))) {
                AggregateQuery query = new AggregateQuery(ROWS.schema().name(), unit, Constant.TRUE, cells, measures);
                Aggregate expected = engine.aggregate(query, new Cancellation());
                Aggregate found = MemoryWarehouse.of(ROWS).aggregate(query, new Cancellation());
                for (int measure = 0; measure < measures.size(); measure++) {
                    assertThat(AggregateInspector.values(found, measure))
                            .isEqualTo(AggregateInspector.values(expected, measure))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void keepsNoMoreCellsOfAUnitThanAllowed() {
        AggregateQuery query = new AggregateQuery(
                ROWS.schema().name(),
                new PrivacyUnit.Key(WHO.name()),
                Constant.TRUE,
                new Cells.FoundGroups(List.of(new GroupKey.Values(ref(CITY))), new UnitLimit(1, 7), 1),
                List.of(new Measure.Units()));
        Aggregate found = MemoryWarehouse.of(ROWS).aggregate(query, new Cancellation());
        // Seventeen people, each with rows in several cities.
        assertThat(AggregateInspector.values(found, 0).stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(17);
    }
}
