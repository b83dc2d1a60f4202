package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Price;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.AudienceTrend.Window;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an audience changes over time. */
public final class Trending {
    private static final String UTC = "UTC";
    private static final String TIME_COLUMN = "the time column";

    private final QuestionCompiler compiler;
    private final QuestionRunner releases;

    public Trending(QuestionCompiler compiler, QuestionRunner releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    /** A trend that is understood, before its scan. */
    private record Prepared(
            ColumnRef column,
            DateUnit every,
            TimeFormat format,
            GroupKey key,
            CompiledQuestion question,
            AggregateQuery query) {}

    private Prepared prepare(Trend request, AuditedCall call) {
        TableSchema schema = compiler.schema(request.table(), call);
        DateUnit every = Part.of("the unit of time", () -> Grouping.unit(request.every(), 0));
        ColumnRef column = Part.of(
                TIME_COLUMN,
                () -> ColumnFinder.find(request.timeColumn(), 0, schema, compiler.policy(request.table())));
        TimeFormat format = Part.of(TIME_COLUMN, () -> format(column, every, schema));
        int perUnit = request.perUnit() == null ? Segments.DEFAULT_PER_UNIT : request.perUnit();
        LocalDate from = request.from();
        GroupKey key = from == null
                ? found(column, format, every)
                : windows(column, format, every, from, request.to() == null ? compiler.today() : request.to());
        CompiledQuestion question = compiler.compile(request.table(), request.predicate(), call);
        Cells cells = Segmenting.cells(List.of(key), perUnit);
        AggregateQuery query = QuestionRunner.query(question, cells, List.of(new Measure.Units()));
        return new Prepared(column, every, format, key, question, query);
    }

    public Price price(Trend request, AuditedCall call) {
        Prepared prepared = prepare(request, call);
        return QuestionRunner.price(prepared.question(), prepared.query(), new Detail.None(), request.precision());
    }

    public AudienceTrend trend(Trend request, AuditedCall call) {
        Prepared prepared = prepare(request, call);
        CompiledQuestion question = prepared.question();
        DateUnit every = prepared.every();
        Released released = releases.release(question, prepared.query(), new Detail.None(), request.precision(), call);
        List<Cell> cells = released.release().cells();
        List<Window> windows = prepared.key() instanceof GroupKey.Windows named
                ? named(named, cells, question)
                : found(prepared.format(), every, cells, question);
        return new AudienceTrend(
                prepared.column().name().value(),
                every.name().toLowerCase(Locale.ROOT),
                UTC,
                windows,
                request.from() == null,
                prepared.query().cellsPerUnit(),
                releases.terms(question, request.predicate(), released, call));
    }

    /** How the column tells time: by its type; digits by what its name or comment says of them. */
    private static TimeFormat format(ColumnRef column, DateUnit every, TableSchema schema) {
        if (column.family() == TypeFamily.DATE || column.family() == TypeFamily.TIMESTAMP) {
            return TimeFormat.TYPE;
        }
        if (!column.type().isInteger() && column.family() != TypeFamily.STRING) {
            throw noTime(column, column.name() + " is of type " + column.type() + ", which tells no time");
        }
        String comment = schema.column(column.name()).map(Column::comment).orElse(null);
        String words = (column.name().value() + " " + (comment == null ? "" : comment)).toLowerCase(Locale.ROOT);
        boolean days = words.contains("yyyymmdd") || (!words.contains("yyyymm") && words.contains("day"));
        if (!days && every.compareTo(DateUnit.MONTH) < 0) {
            throw noTime(column, column.name() + " tells months, not days");
        }
        return days ? TimeFormat.YYYYMMDD : TimeFormat.YYYYMM;
    }

    private static LeadgenException noTime(ColumnRef column, String message) {
        return ColumnFinder.rejected(
                ErrorCode.NOT_A_TIME_COLUMN,
                0,
                column.name().value(),
                message,
                "use a column of type DATE or TIMESTAMP, or of digits YYYYMM with months and longer, YYYYMMDD with days");
    }

    private static GroupKey windows(ColumnRef column, TimeFormat format, DateUnit every, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw LeadgenException.of(
                    ErrorCode.EMPTY_RANGE,
                    "The range of time ends before it begins",
                    "give the earlier day first; both days are within the range");
        }
        LocalDate first = GroupKey.Windows.begin(every, from);
        long count = between(every, first, GroupKey.Windows.begin(every, to)) + 1;
        if (count > Segmenting.MOST_CELLS) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "An answer has up to " + Segmenting.MOST_CELLS + " cells, and this one would have " + count,
                    "use longer windows or a shorter range");
        }
        try {
            return new GroupKey.Windows(column, format, every, first, (int) count);
        } catch (IllegalArgumentException e) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "The range of time is too long", "use the years 0001 to 9999");
        }
    }

    private static long between(DateUnit every, LocalDate first, LocalDate last) {
        return switch (every) {
            case DAY -> ChronoUnit.DAYS.between(first, last);
            case WEEK -> ChronoUnit.WEEKS.between(first, last);
            case MONTH -> ChronoUnit.MONTHS.between(first, last);
            case QUARTER -> ChronoUnit.MONTHS.between(first, last) / 3;
            case YEAR -> ChronoUnit.YEARS.between(first, last);
        };
    }

    private static GroupKey found(ColumnRef column, TimeFormat format, DateUnit every) {
        if (format == TimeFormat.TYPE) {
            return new GroupKey.Calendar(column, every);
        }
        boolean asWritten = every == (format == TimeFormat.YYYYMM ? DateUnit.MONTH : DateUnit.DAY);
        if (!asWritten) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "Windows of digits that are longer than what the column tells cannot be found in the data",
                    "say from when to when");
        }
        return new GroupKey.Values(column);
    }

    private static List<Window> named(GroupKey.Windows windows, List<Cell> cells, CompiledQuestion question) {
        List<Window> told = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            NoisyCount size = NoisyCount.of(cells.get(i).count(), question.callerClass());
            told.add(new Window(windows.start(i), windows.start(i + 1), size));
        }
        return told;
    }

    /** From the first to the last window that was found; those between with too few people have no number. */
    private static List<Window> found(TimeFormat format, DateUnit every, List<Cell> cells, CompiledQuestion question) {
        TreeMap<LocalDate, NoisyCount> found = new TreeMap<>();
        for (Cell cell : cells) {
            LocalDate start = day(format, cell.key().get(0));
            if (start != null) {
                found.put(start, NoisyCount.of(cell.count(), question.callerClass()));
            }
        }
        List<Window> told = new ArrayList<>();
        if (found.isEmpty()) {
            return told;
        }
        LocalDate last = found.lastKey();
        for (LocalDate start = found.firstKey(); !start.isAfter(last); ) {
            LocalDate end = GroupKey.Windows.start(every, start, 1);
            told.add(new Window(start, end, found.getOrDefault(start, NoisyCount.SUPPRESSED)));
            start = end;
        }
        return told;
    }

    private static @Nullable LocalDate day(TimeFormat format, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return switch (format) {
                case TYPE -> LocalDate.parse(text);
                case YYYYMM -> LocalDate.parse(text + "01", DateTimeFormatter.BASIC_ISO_DATE);
                case YYYYMMDD -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            };
        } catch (DateTimeException e) {
            return null; // digits that are no month or day
        }
    }
}
