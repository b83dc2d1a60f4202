package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Databricks SQL for people: constants stand in the text, where {@link DatabricksDialect} has markers. */
final class DatabricksText extends DatabricksDialect {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    @Override
    Fragment marker(Object value, ColumnType type) {
        return Fragment.of(literal(value));
    }

    private String literal(Object value) {
        if (value instanceof String text) {
            return string(text);
        } else if (value instanceof Boolean bool) {
            return bool ? "TRUE" : "FALSE";
        } else if (value instanceof LocalDate day) {
            return "DATE '" + DAY.format(day) + "'";
        } else if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof BigDecimal number) {
            return exact(number.toPlainString());
        } else if (value instanceof Long number) {
            // Its type is the smallest that holds it, and beside a column of another type the smaller of the two is
            // widened.
            return exact(number.toString());
        }
        throw new IllegalArgumentException("not a value of a condition: " + value.getClass());
    }

    /** A minus in front of a number is an operator to some readers of SQL, and not a part of it. */
    private static String exact(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    /**
     * A string as every version of Spark reads it: a quote is escaped by a backslash, since some versions take two quotes for
     * two strings; a dollar before a brace is spelled, since Spark fills in variables even within strings.
     */
    static String string(String text) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean variable = c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{';
            if (c == '\'' || c == '\\') {
                out.append('\\').append(c);
            } else if (variable || c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('\'').toString();
    }
}
