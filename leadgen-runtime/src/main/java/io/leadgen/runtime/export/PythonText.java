package io.leadgen.runtime.export;

import io.leadgen.predicate.Literal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** Renders Python constants. */
final class PythonText {
    private static final int NANOS_OF_MICRO = 1000;

    private PythonText() {}

    /** A string in double quotes on one line. */
    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '"' ? "\\\"" : character(c));
        }
        return out.append('"').toString();
    }

    /** A string in triple quotes; it ends in a line break. */
    static String lines(String text) {
        StringBuilder out = new StringBuilder("\"\"\"\n");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Three quotes would end the string.
            boolean third = c == '"' && i > 1 && text.charAt(i - 1) == '"' && text.charAt(i - 2) == '"';
            out.append(c == '\n' ? "\n" : third ? "\\\"" : character(c));
        }
        return out.append("\n\"\"\"").toString();
    }

    private static String character(char c) {
        if (c == '\\') {
            return "\\\\";
        }
        boolean breaks = c < ' ' || (c >= '\u007f' && c < '\u00a0') || c == '\u2028' || c == '\u2029';
        return breaks ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
    }

    /** A constant that is compared with an exact value. */
    static String exact(Literal literal) {
        if (literal instanceof Literal.Number number) {
            String digits = number.value().toPlainString();
            return number.value().scale() == 0 ? digits : "Decimal(\"" + digits + "\")";
        } else if (literal instanceof Literal.Text text) {
            return string(text.value());
        } else if (literal instanceof Literal.Bool bool) {
            return bool.value() ? "True" : "False";
        } else if (literal instanceof Literal.Date day) {
            return day(day.value());
        }
        return time(((Literal.Timestamp) literal).value());
    }

    /** A number that is compared with a double: the nearest double. */
    static String approximate(Literal literal) {
        String digits = ((Literal.Number) literal).value().toPlainString();
        return digits.contains(".") ? digits : digits + ".0";
    }

    private static String day(LocalDate day) {
        return "date(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth() + ")";
    }

    private static String time(LocalDateTime time) {
        return "datetime(" + time.getYear() + ", " + time.getMonthValue() + ", " + time.getDayOfMonth() + ", "
                + time.getHour() + ", " + time.getMinute() + ", " + time.getSecond() + ", "
                + time.getNano() / NANOS_OF_MICRO + ")";
    }
}
