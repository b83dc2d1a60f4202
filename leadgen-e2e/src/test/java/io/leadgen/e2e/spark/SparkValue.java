package io.leadgen.e2e.spark;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.e2e.spark.SparkTrees.OtherMeaning;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value in Spark's tree.
 *
 * @param family its type, as the product has types
 * @param tree what depends on the row, or null for a constant
 * @param constant BigDecimal, String, Boolean, LocalDate or LocalDateTime of UTC, or null for what depends on the row
 */
record SparkValue(
        TypeFamily family, @Nullable Tree tree, @Nullable Object constant) {

    static SparkValue ofRow(TypeFamily family, Tree tree) {
        return new SparkValue(family, tree, null);
    }

    static SparkValue number(BigDecimal value) {
        return new SparkValue(TypeFamily.EXACT_NUMBER, null, value);
    }

    static SparkValue text(String value) {
        return new SparkValue(TypeFamily.STRING, null, value);
    }

    static SparkValue bool(boolean value) {
        return new SparkValue(TypeFamily.BOOLEAN, null, value);
    }

    static SparkValue date(LocalDate value) {
        return new SparkValue(TypeFamily.DATE, null, value);
    }

    static SparkValue time(LocalDateTime value) {
        return new SparkValue(TypeFamily.TIMESTAMP, null, value);
    }

    boolean isConstant() {
        return constant != null;
    }

    /** The value in a tree. */
    Tree written() {
        if (tree != null) {
            return tree;
        }
        if (constant instanceof BigDecimal number) {
            return Values.number(number);
        }
        if (constant instanceof String text) {
            return Values.text(text);
        }
        if (constant instanceof LocalDate date) {
            return Values.date(date);
        }
        return constant instanceof LocalDateTime time ? Values.time(time) : Values.bool((Boolean) constant);
    }

    /** This constant next to a value of a family: strings are read as days and times where such are compared, and nowhere else. */
    SparkValue comparedWith(SparkValue operand) {
        try {
            if (operand.family == TypeFamily.DATE) {
                LocalDateTime time = moment();
                if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                    throw new OtherMeaning("a day with a time");
                }
                return date(time.toLocalDate());
            }
            return operand.family == TypeFamily.TIMESTAMP ? time(moment()) : this;
        } catch (DateTimeException e) {
            throw new OtherMeaning("not a day: " + constant);
        }
    }

    private LocalDateTime moment() {
        if (constant instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        if (constant instanceof LocalDateTime time) {
            return time;
        }
        if (!(constant instanceof String text)) {
            throw new OtherMeaning("no day and no time: " + constant);
        }
        if (text.length() == "2024-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay();
        }
        String iso = text.replace(' ', 'T');
        return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(iso)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    /** How two constants of one family compare. */
    int compareTo(SparkValue other) {
        if (family != other.family) {
            throw new OtherMeaning("constants of two types");
        }
        if (constant instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other.constant);
        }
        if (constant instanceof LocalDate date) {
            return date.compareTo((LocalDate) other.constant);
        }
        if (constant instanceof LocalDateTime time) {
            return time.compareTo((LocalDateTime) other.constant);
        }
        if (constant instanceof Boolean bool) {
            return bool.compareTo((Boolean) other.constant);
        }
        int[] left = ((String) constant).codePoints().toArray();
        return Arrays.compare(left, ((String) other.constant).codePoints().toArray());
    }
}
