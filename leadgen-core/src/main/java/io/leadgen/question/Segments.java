package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.UnitLimit;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceSegments.Segment;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts an audience by segment, and perhaps measures each segment. By default everyone is counted, without a metric, at {@link
 * Precision#DEFAULT}.
 *
 * @param by one to three groupings: {@code column} for its values, {@code column[18, 30, 45]} for bands, {@code column:month} for
 *     calendar units
 * @param metric a metric of each segment next to its size, or null
 * @param predicate the predicate, or null for everyone
 * @param perUnit in how many segments a person with many rows may count, 1 to 100; each is paid for
 * @param precision of the mean segment
 */
public record Segments(
        TableName table,
        List<String> by,
        @Nullable GroupMetric metric,
        @Nullable String predicate,
        int perUnit,
        Precision precision)
        implements Question<AudienceSegments> {
    /** In how many cells a person with many rows counts by default. */
    public static final int DEFAULT_PER_UNIT = 4;

    /** The most cells that one question names. */
    static final int MOST_CELLS = 500;

    private static final int MOST_PER_UNIT = 100;

    /** Any number would do; part of every key. */
    private static final long SALT = 1;

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for no grouping or too many, and for {@code perUnit} out of range
     */
    public Segments {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        by = List.copyOf(by);
        if (by.isEmpty() || by.size() > GroupKey.MOST) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "An audience is broken down by one to " + GroupKey.MOST + " columns",
                    "for example income_level, or age[18, 30, 45, 65]");
        }
        checkPerUnit(perUnit);
    }

    static void checkPerUnit(int perUnit) {
        if (perUnit < 1 || perUnit > MOST_PER_UNIT) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A person can count in 1 to " + MOST_PER_UNIT + " of them",
                    "the default is " + DEFAULT_PER_UNIT);
        }
    }

    public static Segments of(TableName table, List<String> by) {
        return new Segments(table, by, null, null, DEFAULT_PER_UNIT, Precision.DEFAULT);
    }

    public static Segments of(TableName table, String... by) {
        return of(table, List.of(by));
    }

    /** Measures each segment as well; null for no metric. */
    public Segments metric(@Nullable GroupMetric measure) {
        return new Segments(table, by, measure, predicate, perUnit, precision);
    }

    /** Restricts the question to people who match a predicate; null for everyone. */
    public Segments where(@Nullable String where) {
        return new Segments(table, by, metric, where, perUnit, precision);
    }

    /** In how many cells a person with many rows may count, 1 to 100; null for {@value #DEFAULT_PER_UNIT}. */
    public Segments perUnit(@Nullable Integer most) {
        return new Segments(table, by, metric, predicate, most == null ? DEFAULT_PER_UNIT : most, precision);
    }

    public Segments precision(Precision wanted) {
        return new Segments(table, by, metric, predicate, perUnit, wanted);
    }

    @Override
    public String kind() {
        return "segment";
    }

    @Override
    public Plan<AudienceSegments> plan(QuestionCompiler compiler) {
        List<Grouping> groupings = groupings(compiler);
        Cells cells = cells(groupings.stream().map(Grouping::key).toList(), perUnit);
        int most = compiler.mostRows();
        if (metric == null) {
            CompiledQuestion question = compiler.compile(predicate);
            Plan.Part part = question.count(cells, precision);
            return Plan.OneScan.of(
                    question, part, answered -> answer(answered, groupings, part.query(), most, null, cell -> null));
        }
        MetricColumn measured = MetricColumn.find(metric.type(), metric.column(), compiler);
        CompiledQuestion question = compiler.compile(predicate, measured.counted());
        return compiler.bounded(question, measured.value(), clamping -> {
            Bounds bounds = clamping.bounds();
            Plan.Part part = question.release(
                    question.query(cells, measured.measures(bounds)), measured.released(bounds), precision);
            return Plan.OneScan.of(
                    question,
                    part,
                    answered -> answer(
                            answered, groupings, part.query(), most, clamping, cell -> measured.value(cell, bounds)));
        });
    }

    private List<Grouping> groupings(QuestionCompiler compiler) {
        List<Grouping> groupings = new ArrayList<>();
        for (String text : by) {
            Grouping grouping = QuestionCompiler.part(
                    "grouping " + (groupings.size() + 1),
                    () -> Grouping.read(text, compiler.schema(), compiler.policy()));
            if (groupings.stream().anyMatch(other -> other.column().equals(grouping.column()))) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The column " + grouping.column() + " is named twice",
                        "break down by different columns");
            }
            groupings.add(grouping);
        }
        return groupings;
    }

    /** One cell for each combination of keys. */
    static Cells cells(List<GroupKey> keys, int perUnit) {
        UnitLimit limit = new UnitLimit(perUnit, SALT);
        List<GroupKey.Enumerated> enumerated = new ArrayList<>();
        for (GroupKey key : keys) {
            if (key instanceof GroupKey.Enumerated named) {
                enumerated.add(named);
            }
        }
        if (enumerated.size() < keys.size()) {
            return new Cells.FoundGroups(keys, limit, Cells.FoundGroups.AT_LEAST);
        }
        long size = enumerated.stream().mapToLong(GroupKey.Enumerated::size).reduce(1, (a, b) -> a * b);
        if (size > MOST_CELLS) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "This question has " + size + " cells, and the limit is " + MOST_CELLS,
                    "use fewer or wider bands, windows or columns");
        }
        return new Cells.Groups(enumerated, limit);
    }

    private AudienceSegments answer(
            Plan.Answered answered,
            List<Grouping> groupings,
            AggregateQuery query,
            int most,
            @Nullable Clamping clamping,
            Function<Cell, MetricColumn.@Nullable Value> measure) {
        List<Cell> cells = new ArrayList<>(answered.release().cells());
        boolean found = query.cells() instanceof Cells.FoundGroups;
        if (found) {
            cells.sort(Comparator.comparing((Cell cell) -> cell.count().value()).reversed());
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.size(), most); i++) {
            Cell cell = cells.get(i);
            Map<String, @Nullable String> key = found ? foundKey(groupings, cell) : namedKey(groupings, i);
            NoisyCount size = NoisyCount.of(cell.count(), answered.callerClass());
            MetricColumn.Value value = size.suppressed() ? null : measure.apply(cell);
            segments.add(new Segment(
                    key, size, value == null ? null : value.value(), value == null ? null : value.interval()));
        }
        return new AudienceSegments(
                groupings.stream().map(Grouping::column).toList(),
                metric,
                segments,
                cells.size() > segments.size(),
                found,
                query.cellsPerUnit(),
                clamping,
                answered.info());
    }

    /** In found groups, an enumerated key has the number of its place for a text. */
    private static Map<String, @Nullable String> foundKey(List<Grouping> groupings, Cell cell) {
        Map<String, @Nullable String> key = new LinkedHashMap<>();
        for (int i = 0; i < groupings.size(); i++) {
            String text = cell.key().get(i);
            key.put(
                    groupings.get(i).column(),
                    groupings.get(i).key() instanceof GroupKey.Enumerated named && text != null
                            ? Grouping.label(named, Integer.parseInt(text))
                            : text);
        }
        return key;
    }

    /** The last key's place changes first. */
    private static Map<String, @Nullable String> namedKey(List<Grouping> groupings, int cell) {
        String[] labels = new String[groupings.size()];
        int rest = cell;
        for (int i = groupings.size() - 1; i >= 0; i--) {
            GroupKey.Enumerated key = (GroupKey.Enumerated) groupings.get(i).key();
            labels[i] = Grouping.label(key, rest % key.size());
            rest /= key.size();
        }
        Map<String, @Nullable String> named = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            named.put(groupings.get(i).column(), labels[i]);
        }
        return named;
    }
}
