package io.leadgen.predicate.language.bind;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.language.bind.RelatedTables.RelatedTable;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.parse.Syntax;
import io.leadgen.predicate.language.parse.Syntax.SubQuery;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds sub-queries: to how many rows of a related table a person has. */
final class RelatedBinder {
    private static final Literal ONE = new Literal.Number(BigDecimal.ONE);

    private final RelatedTables tables;
    private final LiteralBinder literals;
    private final Diagnostics diagnostics;

    RelatedBinder(RelatedTables tables, LiteralBinder literals, Diagnostics diagnostics) {
        this.tables = tables;
        this.literals = literals;
        this.diagnostics = diagnostics;
    }

    /** Whether a person has rows that meet the query, or null with a diagnostic. */
    @Nullable
    Predicate exists(SubQuery query) {
        if (query.use() == SubQuery.Use.COUNT) {
            diagnostics.unsupported(
                    query.range(), "A count is not a condition", "compare it: (SELECT COUNT(*) FROM …) >= 2");
            return null;
        }
        RelatedCount count = bound(query);
        return count == null ? null : exists(query, count);
    }

    /** The people that a query lists, of whom the operand before IN must be one; or null with a diagnostic. */
    @Nullable
    Predicate listed(Syntax operand, SubQuery query) {
        RelatedCount count = bound(query);
        if (count == null) {
            return null;
        }
        Link link = count.link();
        boolean isUnit =
                operand instanceof Syntax.Name name && is(name, link.unit().name());
        if (query.use() != SubQuery.Use.PEOPLE || !isUnit) {
            diagnostics.unsupported(
                    operand.range(),
                    "Only the column that identifies a person can be looked up in another table",
                    "write " + link.unit().name() + " IN (SELECT " + link.key() + " FROM …)");
            return null;
        }
        return exists(query, count);
    }

    private @Nullable Predicate exists(SubQuery query, RelatedCount count) {
        if (count.filter() instanceof Predicate.Constant constant && constant != Predicate.Constant.TRUE) {
            return Predicate.Constant.FALSE; // nobody has such a row
        }
        Predicate some = new Comparison(ComparisonOperator.GE, count, ONE);
        if (query.having() == null) {
            return some;
        }
        Predicate together = new TreeBinder(OperandBinder.ofGroup(count, literals, diagnostics), literals, diagnostics)
                .bind(query.having());
        return together == null ? null : new Predicate.And(List.of(some, together));
    }

    /** A count as an operand, or null with a diagnostic. */
    @Nullable
    RelatedCount count(SubQuery query) {
        if (query.use() != SubQuery.Use.COUNT) {
            diagnostics.unsupported(
                    query.range(),
                    "A sub-query that is compared must count rows",
                    "write (SELECT COUNT(*) FROM events e WHERE e.customer_id = customers.customer_id) >= 2");
            return null;
        }
        return bound(query);
    }

    private @Nullable RelatedTable find(SubQuery query) {
        try {
            return tables.find(query.table().stream().map(Syntax.Name::text).toList());
        } catch (LeadgenException e) {
            diagnostics.add(
                    e.code(),
                    query.table()
                            .get(0)
                            .range()
                            .through(query.table().get(query.table().size() - 1).range()),
                    message(e),
                    e.hint(),
                    List.of());
            return null;
        }
    }

    private static String message(LeadgenException e) {
        return requireNonNull(e.getMessage(), "message");
    }

    private @Nullable RelatedCount bound(SubQuery query) {
        RelatedTable table = find(query);
        if (table == null || !isLinked(query, table)) {
            return null;
        }
        Predicate written = Predicate.Constant.TRUE;
        if (query.where() != null) {
            ColumnResolver columns = new ColumnResolver(table.schema(), table.forbidden(), diagnostics);
            written = new TreeBinder(
                            new OperandBinder(columns, RelatedTables.NONE, literals, diagnostics),
                            literals,
                            diagnostics)
                    .bind(query.where());
        }
        if (written == null) {
            return null;
        }
        try {
            return new RelatedCount(table.link(), table.applied().apply(written));
        } catch (LeadgenException e) {
            diagnostics.add(e.code(), query.range(), message(e), e.hint(), List.of());
            return null;
        }
    }

    /** A person is found by the columns that identify people, and by no others. */
    private boolean isLinked(SubQuery query, RelatedTable table) {
        Link link = table.link();
        Syntax.RelatedColumns written = query.link();
        boolean fits = query.people().stream().allMatch(column -> is(column, link.key()))
                && (written == null
                        || (is(written.inner(), link.key())
                                && written.table()
                                        .text()
                                        .equalsIgnoreCase(link.from().table())
                                && is(written.outer(), link.unit().name())));
        if (!fits) {
            diagnostics.add(
                    ErrorCode.COLUMN_FORBIDDEN,
                    query.range(),
                    "Tables are joined by the columns that identify a person, and by no others",
                    "use " + link.key() + " of " + link.table() + " and "
                            + link.unit().name() + " of " + link.from(),
                    List.of());
        }
        return fits;
    }

    private static boolean is(Syntax.Name name, ColumnName column) {
        return new ColumnName(name.text()).equals(column);
    }
}
