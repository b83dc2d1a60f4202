package io.leadgen.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final ColumnRef AGE = column("age", ColumnType.INT);
    private static final ColumnRef CITY = column("city", ColumnType.STRING);
    private static final ColumnRef RATE = column("rate", ColumnType.DOUBLE);
    private static final ColumnRef DAY = column("day", ColumnType.DATE);
    private static final ColumnRef SEEN = column("seen", ColumnType.TIMESTAMP);
    private static final UnitLimit FOUR = new UnitLimit(4, 7);
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

    private static final GroupKey.Enumerated CITIES =
            new GroupKey.Listed(CITY, List.of(new Literal.Text("NYC"), new Literal.Text("LA")));
    private static final GroupKey.Enumerated AGES = new GroupKey.Bands(AGE, numbers(18, 65));

    @Test
    void aUnitIsInAKnownNumberOfCells() {
        UnitValue value = new UnitValue(AGE, UnitValue.Combination.SUM);
        assertCells(new Cells.Whole(), 1, 1);
        assertCells(new Cells.Bins(value, new Grid.Logarithmic()), 1, 1);
        assertCells(new Cells.Funnel(List.of(Constant.TRUE, Constant.FALSE)), 1, 1);
        assertCells(new Cells.Atoms(List.of(Constant.TRUE, Constant.FALSE)), 1, 1);
        assertCells(new Cells.Groups(List.of(CITIES, AGES), FOUR), 4, 1);
        assertCells(new Cells.Groups(List.of(CITIES), new UnitLimit(5, 7)), 4, 1);
        assertCells(new Cells.FoundGroups(List.of(new GroupKey.Values(CITY), AGES), FOUR, 10), 4, 1);
        assertCells(new Cells.Each(Collections.nCopies(7, Constant.TRUE)), 7, 7);
    }

    private static void assertCells(Cells cells, int ofAPerson, int ofARow) {
        assertThat(cells.cellsPerUnit()).isEqualTo(ofAPerson);
        assertThat(query(new PrivacyUnit.Key(new ColumnName("id")), cells).cellsPerUnit())
                .isEqualTo(ofAPerson);
        assertThat(query(new PrivacyUnit.Row(null), cells).cellsPerUnit()).isEqualTo(ofARow);
    }

    private static AggregateQuery query(PrivacyUnit unit, Cells cells) {
        return new AggregateQuery(
                TableName.parse("main.leads.people"), unit, Constant.TRUE, cells, List.of(new Measure.Units()));
    }

    @Test
    void enumeratedCellsAreCountedBeforeTheScan() {
        assertThat(CITIES.size()).isEqualTo(4);
        assertThat(AGES.size()).isEqualTo(4);
        assertThat(new Cells.Groups(List.of(CITIES, AGES, windows(DateUnit.MONTH, JANUARY, 12)), FOUR).size())
                .isEqualTo(4 * 4 * 12);
        assertThat(new Cells.Funnel(List.of(Constant.TRUE, Constant.FALSE)).size())
                .isEqualTo(3);
        assertThat(new Cells.Atoms(Collections.nCopies(5, Constant.TRUE)).size())
                .isEqualTo(32);
        assertThat(new Cells.Each(Collections.nCopies(5, Constant.TRUE)).size()).isEqualTo(5);
    }

    @Test
    void cellsHaveLimits() {
        assertRefused(() -> new Cells.Funnel(List.of()));
        assertRefused(() -> new Cells.Funnel(many(Cells.Funnel.MOST_STEPS + 1)));
        assertRefused(() -> new Cells.Atoms(many(6)));
        assertRefused(() -> new Cells.Each(List.of()));
        assertRefused(() -> new Cells.Each(many(501)));
        assertRefused(() -> new Cells.Groups(List.of(), FOUR));
        assertRefused(() -> new Cells.Groups(List.of(CITIES, CITIES, CITIES, CITIES), FOUR));
        GroupKey.Enumerated days = windows(DateUnit.DAY, JANUARY, 1_000);
        assertRefused(() -> new Cells.Groups(List.of(days, days), FOUR));
        GroupKey.Enumerated most = windows(DateUnit.DAY, JANUARY, Cells.Groups.MOST_CELLS);
        assertRefused(() -> new Cells.Groups(List.of(most, most, most), FOUR));
        assertRefused(() -> new Cells.FoundGroups(List.of(CITIES, AGES), FOUR, 10));
        assertRefused(() -> new Cells.FoundGroups(List.of(new GroupKey.Values(CITY)), FOUR, 0));
        assertRefused(() -> new UnitLimit(0, 1));
    }

    private static List<Predicate> many(int count) {
        return Collections.nCopies(count, Constant.TRUE);
    }

    @Test
    void keysGoWithTheirColumns() {
        assertRefused(() -> new GroupKey.Listed(CITY, numbers(1)));
        assertRefused(() -> new GroupKey.Listed(AGE, List.of()));
        assertRefused(() -> new GroupKey.Listed(AGE, numbers(1, 2, 1)));
        assertRefused(() -> new GroupKey.Bands(CITY, List.of(new Literal.Text("a"))));
        assertRefused(() -> new GroupKey.Bands(AGE, numbers(1, 1)));
        assertRefused(() -> new GroupKey.Bands(AGE, numbers(2, 1)));
        assertRefused(() -> new GroupKey.Bands(AGE, List.of(new Literal.Date(JANUARY))));
        assertRefused(() -> new GroupKey.Values(RATE));
        assertRefused(() -> new GroupKey.Values(SEEN));
        assertRefused(() -> new GroupKey.Calendar(AGE, DateUnit.MONTH));
        assertRefused(() -> new GroupKey.Windows(AGE, TimeFormat.TYPE, DateUnit.MONTH, JANUARY, 1));
        assertRefused(() -> new GroupKey.Windows(DAY, TimeFormat.YYYYMM, DateUnit.MONTH, JANUARY, 1));
        assertRefused(() -> new GroupKey.Windows(RATE, TimeFormat.YYYYMM, DateUnit.MONTH, JANUARY, 1));
        assertRefused(() -> new GroupKey.Windows(AGE, TimeFormat.YYYYMM, DateUnit.WEEK, JANUARY, 1));
    }

    @Test
    void windowsBeginWhereTheirUnitBegins() {
        assertRefused(() -> windows(DateUnit.WEEK, JANUARY.plusDays(1), 1));
        assertRefused(() -> windows(DateUnit.MONTH, JANUARY.plusDays(1), 1));
        assertRefused(() -> windows(DateUnit.QUARTER, JANUARY.plusMonths(1), 1));
        assertRefused(() -> windows(DateUnit.YEAR, JANUARY.plusMonths(3), 1));
        assertRefused(() -> windows(DateUnit.DAY, JANUARY, 0));
        assertRefused(() -> windows(DateUnit.YEAR, LocalDate.of(9999, 1, 1), 1));
        assertRefused(() -> windows(DateUnit.YEAR, LocalDate.of(0, 1, 1), 1));
        assertRefused(() -> digits(AGE, TimeFormat.YYYYMMDD, DateUnit.YEAR, 11));
        assertThat(windows(DateUnit.DAY, JANUARY, 60).start(60)).isEqualTo("2024-03-01");
        assertThat(windows(DateUnit.WEEK, JANUARY, 60).start(9)).isEqualTo("2024-03-04");
        assertThat(windows(DateUnit.MONTH, JANUARY, 60).start(13)).isEqualTo("2025-02-01");
        assertThat(windows(DateUnit.QUARTER, JANUARY, 60).start(3)).isEqualTo("2024-10-01");
        assertThat(windows(DateUnit.YEAR, JANUARY, 60).start(2)).isEqualTo("2026-01-01");
    }

    @Test
    void windowsOfDigitsNameTheirDaysOrMonths() {
        assertThat(digits(CITY, TimeFormat.YYYYMM, DateUnit.QUARTER, 2).periods(1))
                .containsExactly(new Literal.Text("202404"), new Literal.Text("202405"), new Literal.Text("202406"));
        assertThat(digits(AGE, TimeFormat.YYYYMMDD, DateUnit.DAY, 60).periods(59))
                .isEqualTo(numbers(20_240_229));
        assertThat(digits(AGE, TimeFormat.YYYYMMDD, DateUnit.YEAR, 10).periods(0))
                .hasSize(366);
    }

    private static GroupKey.Windows windows(DateUnit every, LocalDate first, int count) {
        return new GroupKey.Windows(DAY, TimeFormat.TYPE, every, first, count);
    }

    private static GroupKey.Windows digits(ColumnRef column, TimeFormat format, DateUnit every, int count) {
        return new GroupKey.Windows(column, format, every, JANUARY, count);
    }

    private static void assertRefused(ThrowingCallable made) {
        assertThatIllegalArgumentException().isThrownBy(made);
    }

    private static List<Literal> numbers(Integer... numbers) {
        return Stream.of(numbers)
                .<Literal>map(number -> new Literal.Number(BigDecimal.valueOf(number)))
                .toList();
    }

    private static ColumnRef column(String name, ColumnType type) {
        return new ColumnRef(new ColumnName(name), type);
    }
}
