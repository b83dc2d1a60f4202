package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.parse.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds operands: columns and functions of columns. */
final class OperandBinder {
    private static final String DATE_TRUNC = "date_trunc requires a unit in quotes and a date or timestamp";
    private static final String DATE_TRUNC_HINT =
            "write date_trunc('month', column); the units are day, week, month, quarter and year";

    private static final Set<String> DATE_PARTS = Set.of("year", "quarter", "month", "day", "dayofweek");
    private static final String DATE_PART_HINT =
            "write date_part('year', column); the parts are year, quarter, month, day and dayofweek";

    private final @Nullable ColumnResolver columns;
    private final @Nullable RelatedCount group;
    private final RelatedBinder related;
    private final LiteralBinder literals;
    private final Diagnostics diagnostics;

    private OperandBinder(
            @Nullable ColumnResolver columns,
            @Nullable RelatedCount group,
            RelatedTables tables,
            LiteralBinder literals,
            Diagnostics diagnostics) {
        this.columns = columns;
        this.group = group;
        this.related = new RelatedBinder(tables, literals, diagnostics);
        this.literals = literals;
        this.diagnostics = diagnostics;
    }

    /** For conditions on rows. */
    OperandBinder(ColumnResolver columns, RelatedTables tables, LiteralBinder literals, Diagnostics diagnostics) {
        this(columns, null, tables, literals, diagnostics);
    }

    /** For conditions on the rows of a person together. */
    static OperandBinder ofGroup(RelatedCount rows, LiteralBinder literals, Diagnostics diagnostics) {
        return new OperandBinder(null, rows, RelatedTables.NONE, literals, diagnostics);
    }

    RelatedBinder related() {
        return related;
    }

    /** A column or a function of one, or null with a diagnostic. */
    @Nullable
    Operand bind(Syntax node) {
        if (node instanceof Syntax.Name name) {
            return columns == null ? notInGroup(name) : columns.resolve(name);
        }
        if (node instanceof Syntax.SubQuery query) {
            return related.count(query);
        }
        if (node instanceof Syntax.Rows) {
            return group == null ? outsideOfHaving(node) : group;
        }
        if (LiteralBinder.isConstant(node)) {
            diagnostics.unsupported(
                    node.range(), "Expected a column, not a value", "put the column first: column = value");
            return null;
        }
        if (node instanceof Syntax.Call call) {
            return call(call);
        }
        diagnostics.mismatch(
                node.range(),
                "Expected a column or a value, not a condition",
                "conditions cannot be compared or passed to functions; join them with AND, OR and NOT");
        return null;
    }

    private @Nullable Operand outsideOfHaving(Syntax node) {
        diagnostics.unsupported(
                node.range(), "COUNT(*) is about all rows of a person", "write it in HAVING, after GROUP BY");
        return null;
    }

    private @Nullable Operand notInGroup(Syntax node) {
        diagnostics.unsupported(
                node.range(),
                "HAVING is about all rows of a person",
                "write HAVING COUNT(*) >= 2, and conditions on rows in WHERE");
        return null;
    }

    private @Nullable Operand call(Syntax.Call call) {
        return switch (call.function()) {
            case FunctionNames.DATE_TRUNC, FunctionNames.TRUNC -> dateTrunc(call);
            case FunctionNames.DATE_PART -> datePart(call);
            case "startswith", "endswith", "contains", FunctionNames.IS_NULL, FunctionNames.IS_NOT_NULL ->
                conditionAsValue(call);
            default -> function(call, Function.valueOf(call.function().toUpperCase(Locale.ROOT)));
        };
    }

    private @Nullable Operand conditionAsValue(Syntax.Call call) {
        diagnostics.mismatch(
                call.range(),
                call.function() + " returns a condition, which cannot be compared",
                "write it alone, or with NOT before it");
        return null;
    }

    private @Nullable Operand dateTrunc(Syntax.Call call) {
        List<Syntax> arguments = call.arguments();
        int named = call.function().equals(FunctionNames.TRUNC) ? 1 : 0;
        if (arguments.size() != 2 || !(arguments.get(named) instanceof Syntax.Text unitText)) {
            diagnostics.mismatch(call.range(), DATE_TRUNC, DATE_TRUNC_HINT);
            return null;
        }
        CalendarUnit unit = CalendarUnit.of(call);
        if (unit == null) {
            diagnostics.unsupported(unitText.range(), "Unknown unit for " + call.function(), DATE_TRUNC_HINT);
        }
        Syntax truncated = arguments.get(1 - named);
        if (unit == null && LiteralBinder.isConstant(truncated)) {
            return null;
        }
        Operand operand = bind(truncated);
        if (operand == null) {
            return null;
        }
        if (operand.family() != TypeFamily.DATE && operand.family() != TypeFamily.TIMESTAMP) {
            diagnostics.mismatch(truncated.range(), DATE_TRUNC + ", but " + Descriptions.of(operand), DATE_TRUNC_HINT);
            return null;
        }
        return unit == null ? null : new Operand.DateTrunc(unit.unit(), operand);
    }

    /** The function of the part: {@code year(x)} for {@code date_part('year', x)}. */
    private @Nullable Operand datePart(Syntax.Call call) {
        List<Syntax> arguments = call.arguments();
        String part = arguments.size() == 2 && arguments.get(0) instanceof Syntax.Text text
                ? text.value().toLowerCase(Locale.ROOT)
                : "";
        if (!DATE_PARTS.contains(part)) {
            diagnostics.unsupported(
                    call.range(), "date_part requires a part in quotes and a date or timestamp", DATE_PART_HINT);
            return null;
        }
        return call(new Syntax.Call(call.range(), call.name(), part, arguments.subList(1, 2)));
    }

    private @Nullable Operand function(Syntax.Call call, Function function) {
        List<Syntax> arguments = call.arguments();
        if (arguments.size() != function.arity()) {
            diagnostics.mismatch(
                    call.range(),
                    call.function() + " requires " + (function.arity() == 1 ? "one argument" : "two arguments"),
                    "write " + call.function() + (function.arity() == 1 ? "(column)" : "(column, value)"));
            return null;
        }
        if (LiteralBinder.isConstant(arguments.get(0))) {
            diagnostics.unsupported(
                    arguments.get(0).range(),
                    call.function() + " requires a column, not a value",
                    "write the result of the function instead");
            return null;
        }
        Operand operand = bind(arguments.get(0));
        if (operand == null) {
            return null;
        }
        if (operand instanceof RelatedCount) {
            diagnostics.unsupported(
                    call.range(), "Functions of a sub-query are not supported", "compare the number of rows itself");
            return null;
        }
        if (!function.takes(operand.family())) {
            diagnostics.mismatch(
                    arguments.get(0).range(),
                    call.function() + " requires " + argumentOf(function) + ", but " + Descriptions.of(operand),
                    "use a column of that type");
            return null;
        }
        if (function.arity() == 1) {
            return new Operand.Call(function, List.of(operand));
        }
        Literal literal = second(call, operand);
        return literal == null ? null : new Operand.Call(function, List.of(operand, literal));
    }

    private @Nullable Literal second(Syntax.Call call, Operand operand) {
        Syntax second = call.arguments().get(1);
        if (!LiteralBinder.isConstant(second) || second instanceof Syntax.Null) {
            diagnostics.unsupported(
                    second.range(),
                    "The second argument of " + call.function() + " must be a value other than NULL",
                    "write for example " + call.function() + "(column, 0)");
            return null;
        }
        return literals.literalOf(operand, second);
    }

    private static String argumentOf(Function function) {
        if (function.takes(TypeFamily.BOOLEAN)) {
            return "a value";
        }
        if (function.takes(TypeFamily.STRING)) {
            return "a string";
        }
        return function.takes(TypeFamily.DATE) ? "a date or timestamp" : "a number";
    }
}
