package io.leadgen.runtime.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What kind of number a text is. */
enum NumberForm {
    /** As a 64-bit integer is printed, so that different texts are different numbers. */
    PLAIN_INTEGER,
    /** A 64-bit integer with a plus or thousands signs. */
    INTEGER,
    NUMBER,
    /** Digits that begin with a zero, as in postcodes and keys. */
    LEADING_ZERO,
    /** A whole number of more than 64 bits. */
    LONG_INTEGER,
    NONE;

    private static final Set<String> INFINITE = Set.of("inf", "infinity", "+inf", "+infinity", "-inf", "-infinity");
    private static final int SAFE_DIGITS = 18;

    /** The form of the bytes from {@code from} to {@code to}, without spaces around them. */
    static NumberForm of(byte[] bytes, int from, int to, char decimal, char thousands) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        boolean plus = at < to && bytes[at] == '+';
        at += negative || plus ? 1 : 0;
        int first = at;
        int digits = 0;
        int groupStart = -1;
        while (at < to) {
            if (isDigit(bytes[at])) {
                digits++;
            } else if (thousands != CsvDialect.NONE && bytes[at] == thousands && digits > 0) {
                if (groupStart < 0 ? at - first > 3 : at - groupStart != 4) {
                    return NONE;
                }
                groupStart = at;
            } else {
                break;
            }
            at++;
        }
        if (groupStart >= 0 && at - groupStart != 4) {
            return NONE;
        }
        boolean zero = digits > 1 && bytes[first] == '0';
        if (at == to && digits > 0) {
            if (zero) {
                return LEADING_ZERO;
            }
            if (digits > SAFE_DIGITS && !fits(bytes, from, to, thousands)) {
                return LONG_INTEGER;
            }
            boolean minusZero = negative && digits == 1 && bytes[first] == '0';
            return plus || groupStart >= 0 || minusZero ? INTEGER : PLAIN_INTEGER;
        }
        if (zero) {
            return NONE;
        }
        if (at < to && bytes[at] == decimal) {
            at++;
            while (at < to && isDigit(bytes[at])) {
                digits++;
                at++;
            }
        }
        if (digits == 0) {
            return to - from <= 9 && from < to && isInfinite(bytes, from, to) ? NUMBER : NONE;
        }
        return at == to || isExponent(bytes, at, to) ? NUMBER : NONE;
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return false;
        }
        int at = from + 1;
        at += at < to && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
        // An exponent of more digits is out of the range of a double.
        if (at == to || to - at > 3) {
            return false;
        }
        while (at < to) {
            if (!isDigit(bytes[at++])) {
                return false;
            }
        }
        return Math.abs(Integer.parseInt(ascii(bytes, from + 1, to))) < 300;
    }

    private static boolean fits(byte[] bytes, int from, int to, char thousands) {
        try {
            Long.parseLong(ascii(bytes, from, to).replace(String.valueOf(thousands), ""));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isInfinite(byte[] bytes, int from, int to) {
        return INFINITE.contains(ascii(bytes, from, to).toLowerCase(Locale.ROOT));
    }

    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }
}
