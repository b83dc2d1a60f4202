package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.language.lex.Descriptions;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.parse.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a predicate's columns in the table's schema. */
final class ColumnResolver {
    private static final int MOST_NAMED = 12;

    private final TableSchema schema;
    private final Set<ColumnName> forbidden;
    private final Diagnostics findings;
    private final Map<ColumnName, Column> columns = new HashMap<>();

    ColumnResolver(TableSchema schema, Set<ColumnName> forbidden, Diagnostics findings) {
        this.schema = schema;
        this.forbidden = forbidden;
        this.findings = findings;
        for (Column column : schema.columns()) {
            columns.put(column.name(), column);
        }
    }

    /** The column, or null with a finding. */
    @Nullable
    ColumnRef resolve(Syntax.Name name) {
        ColumnName key = new ColumnName(name.text());
        Column column = columns.get(key);
        if (forbidden.contains(key)) {
            findings.add(
                    ErrorCode.COLUMN_FORBIDDEN,
                    name.range(),
                    Descriptions.named("Column", key.value())
                            + " cannot be used in a question, by decision of the data's owner",
                    "ask about another property of the audience");
            return null;
        }
        if (column == null) {
            List<String> usable = usable();
            String nearest = DidYouMean.nearest(key.value(), usable).orElse(null);
            findings.add(
                    ErrorCode.UNKNOWN_COLUMN,
                    name.range(),
                    "Table " + schema.name() + " has no " + Descriptions.named("column", name.text()),
                    nearest == null ? others(key.value(), usable) : "did you mean " + nearest + "?",
                    nearest == null
                            ? List.of()
                            : List.of(name.range().by(PredicatePrinter.name(new ColumnName(nearest)))));
            return null;
        }
        if (column.type().family() == TypeFamily.OTHER) {
            findings.mismatch(
                    name.range(),
                    Descriptions.named("Column", key.value()) + " has a type that cannot be used in a predicate",
                    "use a column with a number, a string, a boolean, a date or a time");
            return null;
        }
        return new ColumnRef(key, column.type());
    }

    private List<String> usable() {
        List<String> usable = new ArrayList<>();
        for (Column column : schema.columns()) {
            if (!forbidden.contains(column.name()) && column.type().family() != TypeFamily.OTHER) {
                usable.add(column.name().value());
            }
        }
        return usable;
    }

    private static String others(String name, List<String> usable) {
        if (name.startsWith("current_") || name.startsWith("localtime")) {
            return "write current_date; the hour of a question must not change its answer";
        }
        int more = usable.size() - MOST_NAMED;
        return "a string stands in single quotes; the columns are "
                + String.join(", ", more > 0 ? usable.subList(0, MOST_NAMED) : usable)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
