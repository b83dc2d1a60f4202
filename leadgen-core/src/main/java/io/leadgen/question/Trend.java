package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.AudienceTrend.Window;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.ColumnFinder;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts an audience by window of time. By default everyone is counted, in the windows that are found in the data, at {@link
 * Precision#DEFAULT}.
 *
 * @param timeColumn a DATE or TIMESTAMP column, or one of digits YYYYMM or YYYYMMDD
 * @param every day, week (from Monday), month, quarter or year
 * @param from a day of the first window; null to find the windows in the data, which costs delta
 * @param to a day of the last window, or null for today
 * @param predicate the predicate, or null for everyone
 * @param perUnit in how many windows a person with many rows may count, 1 to 100; each is paid for
 * @param precision of the mean window
 */
public record Trend(
        TableName table,
        String timeColumn,
        String every,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String predicate,
        int perUnit,
        Precision precision)
        implements Question<AudienceTrend> {
    private static final String UTC = "UTC";
    private static final String TIME_COLUMN = "the time column";

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for {@code to} without {@code from}, and for {@code perUnit} out of range
     */
    public Trend {
        requireNonNull(table, "table");
        requireNonNull(timeColumn, "timeColumn");
        requireNonNull(every, "every");
        requireNonNull(precision, "precision");
        Segments.checkPerUnit(perUnit);
        if (from == null && to != null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "The last day of a range requires the first day",
                    "give both, or leave both out to find the windows in the data");
        }
    }

    public static Trend of(TableName table, String timeColumn, String every) {
        return new Trend(table, timeColumn, every, null, null, null, Segments.DEFAULT_PER_UNIT, Precision.DEFAULT);
    }

    /**
     * The range of time.
     *
     * @param first a day of the first window; null to find the windows in the data, which costs delta
     * @param last a day of the last window, or null for today
     */
    public Trend within(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Trend(table, timeColumn, every, first, last, predicate, perUnit, precision);
    }

    /** Restricts the question to people who match a predicate; null for everyone. */
    public Trend where(@Nullable String where) {
        return new Trend(table, timeColumn, every, from, to, where, perUnit, precision);
    }

    /** In how many cells a person with many rows may count, 1 to 100; null for {@value Segments#DEFAULT_PER_UNIT}. */
    public Trend perUnit(@Nullable Integer most) {
        int limit = most == null ? Segments.DEFAULT_PER_UNIT : most;
        return new Trend(table, timeColumn, every, from, to, predicate, limit, precision);
    }

    public Trend precision(Precision wanted) {
        return new Trend(table, timeColumn, every, from, to, predicate, perUnit, wanted);
    }

    @Override
    public String kind() {
        return "trend";
    }

    @Override
    public Plan<AudienceTrend> plan(QuestionCompiler compiler) {
        DateUnit unit = QuestionCompiler.part("the unit of time", () -> Grouping.unit(every, 0));
        ColumnRef column = compiler.column(TIME_COLUMN, timeColumn);
        TimeFormat format = QuestionCompiler.part(TIME_COLUMN, () -> format(column, unit, compiler.schema()));
        GroupKey key = from == null
                ? found(column, format, unit)
                : windows(column, format, unit, from, to == null ? compiler.today() : to);
        CompiledQuestion question = compiler.compile(predicate);
        Plan.Part part = question.count(Segments.cells(List.of(key), perUnit), precision);
        return Plan.OneScan.of(question, part, answered -> {
            List<Cell> cells = answered.release().cells();
            List<Window> windows = key instanceof GroupKey.Windows named
                    ? named(named, cells, answered.callerClass())
                    : found(format, unit, cells, answered.callerClass());
            return new AudienceTrend(
                    column.name().value(),
                    unit.name().toLowerCase(Locale.ROOT),
                    UTC,
                    windows,
                    from == null,
                    part.query().cellsPerUnit(),
                    answered.info());
        });
    }

    /** How the column holds time: by its type; digits by what its name or comment says of them. */
    private static TimeFormat format(ColumnRef column, DateUnit every, TableSchema schema) {
        if (column.family() == TypeFamily.DATE || column.family() == TypeFamily.TIMESTAMP) {
            return TimeFormat.TYPE;
        }
        if (!column.type().isInteger() && column.family() != TypeFamily.STRING) {
            throw noTime(column, column.name() + " is of type " + column.type() + ", which holds no time");
        }
        String comment = schema.column(column.name()).map(Column::comment).orElse(null);
        String words = (column.name().value() + " " + (comment == null ? "" : comment)).toLowerCase(Locale.ROOT);
        boolean days = words.contains("yyyymmdd") || (!words.contains("yyyymm") && words.contains("day"));
        if (!days && every.compareTo(DateUnit.MONTH) < 0) {
            throw noTime(column, column.name() + " holds months, not days");
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
        if (count > Segments.MOST_CELLS) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "This question has " + count + " cells, and the limit is " + Segments.MOST_CELLS,
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
                    "Windows of digits that are longer than what the column holds cannot be found in the data",
                    "give the first and the last day");
        }
        return new GroupKey.Values(column);
    }

    private static List<Window> named(GroupKey.Windows windows, List<Cell> cells, CallerClass callerClass) {
        List<Window> shown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            NoisyCount size = NoisyCount.of(cells.get(i).count(), callerClass);
            shown.add(new Window(windows.start(i), windows.start(i + 1), size));
        }
        return shown;
    }

    /** From the first to the last window that was found; those between with too few people have no number. */
    private static List<Window> found(TimeFormat format, DateUnit every, List<Cell> cells, CallerClass callerClass) {
        TreeMap<LocalDate, NoisyCount> found = new TreeMap<>();
        for (Cell cell : cells) {
            LocalDate start = day(format, cell.key().get(0));
            if (start != null) {
                found.put(start, NoisyCount.of(cell.count(), callerClass));
            }
        }
        List<Window> shown = new ArrayList<>();
        if (found.isEmpty()) {
            return shown;
        }
        LocalDate last = found.lastKey();
        for (LocalDate start = found.firstKey(); !start.isAfter(last); ) {
            LocalDate end = GroupKey.Windows.start(every, start, 1);
            shown.add(new Window(start, end, found.getOrDefault(start, NoisyCount.SUPPRESSED)));
            start = end;
        }
        return shown;
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
