package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.language.bind.ValueReader;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.ColumnProfile.Kind;
import io.leadgen.question.answer.ColumnProfile.Value;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.ColumnFinder;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.GroupKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of a column, so that a predicate on it can be written without seeing rows. By default of everyone, at {@link
 * Precision#DEFAULT}.
 *
 * @param predicate a predicate on the people of the question, or null for everyone
 * @param precision of the mean value
 */
public record Profile(
        TableName table, String column, @Nullable String predicate, Precision precision)
        implements Question<ColumnProfile> {
    private static final int BANDS = 20;
    private static final BigDecimal TAIL = new BigDecimal("0.01");
    private static final String COLUMN = "the column";

    public Profile {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(precision, "precision");
    }

    public static Profile of(TableName table, String column) {
        return new Profile(table, column, null, Precision.DEFAULT);
    }

    /** Restricts the question to people who match a predicate; null for everyone. */
    public Profile where(@Nullable String where) {
        return new Profile(table, column, where, precision);
    }

    public Profile precision(Precision wanted) {
        return new Profile(table, column, predicate, wanted);
    }

    @Override
    public String kind() {
        return "profile";
    }

    @Override
    public Plan<ColumnProfile> plan(QuestionCompiler compiler) {
        ColumnRef found = compiler.column(COLUMN, column);
        CompiledQuestion question = compiler.compile(predicate);
        int most = compiler.mostRows();
        List<String> declared = compiler.policy().column(found.name()).values();
        if (!declared.isEmpty()) {
            return plan(question, found, Grouping.declared(found, declared), most);
        }
        return switch (found.family()) {
            case STRING -> plan(question, found, new GroupKey.Values(found), most);
            case BOOLEAN -> plan(question, found, Grouping.booleans(found), most);
            case DATE, TIMESTAMP -> plan(question, found, new GroupKey.Calendar(found, DateUnit.MONTH), most);
            case EXACT_NUMBER, APPROXIMATE_NUMBER ->
                compiler.bounded(
                        question,
                        new UnitValue(found, UnitValue.Combination.AVERAGE),
                        clamping -> plan(question, found, bands(found, clamping.bounds()), most));
            case OTHER ->
                throw ColumnFinder.rejected(
                                ErrorCode.TYPE_MISMATCH,
                                0,
                                column,
                                "A column of type " + found.type() + " cannot be used in a question",
                                "use a column of numbers, text, dates or booleans")
                        .inPart(COLUMN);
        };
    }

    private Plan.OneScan<ColumnProfile> plan(CompiledQuestion question, ColumnRef found, GroupKey key, int most) {
        Plan.Part part = question.count(Segments.cells(List.of(key), Segments.DEFAULT_PER_UNIT), precision);
        return Plan.OneScan.of(
                question,
                part,
                answered -> key instanceof GroupKey.Enumerated named
                        ? named(found, named, answered)
                        : found(found, key, answered, most));
    }

    /** Bands of one width over the bounds, whose edges the column can hold: whole numbers where it holds no other. */
    private static GroupKey bands(ColumnRef column, Bounds bounds) {
        List<Literal> edges = new ArrayList<>();
        for (int i = 0; i <= BANDS; i++) {
            BigDecimal edge = new BigDecimal(bounds.lower() + (bounds.upper() - bounds.lower()) * i / BANDS);
            BigDecimal rounded = column.family() == TypeFamily.EXACT_NUMBER
                    ? edge.setScale(column.type().scale(), RoundingMode.HALF_EVEN)
                    : edge.round(new MathContext(6));
            Literal literal = ValueReader.read(column, rounded.toPlainString(), 0);
            if (!edges.contains(literal)) {
                edges.add(literal);
            }
        }
        return new GroupKey.Bands(column, edges);
    }

    private static ColumnProfile named(ColumnRef column, GroupKey.Enumerated key, Plan.Answered answered) {
        List<Cell> cells = answered.release().cells();
        BigDecimal total = total(cells);
        List<Value> values = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String label = Grouping.label(key, place);
            Predicate predicate = predicate(column, key, place);
            values.add(value(
                    label,
                    predicate,
                    key instanceof GroupKey.Listed listed
                                    && place < listed.values().size()
                            ? listed.values().get(place)
                            : null,
                    cells.get(place),
                    total,
                    answered.callerClass()));
        }
        boolean bands = key instanceof GroupKey.Bands;
        int ofNull = bands ? ((GroupKey.Bands) key).ofNull() : ((GroupKey.Listed) key).ofNull();
        BigDecimal nullShare = total.signum() <= 0
                ? null
                : NoisyCount.share(NoisyCount.whole(cells.get(ofNull).count()), total);
        return new ColumnProfile(
                column.name().value(),
                column.type().toString(),
                bands ? Kind.BANDS : Kind.DECLARED,
                values,
                nullShare,
                bands ? edge((GroupKey.Bands) key, cells, TAIL) : null,
                bands ? edge((GroupKey.Bands) key, cells, BigDecimal.ONE.subtract(TAIL)) : null,
                false,
                answered.info());
    }

    private static ColumnProfile found(ColumnRef column, GroupKey key, Plan.Answered answered, int most) {
        List<Cell> cells = answered.release().cells();
        boolean calendar = key instanceof GroupKey.Calendar;
        BigDecimal total = total(cells);
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(
                calendar
                        ? Comparator.comparing(
                                (Cell cell) -> cell.key().get(0), Comparator.nullsLast(Comparator.naturalOrder()))
                        : Comparator.comparing((Cell cell) -> cell.count().value())
                                .reversed());
        List<Value> values = new ArrayList<>();
        for (Cell cell : sorted.subList(0, Math.min(sorted.size(), most))) {
            String text = cell.key().get(0);
            Literal literal = text == null ? null : ValueReader.read(column, text, 0);
            Predicate predicate = literal == null
                    ? new Predicate.IsNull(column)
                    : calendar
                            ? month(column, LocalDate.parse(text))
                            : new Predicate.Comparison(ComparisonOperator.EQ, column, literal);
            values.add(value(text, predicate, calendar ? null : literal, cell, total, answered.callerClass()));
        }
        List<String> days =
                values.stream().map(Value::value).filter(Objects::nonNull).toList();
        BigDecimal nullShare = values.stream()
                .filter(value -> value.value() == null)
                .map(Value::share)
                .findFirst()
                .orElse(null);
        return new ColumnProfile(
                column.name().value(),
                column.type().toString(),
                calendar ? Kind.CALENDAR : Kind.FREQUENT,
                values,
                nullShare,
                calendar && !days.isEmpty() ? days.get(0) : null,
                calendar && !days.isEmpty() ? days.get(days.size() - 1) : null,
                sorted.size() > values.size(),
                answered.info());
    }

    private static Value value(
            @Nullable String label,
            @Nullable Predicate predicate,
            @Nullable Literal literal,
            Cell cell,
            BigDecimal total,
            CallerClass callerClass) {
        NoisyCount size = NoisyCount.of(cell.count(), callerClass);
        boolean unwritable = literal != null && !ValueReader.canBeWritten(literal);
        BigDecimal share = size.approxCount() == null || total.signum() <= 0
                ? null
                : NoisyCount.share(BigDecimal.valueOf(size.approxCount()), total);
        return new Value(
                label,
                literal == null || unwritable ? null : PredicatePrinter.literal(literal),
                predicate == null || unwritable ? null : PredicatePrinter.text(predicate),
                size,
                share);
    }

    private static @Nullable Predicate predicate(ColumnRef column, GroupKey.Enumerated key, int place) {
        if (key instanceof GroupKey.Listed listed) {
            if (place == listed.ofOthers()) {
                return null;
            }
            return place == listed.ofNull()
                    ? new Predicate.IsNull(column)
                    : new Predicate.Comparison(
                            ComparisonOperator.EQ, column, listed.values().get(place));
        }
        GroupKey.Bands bands = (GroupKey.Bands) key;
        if (place == bands.ofNull()) {
            return new Predicate.IsNull(column);
        }
        return place == 0
                ? new Predicate.Comparison(
                        ComparisonOperator.LT, column, bands.edges().get(0))
                : place == bands.edges().size()
                        ? from(column, bands.edges().get(place - 1))
                        : between(
                                column,
                                bands.edges().get(place - 1),
                                bands.edges().get(place));
    }

    private static Predicate month(ColumnRef column, LocalDate start) {
        Literal from = ValueReader.read(column, start.toString(), 0);
        Literal to = ValueReader.read(column, start.plusMonths(1).toString(), 0);
        return between(column, from, to);
    }

    private static Predicate between(ColumnRef column, Literal from, Literal to) {
        return new Predicate.And(
                List.of(from(column, from), new Predicate.Comparison(ComparisonOperator.LT, column, to)));
    }

    private static Predicate from(ColumnRef column, Literal edge) {
        return new Predicate.Comparison(ComparisonOperator.GE, column, edge);
    }

    private static BigDecimal total(List<Cell> cells) {
        return cells.stream()
                .map(cell -> NoisyCount.whole(cell.count()).max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The edge of the bands that is nearest to a quantile, or null if too few people have a value. */
    private static @Nullable String edge(GroupKey.Bands bands, List<Cell> cells, BigDecimal quantile) {
        List<Cell> valued = cells.subList(0, bands.ofNull());
        BigDecimal total = total(valued);
        if (total.signum() <= 0) {
            return null;
        }
        BigDecimal wanted = total.multiply(quantile);
        BigDecimal below = BigDecimal.ZERO;
        int nearest = 0;
        BigDecimal distance = null;
        for (int edge = 0; edge < bands.edges().size(); edge++) {
            below = below.add(NoisyCount.whole(valued.get(edge).count()).max(BigDecimal.ZERO));
            BigDecimal away = below.subtract(wanted).abs();
            if (distance == null || away.compareTo(distance) < 0) {
                distance = away;
                nearest = edge;
            }
        }
        return Grouping.text(bands.edges().get(nearest));
    }
}
