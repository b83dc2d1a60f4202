package io.leadgen.predicate.language.lex;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import java.util.Locale;
import java.util.regex.Pattern;

/** How messages call operands and types. Names of columns and functions, never a value. */
public final class Descriptions {
    /** A name that is no more than one. In backticks it can hold anything, half a predicate if one of them was forgotten. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_ .-]{1,64}");

    private Descriptions() {}

    /** For example {@code column age}; without the name where that could be something else. */
    public static String named(String what, String name) {
        return PLAIN_NAME.matcher(name).matches() ? what + " " + name : what + " of this name";
    }

    /** For example {@code age is int}. */
    public static String of(Operand operand) {
        return subject(operand) + " is " + operand.type();
    }

    private static String subject(Operand operand) {
        if (operand instanceof ColumnRef column) {
            return named("column", column.name().value());
        }
        if (operand instanceof Call call) {
            return call.function().name().toLowerCase(Locale.ROOT) + "(…)";
        }
        return "date_trunc(…)";
    }

    public static String of(TypeFamily family) {
        return switch (family) {
            case EXACT_NUMBER, APPROXIMATE_NUMBER -> "a number";
            case STRING -> "a string";
            case BOOLEAN -> "TRUE or FALSE";
            case DATE -> "a date";
            case TIMESTAMP -> "a time";
            case OTHER -> "this";
        };
    }

    public static String howToWrite(TypeFamily family) {
        return switch (family) {
            case EXACT_NUMBER, APPROXIMATE_NUMBER -> "write a number, without quotes";
            case STRING -> "write a string in single quotes: 'abc'";
            case BOOLEAN -> "write TRUE or FALSE, without quotes";
            case DATE -> IsoText.DATE_HINT;
            case TIMESTAMP -> IsoText.TIMESTAMP_HINT;
            case OTHER -> "use another column";
        };
    }
}
