package io.leadgen.runtime.csv;

import static io.leadgen.runtime.csv.NumberForm.isDigit;

import java.time.Month;
import java.time.Year;

/** Which dates and times a text can be. */
final class DateForm {
    private static final int ISO_DAY = 10;

    private DateForm() {}

    /**
     * The orders in which a text is a date, as bits of {@link DateOrder#bit}.
     *
     * @param separator the only sign between parts, or NONE for any of - / .
     */
    static int orders(byte[] bytes, int from, int to, char separator) {
        int length = to - from;
        if (length < 8 || length > ISO_DAY || !isDigit(bytes[from])) {
            return 0;
        }
        int[] parts = new int[3];
        int[] digits = new int[3];
        int part = 0;
        char sign = separator;
        for (int at = from; at < to; at++) {
            if (isDigit(bytes[at])) {
                parts[part] = parts[part] * 10 + bytes[at] - '0';
                digits[part]++;
            } else {
                char c = (char) bytes[at];
                boolean isSign = sign == CsvDialect.NONE ? c == '-' || c == '/' || c == '.' : c == sign;
                if (!isSign || ++part > 2) {
                    return 0;
                }
                sign = c;
            }
        }
        if (part != 2 || digits[1] < 1 || digits[1] > 2) {
            return 0;
        }
        if (digits[0] == 4 && digits[2] >= 1 && digits[2] <= 2) {
            return isDay(parts[0], parts[1], parts[2]) ? DateOrder.YMD.bit() : 0;
        }
        if (digits[2] == 4 && digits[0] >= 1 && digits[0] <= 2) {
            return (isDay(parts[2], parts[1], parts[0]) ? DateOrder.DMY.bit() : 0)
                    | (isDay(parts[2], parts[0], parts[1]) ? DateOrder.MDY.bit() : 0);
        }
        return 0;
    }

    private static boolean isDay(int year, int month, int day) {
        return year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
    }

    /** True for a date of the form YYYY-MM-DD. */
    static boolean isIsoDay(byte[] bytes, int from, int to) {
        return to - from == ISO_DAY
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && orders(bytes, from, to, '-') == DateOrder.YMD.bit();
    }

    /** The kind of a time after a date of the form YYYY-MM-DD: TIMESTAMP, INSTANT, or TEXT if it is none. */
    static CsvType time(byte[] bytes, int from, int to) {
        int at = from + ISO_DAY;
        if (to - at < 6 || (bytes[at] != 'T' && bytes[at] != ' ') || !isIsoDay(bytes, from, at)) {
            return CsvType.TEXT;
        }
        at = clock(bytes, at + 1, to);
        if (at < 0) {
            return CsvType.TEXT;
        }
        return at == to ? CsvType.TIMESTAMP : isOffset(bytes, at, to) ? CsvType.INSTANT : CsvType.TEXT;
    }

    /** The end of HH:MM, HH:MM:SS or HH:MM:SS.f, or -1. */
    private static int clock(byte[] bytes, int from, int to) {
        if (!isTwoDigits(bytes, from, to, 23)
                || !isSign(bytes, from + 2, to, ':')
                || !isTwoDigits(bytes, from + 3, to, 59)) {
            return -1;
        }
        int at = from + 5;
        if (!isSign(bytes, at, to, ':')) {
            return at;
        }
        if (!isTwoDigits(bytes, at + 1, to, 59)) {
            return -1;
        }
        at += 3;
        if (isSign(bytes, at, to, '.')) {
            int fraction = ++at;
            while (at < to && isDigit(bytes[at])) {
                at++;
            }
            return at > fraction && at - fraction <= 9 ? at : -1;
        }
        return at;
    }

    private static boolean isOffset(byte[] bytes, int from, int to) {
        if (bytes[from] == 'Z') {
            return to == from + 1;
        }
        boolean signed = bytes[from] == '+' || bytes[from] == '-';
        if (!signed || !isTwoDigits(bytes, from + 1, to, 14)) {
            return false;
        }
        return to == from + 3 || (to == from + 6 && bytes[from + 3] == ':' && isTwoDigits(bytes, from + 4, to, 59));
    }

    private static boolean isSign(byte[] bytes, int at, int to, char sign) {
        return at < to && bytes[at] == sign;
    }

    private static boolean isTwoDigits(byte[] bytes, int at, int to, int most) {
        return at + 2 <= to
                && isDigit(bytes[at])
                && isDigit(bytes[at + 1])
                && (bytes[at] - '0') * 10 + bytes[at + 1] - '0' <= most;
    }
}
