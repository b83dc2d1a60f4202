package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.parse.Syntax;
import io.leadgen.spelling.DidYouMean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a predicate in the schema of its table. */
final class ColumnResolver {
    private static final int MAX_LISTED = 12;

    private final TableSchema schema;
    private final Set<ColumnName> forbidden;
    private final Diagnostics diagnostics;
    private final Map<ColumnName, Column> columns = new HashMap<>();

    ColumnResolver(TableSchema schema, Set<ColumnName> forbidden, Diagnostics diagnostics) {
        this.schema = schema;
        this.forbidden = forbidden;
        this.diagnostics = diagnostics;
        for (Column column : schema.columns()) {
            columns.put(column.name(), column);
        }
    }

    /** The column, or null with a diagnostic. */
    @Nullable
    ColumnRef resolve(Syntax.Name name) {
        ColumnName key = new ColumnName(name.text());
        Column column = columns.get(key);
        if (forbidden.contains(key)) {
            diagnostics.add(
                    ErrorCode.COLUMN_FORBIDDEN,
                    name.range(),
                    Diagnostics.named("Column", key.value())
                            + " cannot be used in questions: the data owner does not allow it",
                    "use another column");
            return null;
        }
        if (column == null) {
            List<String> usable = usable();
            String nearest = DidYouMean.nearest(key.value(), usable).orElse(null);
            diagnostics.add(
                    ErrorCode.UNKNOWN_COLUMN,
                    name.range(),
                    "Unknown " + Diagnostics.named("column", name.text()) + " in table " + schema.name(),
                    nearest == null ? others(key.value(), usable) : "did you mean " + nearest + "?",
                    nearest == null
                            ? List.of()
                            : List.of(name.range().replacedBy(PredicatePrinter.name(new ColumnName(nearest)))));
            return null;
        }
        if (column.type().family() == TypeFamily.OTHER) {
            diagnostics.mismatch(
                    name.range(),
                    Diagnostics.named("Column", key.value()) + " has a type that predicates do not support",
                    "use a column with a number, a string, a boolean, a date or a timestamp");
            return null;
        }
        return new ColumnRef(key, column.type());
    }

    private List<String> usable() {
        return schema.columns().stream()
                .filter(column ->
                        !forbidden.contains(column.name()) && column.type().family() != TypeFamily.OTHER)
                .map(column -> column.name().value())
                .toList();
    }

    private static String others(String name, List<String> usable) {
        if (name.startsWith("current_") || name.startsWith("localtime")) {
            return "use current_date; the answer must not depend on the time of day";
        }
        int more = usable.size() - MAX_LISTED;
        return "put strings in single quotes; the columns are "
                + String.join(", ", more > 0 ? usable.subList(0, MAX_LISTED) : usable)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
