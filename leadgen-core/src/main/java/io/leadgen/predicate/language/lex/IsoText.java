package io.leadgen.predicate.language.lex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and times, in the ISO form only: engines differ in which other forms they guess. */
public final class IsoText {
    public static final String DATE_HINT = "a date is written '2024-01-31'";
    public static final String TIMESTAMP_HINT =
            "a time is written '2024-01-31', '2024-01-31 12:30' or '2024-01-31 12:30:59.123456'";

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,6}))?)?(Z|[+-]\\d{2}:\\d{2})?)?");

    /**
     * A day or a time.
     *
     * @param offset what it is ahead of UTC, or null if that is not written
     */
    public record Moment(LocalDateTime time, @Nullable ZoneOffset offset) {

        /** The time in UTC; a time without offset is taken for UTC. */
        public LocalDateTime inUtc() {
            return offset == null ? time : time.minusSeconds(offset.getTotalSeconds());
        }

        public boolean isMidnight() {
            return time.toLocalTime().toNanoOfDay() == 0;
        }
    }

    private IsoText() {}

    /** The day or time that the text is, or null if it is none: another form, a day that does not exist, the year 0. */
    public static @Nullable Moment read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            String fraction = matcher.group(7);
            int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
            LocalDateTime time = date.atTime(number(matcher, 4), number(matcher, 5), number(matcher, 6), nanos);
            String offset = matcher.group(8);
            Moment moment = new Moment(time, offset == null ? null : ZoneOffset.of(offset));
            return isRepresentable(moment.time()) && isRepresentable(moment.inUtc()) ? moment : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isRepresentable(LocalDateTime time) {
        return time.getYear() >= 1 && time.getYear() <= 9999;
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
