package io.leadgen.e2e.spark;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;

/** Functions that Spark documents as another way to write one that the language has. */
final class SparkSpelling {
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("lcase", "lower"),
            entry("ucase", "upper"),
            entry("btrim", "trim"),
            entry("len", "length"),
            entry("char_length", "length"),
            entry("character_length", "length"),
            entry("dayofmonth", "day"),
            entry("nvl", "coalesce"),
            entry("ifnull", "coalesce"));
    /** Units of date_trunc and trunc, as Spark's documentation lists them. */
    private static final Map<String, String> UNITS = Map.of(
            "YYYY", "YEAR",
            "YY", "YEAR",
            "MON", "MONTH",
            "MM", "MONTH",
            "DD", "DAY");

    private SparkSpelling() {}

    /** A time or day cut to the first of its unit. */
    record Truncated(String unit, Expression of) {}

    static String name(UnresolvedFunction node) {
        String name = SparkConstants.name(node);
        return NAMES.getOrDefault(name, name);
    }

    /** {@code date_trunc(unit, x)} or {@code trunc(x, unit)}. */
    static Optional<Truncated> truncated(UnresolvedFunction node) {
        List<Expression> arguments = SparkConstants.arguments(node);
        if (arguments.size() != 2) {
            return Optional.empty();
        }
        return switch (name(node)) {
            case "date_trunc" -> Optional.of(new Truncated(unit(arguments.get(0)), arguments.get(1)));
            case "trunc" -> Optional.of(new Truncated(unit(arguments.get(1)), arguments.get(0)));
            default -> Optional.empty();
        };
    }

    /** The name of the part that {@code date_part} takes, which is a function's name too. */
    static Optional<String> part(UnresolvedFunction node) {
        List<Expression> arguments = SparkConstants.arguments(node);
        boolean part = List.of("date_part", "datepart").contains(name(node)) && arguments.size() == 2;
        return part ? Optional.of(unit(arguments.get(0)).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String unit(Expression node) {
        if (!(node instanceof Literal literal)) {
            throw new SparkTrees.OtherMeaning("a unit that is not a text");
        }
        String unit = String.valueOf(literal.value()).toUpperCase(Locale.ROOT);
        return UNITS.getOrDefault(unit, unit);
    }
}
