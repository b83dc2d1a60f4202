package io.leadgen.tests.generate;

import static io.leadgen.testkit.Predicates.ref;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.OperandReplacer;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.testkit.Predicates;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Random tables of a few people with several rows each, and random questions about them: every kind of cells, key and measure,
 * with values at the limits of their types, without a value, and far beyond the bounds.
 */
public final class RandomQueries {
    public static final Column ID = Column.of("id", ColumnType.INT);

    private static final int ROWS = 40;
    private static final int PEOPLE = 6;
    private static final Column MONTH_NUMBER = Column.of("month_number", ColumnType.INT);
    private static final Column MONTH_TEXT = Column.of("month_text", ColumnType.STRING);
    private static final List<ColumnType> KEY_TYPES =
            List.of(ColumnType.STRING, ColumnType.INT, ColumnType.BIGINT, ColumnType.decimal(5, 2), ColumnType.DATE);

    private final Dice dice;
    private final PredicateGenerator predicates;
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();
    private final Column person;
    private final TableData table;
    private final TableData replaced;

    public RandomQueries(int number, long seed) {
        dice = new Dice(seed + number);
        predicates = new PredicateGenerator(PredicateGenerator.everyType(), seed + number);
        person = Column.of("person", dice.one(KEY_TYPES));
        table = table("main.lab.random_" + number);
        replaced = replaced("main.lab.replaced_" + number);
    }

    public TableData table() {
        return table;
    }

    /** A table in which the rows of one unit are replaced by others, at random; of everybody else they are the same. */
    public TableData replaced() {
        return replaced;
    }

    /** The same question about {@link #replaced()}, whose replaced unit is one of the question. */
    public AggregateQuery ofReplaced(AggregateQuery query) {
        return new AggregateQuery(
                replaced.schema().name(),
                query.unit(),
                relatedToReplaced(query.scanned()),
                relatedToReplaced(query.filter()),
                query.cells().with(this::relatedToReplaced),
                query.measures());
    }

    /** A question in which a person is all their rows, so that the table's replaced rows are one unit's. */
    public AggregateQuery queryByPerson() {
        AggregateQuery any = query();
        while (any.unit() instanceof PrivacyUnit.Row) {
            any = query();
        }
        return any;
    }

    private TableData replaced(String name) {
        Object target = dice.one(table.rows().stream()
                .map(row -> row.get(1))
                .filter(Objects::nonNull)
                .toList());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            rows.add(target.equals(row.get(1)) ? row((int) Objects.requireNonNull(row.get(0)), target) : row);
        }
        return new TableData(
                new TableSchema(TableName.parse(name), table.schema().columns(), null), rows);
    }

    private TableData table(String name) {
        List<Column> columns = new ArrayList<>(List.of(ID, person, MONTH_NUMBER, MONTH_TEXT));
        columns.addAll(PredicateGenerator.everyType().columns());
        List<Object> people = SampleValues.values(person.type()).stream()
                .filter(RandomQueries::isStorable)
                .limit(PEOPLE)
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int id = 0; id < ROWS; id++) {
            rows.add(row(id, dice.percent(10) ? null : dice.one(people)));
        }
        TableName table = TableName.parse(name);
        return new TableData(new TableSchema(table, columns, null), rows);
    }

    private List<@Nullable Object> row(int id, @Nullable Object of) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(id);
        row.add(of);
        row.add(dice.percent(10) ? null : 202_310 + dice.below(5));
        row.add(dice.percent(10) ? null : "" + (202_310 + dice.below(5)));
        Map<ColumnName, Object> values = predicates.row();
        for (Column column : PredicateGenerator.everyType().columns()) {
            Object value = values.get(column.name());
            row.add(value != null && isStorable(value) ? value : null);
        }
        return row;
    }

    /** Whether a column of every engine can hold it: no nanoseconds, and the years that there are literals for. */
    private static boolean isStorable(Object value) {
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS).equals(time);
        }
        return !(value instanceof LocalDate day) || (day.getYear() >= 1 && day.getYear() <= 9999);
    }

    /** A question of any kind; groups let a unit keep a few cells only. */
    public AggregateQuery query() {
        return query(cells(), measures());
    }

    /** A question for counts whose answer does not depend on the engine. */
    public AggregateQuery countOfAll() {
        Cells cells = cells();
        while (cells instanceof Cells.Bins) {
            cells = cells();
        }
        UnitLimit all = new UnitLimit(ROWS, 0);
        if (cells instanceof Cells.Groups groups) {
            cells = new Cells.Groups(groups.keys(), all);
        } else if (cells instanceof Cells.FoundGroups groups) {
            cells = new Cells.FoundGroups(groups.keys(), all, groups.atLeast());
        }
        return query(cells, List.of(new Measure.Units()));
    }

    private AggregateQuery query(Cells cells, List<Measure> measures) {
        PrivacyUnit unit = dice.percent(25) ? new PrivacyUnit.Row(ID.name()) : new PrivacyUnit.Key(person.name());
        Predicate filter = related(dice.percent(60) ? Predicate.Constant.TRUE : condition(), unit);
        Predicate scanned = dice.percent(50) ? filter : Predicate.Constant.TRUE;
        Cells asked = cells.with(condition -> related(condition, unit));
        return new AggregateQuery(table.schema().name(), unit, scanned, filter, asked, measures);
    }

    /** Sometimes also about all rows of the same unit: a related table, here the table itself. */
    private Predicate related(Predicate condition, PrivacyUnit unit) {
        if (dice.percent(70)) {
            return condition;
        }
        ColumnRef key = ref(unit instanceof PrivacyUnit.Row ? ID : person);
        TableName name = table.schema().name();
        // Conditions on some columns may narrow what is read, and must not change what is counted.
        Set<ColumnName> some = dice.percent(50)
                ? Set.of()
                : PredicateGenerator.everyType().columns().stream()
                        .map(Column::name)
                        .collect(Collectors.toSet());
        Predicate count = Predicates.compare(
                new RelatedCount(new Link(name, key, name, key.name(), some), condition()),
                dice.one(List.of(">=", "<", "=", "<>")),
                dice.below(4));
        return condition == Predicate.Constant.TRUE ? count : new Predicate.And(List.of(condition, count));
    }

    /** The same condition, with rows of the table that has replaced rows. */
    private Predicate relatedToReplaced(Predicate condition) {
        return condition.accept(new OperandReplacer(operand -> {
            if (!(operand instanceof RelatedCount count)) {
                return operand;
            }
            TableName name = replaced.schema().name();
            Link link = count.link();
            return new RelatedCount(new Link(name, link.unit(), name, link.key(), link.partitions()), count.filter());
        }));
    }

    /** The same question about everybody but the unit with that row. */
    public AggregateQuery without(AggregateQuery query, List<@Nullable Object> row) {
        boolean rows = query.unit() instanceof PrivacyUnit.Row;
        Predicate others = new Predicate.IsDistinctFrom(ref(rows ? ID : person), Predicates.lit(unit(query, row)));
        Predicate filter = new Predicate.And(List.of(query.filter(), others));
        Predicate scanned = query.readsMore() ? query.scanned() : filter;
        return new AggregateQuery(query.table(), query.unit(), scanned, filter, query.cells(), query.measures());
    }

    /** A random row that belongs to a unit. */
    public List<@Nullable Object> rowOfAUnit(AggregateQuery query) {
        return dice.one(table.rows().stream()
                .filter(row -> query.unit() instanceof PrivacyUnit.Row || row.get(1) != null)
                .toList());
    }

    private static Object unit(AggregateQuery query, List<@Nullable Object> row) {
        return Objects.requireNonNull(row.get(query.unit() instanceof PrivacyUnit.Row ? 0 : 1));
    }

    private Predicate condition() {
        return canonicalizer.canonicalize(predicates.predicate(dice.between(1, 3)));
    }

    private List<Predicate> conditions(int most) {
        List<Predicate> conditions = new ArrayList<>();
        for (int count = dice.between(1, most); count > 0; count--) {
            conditions.add(condition());
        }
        return conditions;
    }

    private Cells cells() {
        return switch (dice.below(10)) {
            case 0 -> new Cells.Whole();
            case 1 -> new Cells.Bins(value(), grid());
            case 2 -> new Cells.Funnel(conditions(4));
            case 3 -> new Cells.Atoms(conditions(5));
            case 4, 5 -> new Cells.Each(conditions(4));
            case 6, 7 -> new Cells.Groups(several(this::enumerated), limit());
            default -> {
                List<GroupKey> keys = new ArrayList<>(List.of(found()));
                while (keys.size() < GroupKey.MOST && dice.percent(40)) {
                    keys.add(dice.percent(50) ? found() : enumerated());
                }
                yield new Cells.FoundGroups(dice.shuffled(keys), limit(), dice.of(1, 1, 2, 3, 4));
            }
        };
    }

    private UnitLimit limit() {
        return new UnitLimit(dice.between(1, 4), dice.below(1_000));
    }

    private static <T> List<T> several(int count, Supplier<T> supplier) {
        List<T> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            result.add(supplier.get());
        }
        return result;
    }

    private <T> List<T> several(Supplier<T> supplier) {
        return several(dice.of(1, 1, 2, 3), supplier);
    }

    private GroupKey.Enumerated enumerated() {
        return switch (dice.below(3)) {
            case 0 -> {
                ColumnRef column = column(family -> family != TypeFamily.OTHER);
                yield new GroupKey.Listed(column, literals(column));
            }
            case 1 -> {
                ColumnRef column = column(family -> family.isNumber() || isTime(family));
                yield new GroupKey.Bands(
                        column,
                        literals(column).stream().sorted(LiteralOrder.INSTANCE).toList());
            }
            default -> windows();
        };
    }

    private List<Literal> literals(ColumnRef column) {
        List<Literal> all =
                SampleValues.literals(column.type()).stream().distinct().toList();
        return dice.shuffled(all).subList(0, dice.between(1, Math.min(5, all.size())));
    }

    private GroupKey.Enumerated windows() {
        LocalDate january = LocalDate.of(2024, 1, 1);
        if (dice.percent(30)) {
            Column digits = dice.of(MONTH_NUMBER, MONTH_TEXT);
            return new GroupKey.Windows(
                    ref(digits), TimeFormat.YYYYMM, DateUnit.MONTH, january.minusMonths(2), dice.between(1, 4));
        }
        DateUnit every = dice.of(DateUnit.values());
        LocalDate first = switch (every) {
            case DAY -> january.minusDays(dice.below(3));
            case WEEK ->
                january.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(dice.below(2));
            case MONTH, QUARTER, YEAR -> dice.percent(50) ? january : LocalDate.of(1, 1, 1);
        };
        return new GroupKey.Windows(column(RandomQueries::isTime), TimeFormat.TYPE, every, first, dice.between(1, 40));
    }

    private GroupKey found() {
        if (dice.percent(30)) {
            return new GroupKey.Calendar(column(RandomQueries::isTime), dice.of(DateUnit.values()));
        }
        return new GroupKey.Values(column(family -> switch (family) {
            case EXACT_NUMBER, STRING, BOOLEAN, DATE -> true;
            case APPROXIMATE_NUMBER, TIMESTAMP, OTHER -> false;
        }));
    }

    private static boolean isTime(TypeFamily family) {
        return family == TypeFamily.DATE || family == TypeFamily.TIMESTAMP;
    }

    private ColumnRef column(java.util.function.Predicate<TypeFamily> families) {
        return ref(dice.one(PredicateGenerator.everyType().columns().stream()
                .filter(column -> families.test(column.type().family()))
                .toList()));
    }

    private List<Measure> measures() {
        // Units first: the size of a found group tells whether it may come and go.
        List<Measure> measures = new ArrayList<>(List.of(new Measure.Units()));
        measures.addAll(several(
                dice.below(3),
                () -> dice.percent(30) ? new Measure.ValuedUnits(value()) : new Measure.CentredSum(value(), bounds())));
        return measures;
    }

    private Grid grid() {
        return switch (dice.below(3)) {
            case 0 -> new Grid.Linear(bounds());
            case 1 -> new Grid.Stretched(bounds());
            default -> new Grid.Logarithmic();
        };
    }

    private UnitValue value() {
        return new UnitValue(column(TypeFamily::isNumber), dice.of(UnitValue.Combination.values()));
    }

    private Bounds bounds() {
        return dice.of(
                new Bounds(0, 1),
                new Bounds(-1, 100),
                new Bounds(5, 5.5),
                new Bounds(-1e300, 1e300),
                new Bounds(0, 1e-300),
                new Bounds(-1e18, 1e19));
    }
}
