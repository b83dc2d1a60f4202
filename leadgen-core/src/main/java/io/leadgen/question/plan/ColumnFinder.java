package io.leadgen.question.plan;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.spelling.DidYouMean;
import java.util.List;
import java.util.Optional;

/** Finds columns that are named outside of a predicate, and may be used. */
public final class ColumnFinder {
    private ColumnFinder() {}

    /**
     * The column of a name, which may be in backticks.
     *
     * @param from where the name is in what the caller has written
     * @throws LeadgenException UNKNOWN_COLUMN, COLUMN_FORBIDDEN
     */
    public static ColumnRef find(String name, int from, TableSchema schema, TablePolicy policy) {
        Column column = named(name, schema)
                .or(() -> named(withoutBackticks(name), schema))
                .orElseThrow(() -> rejected(
                        ErrorCode.UNKNOWN_COLUMN,
                        from,
                        name,
                        "The table has no such column",
                        near(name, schema, policy)));
        if (!policy.mayUse(column.name())) {
            throw rejected(
                    ErrorCode.COLUMN_FORBIDDEN,
                    from,
                    name,
                    "The column " + column.name() + " identifies people and cannot be used in a question",
                    "use a column that describes people");
        }
        return new ColumnRef(column.name(), column.type());
    }

    private static Optional<Column> named(String name, TableSchema schema) {
        return schema.columns().stream()
                .filter(candidate -> candidate.name().value().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A name as a predicate writes it is understood here too. */
    private static String withoutBackticks(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("`") && name.endsWith("`");
        return quoted ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    public static LeadgenException rejected(ErrorCode code, int from, String text, String message, String hint) {
        return LeadgenException.rejected(List.of(new Diagnostic(code, from, from + text.length(), message, hint)));
    }

    private static String near(String name, TableSchema schema, TablePolicy policy) {
        return DidYouMean.nearest(
                        name,
                        schema.columns().stream()
                                .map(Column::name)
                                .filter(policy::mayUse)
                                .map(ColumnName::value)
                                .toList())
                .map(match -> "did you mean " + match + "?")
                .orElse("describe the table to see its columns");
    }
}
