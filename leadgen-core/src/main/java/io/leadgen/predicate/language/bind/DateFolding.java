package io.leadgen.predicate.language.bind;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token.Kind;
import io.leadgen.predicate.language.parse.Syntax;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Calculates dates: {@code current_date} and intervals added to a date. Done here and not in an engine, so that a question means
 * the same day on every engine and has the same answer all day.
 */
final class DateFolding {
    private static final String ON_CONSTANTS_ONLY =
            "Intervals can be added only to current_date or a date, not to a column";
    private static final String MOVE = "move the interval to the other side: column >= current_date - INTERVAL 30 DAY";

    private final LocalDate today;
    private final Diagnostics diagnostics;

    DateFolding(LocalDate today, Diagnostics diagnostics) {
        this.today = today;
        this.diagnostics = diagnostics;
    }

    /** Whether a node is a date to be calculated. A DATE literal is one only as a part of it. */
    static boolean isDay(Syntax node) {
        return node instanceof Syntax.CurrentDate
                || node instanceof Syntax.Shift
                || (node instanceof Syntax.Call call && (isDayFunction(call.function()) || isFirstDay(call)));
    }

    /** Whether a call is the first day of a unit of a date that does not depend on the row. */
    private static boolean isFirstDay(Syntax.Call call) {
        CalendarUnit unit = CalendarUnit.of(call);
        return unit != null && (isDay(unit.operand()) || unit.operand() instanceof Syntax.Date);
    }

    private static boolean isDayFunction(String function) {
        return function.equals("date_add") || function.equals("date_sub") || function.equals("add_months");
    }

    /** The date, or null with a diagnostic. */
    @Nullable
    LocalDate fold(Syntax node) {
        if (node instanceof Syntax.CurrentDate) {
            return today;
        }
        if (node instanceof Syntax.Date date) {
            IsoText.Moment moment = IsoText.read(date.text());
            if (moment == null || date.text().length() != "2024-01-31".length()) {
                diagnostics.mismatch(date.range(), "Invalid date", IsoText.DATE_HINT);
                return null;
            }
            return moment.time().toLocalDate();
        }
        if (node instanceof Syntax.Shift shift) {
            return shifted(shift.range(), shift.base(), shift.amount(), shift.unit());
        }
        if (node instanceof Syntax.Call call && isDayFunction(call.function())) {
            return called(call);
        }
        if (node instanceof Syntax.Call call && isFirstDay(call)) {
            CalendarUnit unit = requireNonNull(CalendarUnit.of(call));
            LocalDate day = fold(unit.operand());
            return day == null ? null : unit.firstDay(day);
        }
        diagnostics.unsupported(node.range(), ON_CONSTANTS_ONLY, MOVE);
        return null;
    }

    private @Nullable LocalDate called(Syntax.Call call) {
        if (call.arguments().size() != 2
                || !(call.arguments().get(1) instanceof Syntax.Numeral number)
                || !isSmall(number)) {
            diagnostics.mismatch(
                    call.range(),
                    call.function() + " requires a date and a whole number",
                    "write for example " + call.function() + "(current_date, 30)");
            return null;
        }
        long amount = number.value().longValueExact();
        return shifted(
                call.range(),
                call.arguments().get(0),
                call.function().equals("date_sub") ? -amount : amount,
                call.function().equals("add_months") ? Kind.MONTH : Kind.DAY);
    }

    private static boolean isSmall(Syntax.Numeral number) {
        return number.value().stripTrailingZeros().scale() <= 0
                && number.value().abs().compareTo(java.math.BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    private @Nullable LocalDate shifted(SourceRange range, Syntax base, long amount, Kind unit) {
        LocalDate day = fold(base);
        if (day == null) {
            return null;
        }
        try {
            LocalDate result = switch (unit) {
                case DAY -> day.plusDays(amount);
                case WEEK -> day.plusWeeks(amount);
                case MONTH -> day.plusMonths(amount);
                default -> day.plusYears(amount);
            };
            if (result.getYear() >= 1 && result.getYear() <= 9999) {
                return result;
            }
        } catch (DateTimeException e) {
            // Reported below, with the supported years.
        }
        diagnostics.mismatch(range, "Dates must be in the years 1 to 9999", "use a nearer date");
        return null;
    }
}
