package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.language.lex.Diagnostics;
import java.util.Locale;

/** Operands and types in messages: names of columns and functions, never a value. */
final class Descriptions {
    private Descriptions() {}

    /** For example {@code age is int}. */
    static String of(Operand operand) {
        return subject(operand) + " is " + operand.type();
    }

    private static String subject(Operand operand) {
        if (operand instanceof ColumnRef column) {
            return Diagnostics.named("column", column.name().value());
        }
        if (operand instanceof Call call) {
            return call.function().name().toLowerCase(Locale.ROOT) + "(…)";
        }
        return operand instanceof RelatedCount ? "the number of rows" : "date_trunc(…)";
    }

    static String of(TypeFamily family) {
        return switch (family) {
            case EXACT_NUMBER, APPROXIMATE_NUMBER -> "a number";
            case STRING -> "a string";
            case BOOLEAN -> "TRUE or FALSE";
            case DATE -> "a date";
            case TIMESTAMP -> "a timestamp";
            case OTHER -> "this";
        };
    }

    static String howToWrite(TypeFamily family) {
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
