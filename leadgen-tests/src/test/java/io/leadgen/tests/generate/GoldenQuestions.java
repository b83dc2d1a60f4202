package io.leadgen.tests.generate;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Text;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question for each thing that a dialect has to spell, over tables with a column of each type: every kind of condition,
 * cells, measure and unit. What dialects are reviewed by, and what engines are compared by.
 */
public final class GoldenQuestions {
    private static final TableName TABLE = TableName.parse("main.leads.customers");
    private static final TableName ODD_TABLE = TableName.parse("`cata log`.`sche\"ma`.`ta'ble`");

    private static final ColumnRef AGE = column("age", ColumnType.INT);
    private static final ColumnRef TINY = column("tiny", ColumnType.TINYINT);
    private static final ColumnRef BIG = column("big", ColumnType.BIGINT);
    private static final ColumnRef SPEND = column("spend", ColumnType.decimal(12, 2));
    private static final ColumnRef WIDE = column("wide", ColumnType.decimal(38, 2));
    private static final ColumnRef SCORE = column("score", ColumnType.FLOAT);
    private static final ColumnRef LTV = column("ltv", ColumnType.DOUBLE);
    private static final ColumnRef CITY = column("city", ColumnType.STRING);
    private static final ColumnRef OTHER_CITY = column("other_city", ColumnType.STRING);
    private static final ColumnRef CONSENT = column("consent", ColumnType.BOOLEAN);
    private static final ColumnRef JOINED = column("joined", ColumnType.DATE);
    private static final ColumnRef SEEN = column("seen", ColumnType.TIMESTAMP);
    private static final ColumnRef CALLED = column("called", ColumnType.TIMESTAMP_NTZ);
    private static final ColumnRef FINE = column("fine", ColumnType.decimal(38, 38));
    private static final ColumnRef ODD = column("od`d \"name", ColumnType.INT);

    private static final PrivacyUnit ROW = new PrivacyUnit.Row(null);
    private static final PrivacyUnit KEY = new PrivacyUnit.Key(new ColumnName("customer_id"));

    private static final int ROWS = 240;
    private static final int LARGEST_UNIT = 4;
    private static final long SEED = 20_261_124;

    private static final Measure COUNT = new Measure.Units();

    private GoldenQuestions() {}

    /** The questions by their titles, in the order in which they are reviewed. */
    public static Map<String, AggregateQuery> all() {
        Map<String, AggregateQuery> queries = new LinkedHashMap<>();
        predicates()
                .forEach((title, predicate) ->
                        queries.put(title, query(TABLE, ROW, predicate, new Cells.Whole(), new Measure.Units())));
        Predicate adults = compare(AGE, ComparisonOperator.GE, 18);
        UnitValue ltv = new UnitValue(LTV, Combination.SUM);
        Bounds bounds = new Bounds(0, 20000);
        Cells whole = new Cells.Whole();
        queries.put(
                "odd names", query(ODD_TABLE, ROW, compare(ODD, ComparisonOperator.EQ, 1), whole, new Measure.Units()));
        queries.put("units by key", query(TABLE, KEY, adults, whole, new Measure.Units()));
        queries.put("units twice", query(TABLE, KEY, Constant.TRUE, whole, new Measure.Units(), new Measure.Units()));
        queries.put("valued units of rows", query(TABLE, ROW, adults, whole, new Measure.ValuedUnits(ltv)));
        queries.put(
                "valued units of rows, exact type",
                query(TABLE, ROW, adults, whole, new Measure.ValuedUnits(new UnitValue(SPEND, Combination.SUM))));
        queries.put(
                "sum of rows, double",
                query(TABLE, ROW, adults, whole, new Measure.Units(), new Measure.CentredSum(ltv, bounds)));
        for (ColumnRef column : List.of(AGE, BIG, SPEND, WIDE, SCORE)) {
            UnitValue value = new UnitValue(column, Combination.SUM);
            queries.put(
                    "sum of rows, " + column.type(),
                    query(TABLE, ROW, adults, whole, new Measure.CentredSum(value, bounds)));
            queries.put(
                    "sum by key, " + column.type(),
                    query(TABLE, KEY, adults, whole, new Measure.CentredSum(value, bounds)));
        }
        for (Combination combination : Combination.values()) {
            queries.put(
                    "by key, " + combination + ", double",
                    query(TABLE, KEY, adults, whole, new Measure.CentredSum(new UnitValue(LTV, combination), bounds)));
            queries.put(
                    "by key, " + combination + ", decimal",
                    query(
                            TABLE,
                            KEY,
                            adults,
                            whole,
                            new Measure.CentredSum(new UnitValue(SPEND, combination), bounds)));
        }
        queries.put(
                "several measures of several values",
                query(
                        TABLE,
                        KEY,
                        adults,
                        whole,
                        new Measure.CentredSum(ltv, bounds),
                        new Measure.Units(),
                        new Measure.CentredSum(new UnitValue(AGE, Combination.MAXIMUM), new Bounds(0, 120)),
                        new Measure.ValuedUnits(ltv)));
        queries.put(
                "linear bins of rows",
                query(TABLE, ROW, adults, new Cells.Bins(ltv, new Grid.Linear(bounds)), new Measure.Units()));
        queries.put(
                "linear bins by key, with a sum",
                query(
                        TABLE,
                        KEY,
                        adults,
                        new Cells.Bins(ltv, new Grid.Linear(bounds)),
                        new Measure.Units(),
                        new Measure.CentredSum(ltv, bounds)));
        queries.put(
                "stretched bins of rows",
                query(TABLE, ROW, adults, new Cells.Bins(ltv, new Grid.Stretched(bounds)), new Measure.Units()));
        queries.put(
                "logarithmic bins of rows",
                query(TABLE, ROW, Constant.TRUE, new Cells.Bins(ltv, new Grid.Logarithmic()), new Measure.Units()));
        queries.put(
                "logarithmic bins by key",
                query(TABLE, KEY, adults, new Cells.Bins(ltv, new Grid.Logarithmic()), new Measure.Units()));
        cells().forEach((title, cells) -> {
            queries.put(title + ", of rows", query(TABLE, ROW, adults, cells, new Measure.Units()));
            queries.put(title + ", by key", query(TABLE, KEY, adults, cells, new Measure.Units()));
        });
        Measure sum = new Measure.CentredSum(ltv, bounds);
        List.of("by city and month", "values found in the data", "funnel", "atoms", "each condition")
                .forEach(title -> {
                    Cells cells = Objects.requireNonNull(cells().get(title));
                    queries.put(title + ", of rows, with a sum", query(TABLE, ROW, adults, cells, COUNT, sum));
                    queries.put(title + ", by key, with a sum", query(TABLE, KEY, adults, cells, COUNT, sum));
                });
        Map<String, AggregateQuery> everyRow = new LinkedHashMap<>();
        queries.forEach((title, query) -> {
            if (query.filter().equals(adults)) {
                everyRow.put(title + ", every row read", query.scanning(Constant.TRUE));
            }
        });
        queries.putAll(everyRow);
        related().forEach((title, condition) -> {
            AggregateQuery count = query(TABLE, KEY, condition, whole, COUNT);
            queries.put(title, count);
            queries.put(title + ", hidden", count.scanning(Constant.TRUE));
        });
        queries.put(
                "a funnel with rows of related tables",
                query(TABLE, KEY, adults, new Cells.Funnel(List.copyOf(related().values())), COUNT));
        return queries;
    }

    /**
     * The tables that the questions are about, with rows that lie where answers could differ. Nobody has more than four rows, so
     * that a unit has no more cells than a question lets it have, and engines need not choose.
     */
    public static List<TableData> tables() {
        List<Column> columns = Stream.of(
                        AGE, TINY, BIG, SPEND, WIDE, FINE, SCORE, LTV, CITY, OTHER_CITY, CONSENT, JOINED, SEEN, CALLED)
                .map(column -> Column.of(column.name().value(), column.type()))
                .collect(Collectors.toCollection(ArrayList::new));
        columns.add(0, Column.of("customer_id", ColumnType.STRING));
        Dice dice = new Dice(SEED);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(i < LARGEST_UNIT ? null : "person " + i / LARGEST_UNIT);
            for (Column column : columns.subList(1, columns.size())) {
                row.add(dice.percent(15) ? null : dice.one(values(column)));
            }
            rows.add(row);
        }
        TableData customers = new TableData(new TableSchema(TABLE, columns, null), rows);
        TableSchema odd =
                new TableSchema(ODD_TABLE, List.of(Column.of(ODD.name().value(), ODD.type())), null);
        return List.of(
                customers, new TableData(odd, List.of()).row(1).row(2).row(1).row((Object) null));
    }

    private static List<Object> values(Column column) {
        List<Object> values = new ArrayList<>(SampleValues.values(column.type()).stream()
                .filter(GoldenQuestions::isStorable)
                .toList());
        values.addAll(
                switch (column.type().family()) {
                    case EXACT_NUMBER ->
                        column.equals(Column.of(FINE.name().value(), FINE.type()))
                                ? List.of()
                                : List.of(17, 18, 24, 25, 26, 64, 65, 66, 100);
                    case APPROXIMATE_NUMBER -> List.of(-7.5, 18.0, 25.25, 999.5, 1000.0, 12345.5, 20000.0, 1e6);
                    case STRING ->
                        List.of(
                                "NYC",
                                "nyc",
                                "LA",
                                "it's",
                                "New York",
                                "new\n",
                                "\u0130",
                                "50%_!\\x",
                                "202310",
                                "20231002");
                    case DATE ->
                        List.of(
                                LocalDate.of(2023, 10, 1),
                                LocalDate.of(2023, 12, 30),
                                LocalDate.of(2025, 1, 1),
                                LocalDate.of(2025, 12, 31),
                                LocalDate.of(2034, 7, 4));
                    case TIMESTAMP ->
                        List.of(
                                LocalDateTime.of(2023, 10, 1, 0, 0),
                                LocalDateTime.of(2024, 2, 29, 23, 59, 59, 1000),
                                LocalDateTime.of(2024, 3, 10, 2, 30),
                                LocalDateTime.of(2024, 11, 3, 1, 30),
                                LocalDateTime.of(1582, 10, 10, 12, 0));
                    case BOOLEAN, OTHER -> List.of();
                });
        return values;
    }

    /** Whether a column of every engine can hold it: no nanoseconds, and the years that there are literals for. */
    private static boolean isStorable(Object value) {
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS).equals(time);
        }
        return !(value instanceof LocalDate day) || (day.getYear() >= 1 && day.getYear() <= 9999);
    }

    private static Map<String, Cells> cells() {
        UnitLimit four = new UnitLimit(4, 20_240_101);
        Map<String, Cells> cells = new LinkedHashMap<>();
        GroupKey.Enumerated cities = new GroupKey.Listed(CITY, List.of(literal("NYC"), literal("it's")));
        cells.put("by city", groups(cities));
        cells.put("by consent", groups(new GroupKey.Listed(CONSENT, List.of(literal(true), literal(false)))));
        cells.put(
                "by bands of ages",
                groups(new GroupKey.Bands(AGE, List.of(literal(18), literal(new BigDecimal("64.5"))))));
        cells.put("by bands of days", groups(new GroupKey.Bands(JOINED, List.of(literal(LocalDate.of(2024, 2, 29))))));
        for (DateUnit unit : DateUnit.values()) {
            LocalDate first = unit == DateUnit.WEEK ? LocalDate.of(2024, 1, 1) : LocalDate.of(2025, 1, 1);
            cells.put("by " + unit, groups(new GroupKey.Windows(JOINED, TimeFormat.TYPE, unit, first, 12)));
        }
        LocalDate quarter = LocalDate.of(2023, 10, 1);
        cells.put(
                "by QUARTER of instants",
                groups(new GroupKey.Windows(SEEN, TimeFormat.TYPE, DateUnit.QUARTER, quarter, 2)));
        cells.put(
                "by DAY of wall clocks",
                groups(new GroupKey.Windows(CALLED, TimeFormat.TYPE, DateUnit.DAY, quarter, 366)));
        cells.put(
                "by month as a number",
                groups(new GroupKey.Windows(AGE, TimeFormat.YYYYMM, DateUnit.QUARTER, quarter, 2)));
        cells.put(
                "by day as a text", groups(new GroupKey.Windows(CITY, TimeFormat.YYYYMMDD, DateUnit.DAY, quarter, 3)));
        cells.put(
                "by city and month",
                groups(cities, new GroupKey.Windows(JOINED, TimeFormat.TYPE, DateUnit.MONTH, quarter, 3)));
        List<GroupKey> found = List.of(
                new GroupKey.Values(CITY),
                new GroupKey.Calendar(SEEN, DateUnit.MONTH),
                new GroupKey.Bands(LTV, List.of(literal(1000))));
        cells.put("values found in the data", new Cells.FoundGroups(found, four, Cells.FoundGroups.AT_LEAST));
        cells.put("days found in the data", new Cells.FoundGroups(List.of(new GroupKey.Values(JOINED)), four, 1));
        List<Predicate> conditions = List.of(
                compare(CITY, ComparisonOperator.EQ, "NYC"),
                new Predicate.Truth(CONSENT),
                compare(SPEND, ComparisonOperator.GT, 100));
        cells.put("funnel", new Cells.Funnel(conditions));
        cells.put("atoms", new Cells.Atoms(conditions));
        cells.put("each condition", new Cells.Each(conditions));
        return cells;
    }

    private static Cells groups(GroupKey.Enumerated... keys) {
        return new Cells.Groups(List.of(keys), new UnitLimit(4, 20_240_101));
    }

    /** Conditions on all rows of a person; the related table is the table itself. */
    private static Map<String, Predicate> related() {
        Map<String, Predicate> conditions = new LinkedHashMap<>();
        Operand adult = rows(compare(AGE, ComparisonOperator.GE, 18));
        Operand here = rows(compare(CITY, ComparisonOperator.EQ, "Bonn"));
        conditions.put("a row of a related table", compare(adult, ComparisonOperator.GE, 1));
        conditions.put("no row of a related table", compare(here, ComparisonOperator.EQ, 0));
        conditions.put(
                "rows of related tables, compared",
                new Predicate.And(List.of(
                        new Predicate.Comparison(ComparisonOperator.GT, adult, here),
                        compare(rows(Constant.TRUE), ComparisonOperator.LT, 4))));
        Predicate part = compare(TINY, ComparisonOperator.GE, 1);
        conditions.put(
                "rows in a partition of a related table",
                compare(
                        rows(new Predicate.And(List.of(part, new Predicate.Truth(CONSENT)))),
                        ComparisonOperator.GE,
                        2));
        return conditions;
    }

    private static Operand rows(Predicate filter) {
        ColumnName key = new ColumnName("customer_id");
        return new Operand.RelatedCount(
                new Operand.Link(TABLE, column("customer_id", ColumnType.STRING), TABLE, key, Set.of(TINY.name())),
                filter);
    }

    private static Map<String, Predicate> predicates() {
        Map<String, Predicate> predicates = new LinkedHashMap<>();
        predicates.put("all rows", Constant.TRUE);
        predicates.put("no rows", Constant.FALSE);
        predicates.put("unknown", Constant.UNKNOWN);
        predicates.put(
                "and, or, not",
                new Predicate.And(List.of(
                        compare(AGE, ComparisonOperator.GT, 25),
                        new Predicate.Or(List.of(
                                compare(CITY, ComparisonOperator.EQ, "NYC"),
                                new Predicate.Not(new Predicate.IsNull(CITY)),
                                Constant.UNKNOWN)))));
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            predicates.put("integer " + operator, compare(AGE, operator, 25));
            predicates.put("integer " + operator + " a fraction", compare(AGE, operator, new BigDecimal("25.5")));
            predicates.put("integer " + operator + " beyond its type", compare(TINY, operator, 1000));
            predicates.put("string " + operator, compare(CITY, operator, "it's"));
        }
        predicates.put(
                "literal on the left",
                new Predicate.Comparison(ComparisonOperator.LT, new Literal.Number(BigDecimal.TEN), AGE));
        predicates.put("bigint", compare(BIG, ComparisonOperator.EQ, Long.MAX_VALUE));
        predicates.put("decimal", compare(SPEND, ComparisonOperator.EQ, new BigDecimal("10.5")));
        predicates.put("decimal finer than its scale", compare(SPEND, ComparisonOperator.LT, new BigDecimal("10.555")));
        predicates.put("double", compare(LTV, ComparisonOperator.GT, new BigDecimal("0.1")));
        predicates.put("float", compare(SCORE, ComparisonOperator.GT, new BigDecimal("0.1")));
        predicates.put("boolean", compare(CONSENT, ComparisonOperator.NE, true));
        predicates.put("date", compare(JOINED, ComparisonOperator.GE, LocalDate.of(2024, 2, 29)));
        predicates.put(
                "instant", compare(SEEN, ComparisonOperator.GE, LocalDateTime.of(2024, 2, 29, 23, 59, 59, 1000)));
        predicates.put("wall clock", compare(CALLED, ComparisonOperator.GE, LocalDateTime.of(2024, 2, 29, 23, 0)));
        predicates.put("two strings", new Predicate.Comparison(ComparisonOperator.LT, CITY, OTHER_CITY));
        predicates.put("two integers", new Predicate.Comparison(ComparisonOperator.LT, TINY, BIG));
        predicates.put("integer and decimal", new Predicate.Comparison(ComparisonOperator.EQ, AGE, SPEND));
        predicates.put("decimals without a common type", new Predicate.Comparison(ComparisonOperator.EQ, WIDE, FINE));
        predicates.put("float and double", new Predicate.Comparison(ComparisonOperator.EQ, SCORE, LTV));
        predicates.put("instant and wall clock", new Predicate.Comparison(ComparisonOperator.LE, SEEN, CALLED));
        predicates.put("between", new Predicate.Between(AGE, literal(18), literal(65)));
        predicates.put(
                "between fractions",
                new Predicate.Between(AGE, literal(new BigDecimal("17.5")), literal(new BigDecimal("65.5"))));
        predicates.put("in", new Predicate.In(CITY, List.of(literal("LA"), literal("NYC"))));
        predicates.put("in, one beyond its type", new Predicate.In(TINY, List.of(literal(1), literal(1000))));
        predicates.put("in, all beyond its type", new Predicate.In(TINY, List.of(literal(1000))));
        predicates.put(
                "like with all that needs escapes",
                new Predicate.Like(
                        CITY,
                        new LikePattern(List.of(Wildcard.ANY_TEXT, new Text("50%_!\\"), Wildcard.ANY_ONE)),
                        false));
        predicates.put(
                "starts with",
                new Predicate.Like(CITY, new LikePattern(List.of(new Text("New"), Wildcard.ANY_TEXT)), false));
        predicates.put(
                "ilike", new Predicate.Like(CITY, new LikePattern(List.of(new Text("new"), Wildcard.ANY_TEXT)), true));
        predicates.put("is null", new Predicate.IsNull(CITY));
        predicates.put("is true", new Predicate.IsTruth(CONSENT, true));
        predicates.put("is false", new Predicate.IsTruth(CONSENT, false));
        predicates.put("truth", new Predicate.Truth(CONSENT));
        predicates.put("is distinct from", new Predicate.IsDistinctFrom(AGE, literal(25)));
        predicates.put(
                "is distinct from what it cannot be",
                new Predicate.IsDistinctFrom(AGE, literal(new BigDecimal("25.5"))));
        for (Function function :
                List.of(Function.LOWER, Function.UPPER, Function.TRIM, Function.LTRIM, Function.RTRIM)) {
            predicates.put("" + function, compare(call(function, CITY), ComparisonOperator.EQ, "nyc"));
        }
        predicates.put("LENGTH", compare(call(Function.LENGTH, CITY), ComparisonOperator.GT, 3));
        for (ColumnRef number : List.of(TINY, AGE, BIG, SPEND, WIDE, SCORE, LTV)) {
            predicates.put("ABS of " + number.type(), compare(call(Function.ABS, number), ComparisonOperator.GT, 5));
        }
        predicates.put(
                "COALESCE",
                compare(new Operand.Call(Function.COALESCE, List.of(AGE, literal(0))), ComparisonOperator.EQ, 0));
        predicates.put(
                "COALESCE with a fraction",
                compare(
                        new Operand.Call(Function.COALESCE, List.of(AGE, literal(new BigDecimal("0.5")))),
                        ComparisonOperator.EQ,
                        new BigDecimal("0.5")));
        predicates.put("NULLIF", new Predicate.IsNull(new Operand.Call(Function.NULLIF, List.of(CITY, literal("")))));
        for (Function part :
                List.of(Function.YEAR, Function.QUARTER, Function.MONTH, Function.DAY, Function.DAYOFWEEK)) {
            predicates.put(part + " of date", compare(call(part, JOINED), ComparisonOperator.EQ, 1));
            predicates.put(part + " of instant", compare(call(part, SEEN), ComparisonOperator.EQ, 1));
        }
        for (DateUnit unit : DateUnit.values()) {
            predicates.put(
                    "DATE_TRUNC " + unit,
                    compare(new Operand.DateTrunc(unit, CALLED), ComparisonOperator.EQ, LocalDate.of(2024, 1, 1)));
        }
        return predicates;
    }

    private static ColumnRef column(String name, ColumnType type) {
        return new ColumnRef(new ColumnName(name), type);
    }

    private static Operand call(Function function, Operand operand) {
        return new Operand.Call(function, List.of(operand));
    }

    private static Predicate compare(Operand left, ComparisonOperator operator, Object right) {
        return new Predicate.Comparison(operator, left, literal(right));
    }

    private static Literal literal(Object value) {
        if (value instanceof Number number) {
            return new Literal.Number(new BigDecimal(number.toString()));
        } else if (value instanceof Boolean bool) {
            return new Literal.Bool(bool);
        } else if (value instanceof LocalDate date) {
            return new Literal.Date(date);
        } else if (value instanceof LocalDateTime time) {
            return new Literal.Timestamp(time);
        }
        return new Literal.Text((String) value);
    }

    private static AggregateQuery query(
            TableName table, PrivacyUnit unit, Predicate filter, Cells cells, Measure... measures) {
        return new AggregateQuery(table, unit, filter, cells, List.of(measures));
    }
}
