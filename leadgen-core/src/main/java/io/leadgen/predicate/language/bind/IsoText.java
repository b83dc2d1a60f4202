package io.leadgen.predicate.language.bind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and timestamps in ISO form only: engines differ in which other forms they accept. */
final class IsoText {
    static final String DATE_HINT = "write dates as '2024-01-31'";
    static final String TIMESTAMP_HINT =
            "write timestamps as '2024-01-31', '2024-01-31 12:30' or '2024-01-31 12:30:59.123456'";

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,6}))?)?(Z|[+-]\\d{2}:\\d{2})?)?");

    /** @param offset how far it is ahead of UTC, or null if the text does not say */
    record Moment(LocalDateTime time, @Nullable ZoneOffset offset) {

        /** The time in UTC. A time without an offset is in UTC already. */
        LocalDateTime inUtc() {
            return offset == null ? time : time.minusSeconds(offset.getTotalSeconds());
        }

        boolean isMidnight() {
            return time.toLocalTime().toNanoOfDay() == 0;
        }
    }

    private IsoText() {}

    /** The moment, or null if the text has another form, the day does not exist, or the year is not 1 to 9999. */
    static @Nullable Moment read(String text) {
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
