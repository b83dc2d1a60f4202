package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.UnitLimit;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Price;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.Measuring.Measured;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceSegments.Segment;
import io.leadgen.question.answer.MetricValue;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an audience breaks down. */
public final class Segmenting {
    /** Cells that one answer may name. */
    static final int MOST_CELLS = 500;

    /** Any number would do; part of every key. */
    private static final long SALT = 1;

    private final QuestionCompiler compiler;
    private final QuestionRunner releases;
    private final Measuring measuring;
    private final int mostSegments;

    public Segmenting(QuestionCompiler compiler, QuestionRunner releases, Measuring measuring, int mostSegments) {
        this.compiler = compiler;
        this.releases = releases;
        this.measuring = measuring;
        this.mostSegments = mostSegments;
    }

    private List<Grouping> groupings(Segments request, AuditedCall call) {
        List<Grouping> groupings = new ArrayList<>();
        TableSchema schema = compiler.schema(request.table(), call);
        for (String by : request.by()) {
            Grouping grouping = Part.of(
                    "grouping " + (groupings.size() + 1),
                    () -> Grouping.read(by, schema, compiler.policy(request.table())));
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

    private static Cells cells(Segments request, List<Grouping> groupings) {
        int perUnit = request.perUnit() == null ? Segments.DEFAULT_PER_UNIT : request.perUnit();
        return cells(groupings.stream().map(Grouping::key).toList(), perUnit);
    }

    public Price price(Segments request, AuditedCall call) {
        Cells cells = cells(request, groupings(request, call));
        Segments.Metric metric = request.metric();
        CompiledQuestion question = metric == null
                ? compiler.compile(request.table(), request.predicate(), call)
                : measuring.priced(request.table(), request.predicate(), metric.type(), metric.column(), call);
        AggregateQuery query = QuestionRunner.query(question, cells, List.of(new Measure.Units()));
        Detail detail = metric == null ? new Detail.None() : Measuring.ANY_DETAIL;
        return QuestionRunner.price(question, query, detail, request.precision());
    }

    public AudienceSegments segment(Segments request, AuditedCall call) {
        List<Grouping> groupings = groupings(request, call);
        Cells cells = cells(request, groupings);
        Segments.Metric metric = request.metric();
        if (metric == null) {
            CompiledQuestion question = compiler.compile(request.table(), request.predicate(), call);
            AggregateQuery query = QuestionRunner.query(question, cells, List.of(new Measure.Units()));
            Released released = releases.release(question, query, new Detail.None(), request.precision(), call);
            return answer(request, groupings, question, query, released, null, call);
        }
        Measured measured =
                measuring.measured(request.table(), request.predicate(), metric.type(), metric.column(), call);
        AggregateQuery query = QuestionRunner.query(measured.question(), cells, measured.measures());
        Released released = releases.release(measured.question(), query, measured.detail(), request.precision(), call);
        return answer(request, groupings, measured.question(), query, released, measured.bounds(), call);
    }

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
                    "An answer has up to " + MOST_CELLS + " cells, and this one would have " + size,
                    "use fewer or wider bands, windows or columns");
        }
        return new Cells.Groups(enumerated, limit);
    }

    private AudienceSegments answer(
            Segments request,
            List<Grouping> groupings,
            CompiledQuestion question,
            AggregateQuery query,
            Released released,
            @Nullable Bounds bounds,
            AuditedCall call) {
        List<Cell> cells = new ArrayList<>(released.release().cells());
        boolean found = query.cells() instanceof Cells.FoundGroups;
        List<Segment> segments = new ArrayList<>();
        if (found) {
            cells.sort(Comparator.comparing((Cell cell) -> cell.count().value()).reversed());
        }
        for (int i = 0; i < Math.min(cells.size(), mostSegments); i++) {
            Cell cell = cells.get(i);
            Map<String, @Nullable String> key = found ? foundKey(groupings, cell) : namedKey(groupings, i);
            NoisyCount size = NoisyCount.of(cell.count(), question.callerClass());
            MetricValue value = bounds == null || size.suppressed() || request.metric() == null
                    ? null
                    : MetricValue.of(request.metric().type(), cell, bounds);
            segments.add(new Segment(
                    key, size, value == null ? null : value.value(), value == null ? null : value.interval()));
        }
        return new AudienceSegments(
                groupings.stream().map(Grouping::column).toList(),
                request.metric(),
                segments,
                cells.size() > segments.size(),
                found,
                query.cellsPerUnit(),
                bounds,
                releases.terms(question, request.predicate(), released, call));
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
