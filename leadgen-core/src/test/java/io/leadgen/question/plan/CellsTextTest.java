package io.leadgen.question.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.CanonicalPredicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellsTextTest {
    private static final ColumnRef CITY = column("city", ColumnType.STRING);
    private static final ColumnRef TOWN = column("town", ColumnType.STRING);
    private static final ColumnRef DAY = column("day", ColumnType.DATE);
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final UnitLimit LIMIT = new UnitLimit(4, 7);
    private static final List<CanonicalPredicate> KNOWN = Stream.of(in("NYC"), in("LA"), in("NYC", "LA"))
            .map(predicate -> new CanonicalPredicate(
                    predicate, new PredicateCanonicalizer().keyed(predicate).key()))
            .toList();

    @Test
    void cellsThatDifferInAnythingHaveDifferentTexts() {
        UnitValue value = new UnitValue(column("age", ColumnType.INT), UnitValue.Combination.SUM);
        Predicate nyc = in("NYC");
        Predicate la = in("LA");
        List<Cells> cells = new ArrayList<>(List.of(
                new Cells.Whole(),
                new Cells.Bins(value, new Grid.Logarithmic()),
                new Cells.Bins(value, new Grid.Linear(new Bounds(0, 1))),
                new Cells.Bins(value, new Grid.Linear(new Bounds(0, 1), 2)),
                new Cells.Bins(value, new Grid.Stretched(new Bounds(0, 1))),
                new Cells.Funnel(List.of(nyc, la)),
                new Cells.Funnel(List.of(la, nyc)),
                new Cells.Funnel(List.of(nyc)),
                new Cells.Atoms(List.of(nyc, la)),
                new Cells.Each(List.of(nyc, la)),
                new Cells.Each(List.of(in("NYC", "LA")))));
        List<GroupKey.Enumerated> enumerated = List.of(
                new GroupKey.Listed(CITY, texts("NYC", "LA")),
                new GroupKey.Listed(CITY, texts("LA", "NYC")),
                new GroupKey.Listed(CITY, texts("LA', 'NYC")),
                new GroupKey.Listed(TOWN, texts("NYC", "LA")),
                new GroupKey.Bands(DAY, List.of(new Literal.Date(JANUARY))),
                new GroupKey.Listed(DAY, List.of(new Literal.Date(JANUARY))),
                new GroupKey.Windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, JANUARY, 3),
                new GroupKey.Windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, JANUARY, 4),
                new GroupKey.Windows(DAY, TimeFormat.TYPE, DateUnit.YEAR, JANUARY, 3),
                new GroupKey.Windows(CITY, TimeFormat.YYYYMM, DateUnit.MONTH, JANUARY, 3),
                new GroupKey.Windows(CITY, TimeFormat.YYYYMMDD, DateUnit.MONTH, JANUARY, 3));
        GroupKey.Values towns = new GroupKey.Values(TOWN);
        for (GroupKey.Enumerated key : enumerated) {
            cells.add(new Cells.Groups(List.of(key), LIMIT));
            cells.add(new Cells.Groups(List.of(key, key), LIMIT));
            cells.add(new Cells.FoundGroups(List.of(key, towns), LIMIT, 10));
            cells.add(new Cells.FoundGroups(List.of(towns, key), LIMIT, 10));
        }
        cells.add(new Cells.Groups(List.of(enumerated.get(0)), new UnitLimit(5, 7)));
        cells.add(new Cells.Groups(List.of(enumerated.get(0)), new UnitLimit(4, 8)));
        cells.add(new Cells.FoundGroups(List.of(towns), LIMIT, 10));
        cells.add(new Cells.FoundGroups(List.of(towns), LIMIT, 11));
        cells.add(new Cells.FoundGroups(List.of(new GroupKey.Values(CITY)), LIMIT, 10));
        cells.add(new Cells.FoundGroups(List.of(new GroupKey.Calendar(DAY, DateUnit.MONTH)), LIMIT, 10));
        cells.add(new Cells.FoundGroups(List.of(new GroupKey.Calendar(DAY, DateUnit.YEAR)), LIMIT, 10));

        assertThat(cells.stream().map(one -> one.accept(new CellsText(KNOWN)))).doesNotHaveDuplicates();
    }

    @Test
    void theColumnsOfKeysAreKnown() {
        CellsText text = new CellsText(KNOWN);
        new Cells.Each(List.of(in("NYC"))).accept(text);
        // A condition's text has the types of its columns in it.
        assertThat(text.columns()).isEmpty();
        new Cells.Groups(
                        List.of(
                                new GroupKey.Windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, JANUARY, 3),
                                new GroupKey.Listed(TOWN, texts("NYC"))),
                        LIMIT)
                .accept(text);
        assertThat(text.columns()).containsExactly(DAY.name(), TOWN.name());
    }

    private static Predicate in(String... values) {
        return new Predicate.In(CITY, texts(values));
    }

    private static List<Literal> texts(String... values) {
        List<Literal> texts = new ArrayList<>();
        for (String value : values) {
            texts.add(new Literal.Text(value));
        }
        return texts;
    }

    private static ColumnRef column(String name, ColumnType type) {
        return new ColumnRef(new ColumnName(name), type);
    }
}
