package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.catalog.TableSchema;
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
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Price;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.ColumnProfile.Kind;
import io.leadgen.question.answer.ColumnProfile.Value;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.question.answer.Shares;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which values a column has. */
public final class Profiling {
    private static final int BANDS = 20;
    private static final BigDecimal TAIL = new BigDecimal("0.01");
    private static final Bounds ANY_BOUNDS = new Bounds(0, 100);

    private final QuestionCompiler compiler;
    private final QuestionRunner releases;
    private final int mostValues;

    public Profiling(QuestionCompiler compiler, QuestionRunner releases, int mostValues) {
        this.compiler = compiler;
        this.releases = releases;
        this.mostValues = mostValues;
    }

    public Price price(Profile request, AuditedCall call) {
        TablePolicy policy = compiler.policy(request.table());
        ColumnRef column = column(request, policy, call);
        CompiledQuestion question = compiler.compile(request.table(), request.predicate(), call);
        // Where bounds are not declared, bands are as many as there can be: wherever they lie, they cost the same.
        GroupKey key = key(column, policy, request, () -> ANY_BOUNDS);
        return QuestionRunner.price(question, query(question, key), new Detail.None(), request.precision());
    }

    private ColumnRef column(Profile request, TablePolicy policy, AuditedCall call) {
        TableSchema schema = compiler.schema(request.table(), call);
        return Part.of("the column", () -> ColumnFinder.find(request.column(), 0, schema, policy));
    }

    private static AggregateQuery query(CompiledQuestion question, GroupKey key) {
        return QuestionRunner.query(
                question, Segmenting.cells(List.of(key), Segments.DEFAULT_PER_UNIT), List.of(new Measure.Units()));
    }

    public ColumnProfile profile(Profile request, AuditedCall call) {
        TablePolicy policy = compiler.policy(request.table());
        ColumnRef column = column(request, policy, call);
        CompiledQuestion question = compiler.compile(request.table(), request.predicate(), call);
        GroupKey key = key(
                column,
                policy,
                request,
                () -> releases.range(
                        compiler.everyone(request.table(), call),
                        new UnitValue(column, UnitValue.Combination.AVERAGE),
                        call));
        AggregateQuery query = query(question, key);
        Released released = releases.release(question, query, new Detail.None(), request.precision(), call);
        List<Cell> cells = released.release().cells();
        ReleaseInfo terms = releases.terms(question, request.predicate(), released, call);
        return key instanceof GroupKey.Enumerated named
                ? named(column, named, cells, question, terms)
                : found(column, key, cells, question, terms);
    }

    /** @param range finds the bounds of the column where none are declared */
    private static GroupKey key(ColumnRef column, TablePolicy policy, Profile request, Supplier<Bounds> range) {
        List<String> declared = policy.column(column.name()).values();
        if (!declared.isEmpty()) {
            return Grouping.declared(column, declared);
        }
        return switch (column.family()) {
            case STRING -> new GroupKey.Values(column);
            case BOOLEAN -> new GroupKey.Listed(column, List.of(new Literal.Bool(true), new Literal.Bool(false)));
            case DATE, TIMESTAMP -> new GroupKey.Calendar(column, DateUnit.MONTH);
            case EXACT_NUMBER, APPROXIMATE_NUMBER -> bands(column, policy, range);
            case OTHER ->
                throw ColumnFinder.rejected(
                                ErrorCode.TYPE_MISMATCH,
                                0,
                                request.column(),
                                "A column of type " + column.type() + " cannot be used in a question",
                                "use a column of numbers, text, dates or booleans")
                        .inPart("the column");
        };
    }

    /** Bands of one width over the bounds, whose edges the column can hold: whole numbers where it holds no other. */
    private static GroupKey bands(ColumnRef column, TablePolicy policy, Supplier<Bounds> range) {
        Bounds declared = policy.column(column.name()).bounds();
        Bounds bounds = declared != null ? declared : range.get();
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

    private static ColumnProfile named(
            ColumnRef column, GroupKey.Enumerated key, List<Cell> cells, CompiledQuestion question, ReleaseInfo terms) {
        BigDecimal total = total(cells);
        List<Value> values = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String label = Grouping.label(key, place);
            Predicate condition = condition(column, key, place);
            values.add(value(
                    label,
                    condition,
                    key instanceof GroupKey.Listed listed
                                    && place < listed.values().size()
                            ? listed.values().get(place)
                            : null,
                    cells.get(place),
                    total,
                    question));
        }
        boolean bands = key instanceof GroupKey.Bands;
        int ofNull = bands ? ((GroupKey.Bands) key).ofNull() : ((GroupKey.Listed) key).ofNull();
        BigDecimal nullShare = total.signum() <= 0
                ? null
                : Shares.of(NoisyCount.whole(cells.get(ofNull).count()), total);
        return new ColumnProfile(
                column.name().value(),
                column.type().toString(),
                bands ? Kind.BANDS : Kind.DECLARED,
                values,
                nullShare,
                bands ? edge((GroupKey.Bands) key, cells, TAIL) : null,
                bands ? edge((GroupKey.Bands) key, cells, BigDecimal.ONE.subtract(TAIL)) : null,
                false,
                terms);
    }

    private ColumnProfile found(
            ColumnRef column, GroupKey key, List<Cell> cells, CompiledQuestion question, ReleaseInfo terms) {
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
        for (Cell cell : sorted.subList(0, Math.min(sorted.size(), mostValues))) {
            String text = cell.key().get(0);
            Literal literal = text == null ? null : ValueReader.read(column, text, 0);
            Predicate condition = literal == null
                    ? new Predicate.IsNull(column)
                    : calendar
                            ? month(column, LocalDate.parse(text))
                            : new Predicate.Comparison(ComparisonOperator.EQ, column, literal);
            values.add(value(text, condition, calendar ? null : literal, cell, total, question));
        }
        List<String> days =
                values.stream().map(Value::value).filter(day -> day != null).toList();
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
                terms);
    }

    private static Value value(
            @Nullable String label,
            @Nullable Predicate condition,
            @Nullable Literal literal,
            Cell cell,
            BigDecimal total,
            CompiledQuestion question) {
        NoisyCount size = NoisyCount.of(cell.count(), question.callerClass());
        boolean unwritable = literal != null && !ValueReader.canBeWritten(literal);
        BigDecimal share = size.approxCount() == null || total.signum() <= 0
                ? null
                : Shares.of(BigDecimal.valueOf(size.approxCount()), total);
        return new Value(
                label,
                literal == null || unwritable ? null : PredicatePrinter.literal(literal),
                condition == null || unwritable ? null : PredicatePrinter.text(condition),
                size,
                share);
    }

    private static @Nullable Predicate condition(ColumnRef column, GroupKey.Enumerated key, int place) {
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
