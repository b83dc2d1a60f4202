package io.leadgen.e2e.spark;

import io.leadgen.e2e.spark.SparkTrees.OtherMeaning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.YearMonthIntervalType;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's tree says about constants, and what is reckoned from days. */
final class SparkConstants {
    private static final long MICROS_OF_DAY = 86_400_000_000L;
    private static final Set<String> DAYS = Set.of("current_date", "date_add", "date_sub", "add_months");

    private final LocalDate today;

    SparkConstants(LocalDate today) {
        this.today = today;
    }

    static boolean isNull(Expression node) {
        return node instanceof Literal literal && literal.value() == null;
    }

    static SparkValue literal(Literal node) {
        DataType type = node.dataType();
        Object value = node.value();
        if (value == null) {
            throw new OtherMeaning("NULL as a value");
        }
        if (type instanceof NumericType) {
            return SparkValue.number(new BigDecimal(value.toString()));
        }
        if (type instanceof StringType) {
            return SparkValue.text(value.toString());
        }
        if (type instanceof BooleanType) {
            return SparkValue.bool((Boolean) value);
        }
        if (type instanceof DateType) {
            return SparkValue.date(LocalDate.ofEpochDay((Integer) value));
        }
        if (type instanceof TimestampType) {
            long micros = (Long) value;
            long seconds = Math.floorDiv(micros, 1_000_000L);
            int nanos = (int) Math.floorMod(micros, 1_000_000L) * 1000;
            return SparkValue.time(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
        }
        throw new OtherMeaning("a literal of type " + type);
    }

    /** A plain call's name in lower case. */
    static String name(UnresolvedFunction node) {
        if (node.nameParts().size() != 1
                || node.isDistinct()
                || node.filter().isDefined()
                || node.ignoreNulls()
                || node.orderingWithinGroup().nonEmpty()) {
            throw new OtherMeaning("a call with more than arguments: " + node);
        }
        return node.nameParts().head().toLowerCase(Locale.ROOT);
    }

    static List<Expression> arguments(UnresolvedFunction node) {
        return CollectionConverters.asJava(node.arguments());
    }

    /** Is this reckoned from days alone? */
    boolean isDay(Expression node) {
        if (node instanceof Literal literal) {
            return literal.dataType() instanceof DateType;
        }
        if (node instanceof Add add) {
            return isDay(add.left());
        }
        if (node instanceof Subtract subtract) {
            return isDay(subtract.left());
        }
        if (node instanceof UnresolvedFunction function) {
            return DAYS.contains(name(function))
                    || SparkSpelling.truncated(function)
                            .filter(cut -> isDay(cut.of()))
                            .isPresent();
        }
        return node instanceof UnresolvedAttribute attribute
                && attribute.name().toLowerCase(Locale.ROOT).equals("current_date");
    }

    LocalDate day(Expression node) {
        if (node instanceof Literal literal && literal.dataType() instanceof DateType) {
            return LocalDate.ofEpochDay((Integer) literal.value());
        }
        if (node instanceof Add add) {
            return shifted(day(add.left()), add.right(), 1);
        }
        if (node instanceof Subtract subtract) {
            return shifted(day(subtract.left()), subtract.right(), -1);
        }
        if (node instanceof UnresolvedFunction function && isDay(node)) {
            return SparkSpelling.truncated(function)
                    .map(cut -> firstDay(cut.unit(), day(cut.of())))
                    .orElseGet(() -> called(name(function), arguments(function)));
        }
        if (isDay(node)) {
            return today;
        }
        throw new OtherMeaning("no day: " + node);
    }

    private LocalDate called(String name, List<Expression> arguments) {
        if (name.equals("current_date") && arguments.isEmpty()) {
            return today;
        }
        if (arguments.size() != 2
                || !(arguments.get(1) instanceof Literal amount)
                || !(amount.dataType() instanceof NumericType)) {
            throw new OtherMeaning(name + " of something else");
        }
        LocalDate day = day(arguments.get(0));
        long distance = new BigDecimal(amount.value().toString()).longValueExact();
        return switch (name) {
            case "date_add" -> day.plusDays(distance);
            case "date_sub" -> day.minusDays(distance);
            default -> day.plusMonths(distance);
        };
    }

    private static LocalDate firstDay(String unit, LocalDate day) {
        return switch (unit) {
            case "YEAR" -> day.withDayOfYear(1);
            case "QUARTER" -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case "MONTH" -> day.withDayOfMonth(1);
            case "WEEK" -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case "DAY" -> day;
            default -> throw new OtherMeaning("a day cut to " + unit);
        };
    }

    private static LocalDate shifted(LocalDate day, Expression interval, int sign) {
        if (interval instanceof Literal literal) {
            if (literal.dataType() instanceof YearMonthIntervalType) {
                return day.plusMonths(sign * (long) (Integer) literal.value());
            }
            if (literal.dataType() instanceof DayTimeIntervalType && (Long) literal.value() % MICROS_OF_DAY == 0) {
                return day.plusDays(sign * ((Long) literal.value() / MICROS_OF_DAY));
            }
        }
        throw new OtherMeaning("no interval of days or months: " + interval);
    }
}
