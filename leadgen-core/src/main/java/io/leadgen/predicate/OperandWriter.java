package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.RelatedCount;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Appends operands as text. */
final class OperandWriter implements Operand.Visitor<StringBuilder> {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Words with a meaning in this language or a dialect of SQL. A column with such a name is written in backticks. */
    private static final Set<String> WORDS =
            Set.of(("add all and any array as at between by case cast collate contains current_date current_time "
                            + "current_timestamp date day days distinct div else end endswith escape except exists false filter "
                            + "from group having hour if ilike in interval is isnull join like limit match minute mod month months "
                            + "not notnull null on or order over overlaps prior quarter regexp rlike second select set similar some "
                            + "startswith table then time timestamp true union unique unknown using values week weeks when where "
                            + "window with within xor year years")
                    .split(" ", -1));

    private final StringBuilder out;
    private final Notation notation;

    OperandWriter(StringBuilder out, Notation notation) {
        this.out = out;
        this.notation = notation;
    }

    @Override
    public StringBuilder column(ColumnRef node) {
        out.append(name(node.name()));
        return out;
    }

    static String name(ColumnName name) {
        String value = name.value();
        boolean plain = PLAIN.matcher(value).matches() && !WORDS.contains(value);
        return plain ? value : "`" + value.replace("`", "``") + "`";
    }

    @Override
    public StringBuilder call(Call node) {
        out.append(node.function().name().toLowerCase(Locale.ROOT)).append('(');
        for (int i = 0; i < node.arguments().size(); i++) {
            out.append(i == 0 ? "" : ", ");
            node.arguments().get(i).accept(this);
        }
        out.append(')');
        return out;
    }

    @Override
    public StringBuilder dateTrunc(DateTrunc node) {
        out.append("date_trunc('").append(node.unit().name()).append("', ");
        node.operand().accept(this);
        out.append(')');
        return out;
    }

    @Override
    public StringBuilder relatedCount(RelatedCount node) {
        Operand.Link link = node.link();
        out.append("(SELECT COUNT(*) FROM ");
        name(link.table());
        // An alias hides a table of the same name.
        String alias = link.from().table().equals("r") ? "q" : "r";
        out.append(" AS " + alias + " WHERE " + alias + ".")
                .append(name(link.key()))
                .append(" = ");
        out.append(name(new ColumnName(link.from().table())))
                .append('.')
                .append(name(link.unit().name()));
        if (node.filter() != Predicate.Constant.TRUE) {
            out.append(" AND (")
                    .append(PredicatePrinter.write(node.filter(), notation))
                    .append(')');
        }
        return out.append(')');
    }

    private void name(TableName table) {
        out.append(name(new ColumnName(table.catalog()))).append('.');
        out.append(name(new ColumnName(table.schema()))).append('.');
        out.append(name(new ColumnName(table.table())));
    }

    @Override
    public StringBuilder literal(Literal node) {
        out.append(notation.literal(node));
        return out;
    }
}
