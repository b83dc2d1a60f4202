package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import io.leadgen.runtime.sql.SqlFragment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Databricks SQL for people: constants are part of the text where {@link DatabricksDialect} has markers. Never sent. */
final class LiteralDialect extends DatabricksDialect {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    @Override
    protected SqlFragment marker(Object value, ColumnType type) {
        return SqlFragment.of(literal(value));
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
            // The constant has the smallest type that holds it; a comparison widens the smaller of the two types.
            return exact(number.toString());
        }
        throw new IllegalArgumentException("not a value of a predicate: " + value.getClass());
    }

    /** Some SQL parsers read a minus before a number as an operator. */
    private static String exact(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    /**
     * A string for every version of Spark. A quote is escaped by a backslash, because some versions read two quotes as two
     * strings. <code>$</code> before a brace is escaped, because Spark substitutes variables even inside strings.
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
