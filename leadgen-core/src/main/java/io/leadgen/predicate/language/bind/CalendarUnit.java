package io.leadgen.predicate.language.bind;

import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.parse.Syntax;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A call for the first day of a calendar unit: {@code date_trunc('month', x)} or {@code trunc(x, 'MM')}.
 *
 * @param operand what is cut down to that day
 */
record CalendarUnit(DateUnit unit, Syntax operand) {

    /** Null if the call is another one, or names no unit. */
    static @Nullable CalendarUnit of(Syntax.Call call) {
        boolean truncated = call.function().equals(FunctionNames.TRUNC);
        if ((!truncated && !call.function().equals(FunctionNames.DATE_TRUNC))
                || call.arguments().size() != 2) {
            return null;
        }
        Syntax named = call.arguments().get(truncated ? 1 : 0);
        DateUnit unit =
                named instanceof Syntax.Text text ? (truncated ? abbreviated(text.value()) : unit(text.value())) : null;
        return unit == null ? null : new CalendarUnit(unit, call.arguments().get(truncated ? 0 : 1));
    }

    /** The first day of the unit that a day is in. */
    LocalDate firstDay(LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** A unit by the name that date_trunc knows, in any case. */
    static @Nullable DateUnit unit(String text) {
        for (DateUnit unit : DateUnit.values()) {
            if (unit.name().equalsIgnoreCase(text)) {
                return unit;
            }
        }
        return null;
    }

    /** A unit by one of the names that trunc knows, in any case; a day is none of them. */
    private static @Nullable DateUnit abbreviated(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "year", "yyyy", "yy" -> DateUnit.YEAR;
            case "quarter" -> DateUnit.QUARTER;
            case "month", "mm", "mon" -> DateUnit.MONTH;
            case "week" -> DateUnit.WEEK;
            default -> null;
        };
    }
}
