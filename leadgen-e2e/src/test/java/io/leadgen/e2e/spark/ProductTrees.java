package io.leadgen.e2e.spark;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the product has read, as it left the binder and before anything was rewritten. */
final class ProductTrees implements Predicate.Visitor<Tree> {
    private static final Operands OPERANDS = new Operands();

    static Tree of(Predicate bound) {
        return bound.accept(new ProductTrees());
    }

    private List<Tree> all(List<Predicate> operands) {
        return operands.stream().map(operand -> operand.accept(this)).toList();
    }

    @Override
    public Tree and(And node) {
        return Tree.and(all(node.operands()));
    }

    @Override
    public Tree or(Or node) {
        return Tree.or(all(node.operands()));
    }

    @Override
    public Tree not(Not node) {
        return Tree.not(node.operand().accept(this));
    }

    @Override
    public Tree comparison(Comparison node) {
        Tree left = node.left().accept(OPERANDS);
        Tree right = node.right().accept(OPERANDS);
        return node.operator() == ComparisonOperator.NE
                ? Tree.not(Tree.of("=", left, right))
                : Tree.of(node.operator().symbol(), left, right);
    }

    @Override
    public Tree between(Between node) {
        return Tree.of(
                "between",
                node.operand().accept(OPERANDS),
                node.low().accept(OPERANDS),
                node.high().accept(OPERANDS));
    }

    @Override
    public Tree in(In node) {
        List<Tree> parts = new ArrayList<>();
        parts.add(node.operand().accept(OPERANDS));
        node.values().forEach(value -> parts.add(value.accept(OPERANDS)));
        return new Tree("in", parts);
    }

    @Override
    public Tree like(Like node) {
        List<Tree> parts = new ArrayList<>();
        parts.add(node.operand().accept(OPERANDS));
        for (LikePattern.Token token : node.pattern().tokens()) {
            parts.add(
                    token instanceof LikePattern.Text text
                            ? Values.text(text.value())
                            : Tree.leaf(token == LikePattern.Wildcard.ANY_ONE ? "_" : "%"));
        }
        return new Tree(node.caseInsensitive() ? "ilike" : "like", parts);
    }

    @Override
    public Tree isNull(IsNull node) {
        return Tree.isNull(node.operand().accept(OPERANDS));
    }

    @Override
    public Tree isTruth(IsTruth node) {
        return Tree.same(node.operand().accept(OPERANDS), Values.bool(node.value()));
    }

    @Override
    public Tree isDistinctFrom(IsDistinctFrom node) {
        return Tree.not(Tree.same(node.operand().accept(OPERANDS), node.value().accept(OPERANDS)));
    }

    @Override
    public Tree truth(Truth node) {
        return Tree.of("truth", node.operand().accept(OPERANDS));
    }

    @Override
    public Tree constant(Constant node) {
        return switch (node) {
            case TRUE -> Tree.TRUE;
            case FALSE -> Tree.FALSE;
            case UNKNOWN -> Tree.NULL;
        };
    }

    private static final class Operands implements Operand.Visitor<Tree> {
        @Override
        public Tree column(ColumnRef node) {
            return Tree.leaf("column " + node.name().value());
        }

        @Override
        public Tree call(Call node) {
            return new Tree(
                    node.function().name().toLowerCase(Locale.ROOT),
                    node.arguments().stream()
                            .map(argument -> argument.accept(this))
                            .toList());
        }

        @Override
        public Tree dateTrunc(DateTrunc node) {
            return Tree.of("date_trunc " + node.unit().name(), node.operand().accept(this));
        }

        @Override
        public Tree relatedCount(Operand.RelatedCount node) {
            throw new AssertionError("one table only");
        }

        @Override
        public Tree literal(Literal node) {
            if (node instanceof Literal.Number number) {
                return Values.number(number.value());
            }
            if (node instanceof Literal.Text text) {
                return Values.text(text.value());
            }
            if (node instanceof Literal.Date date) {
                return Values.date(date.value());
            }
            if (node instanceof Literal.Timestamp timestamp) {
                return Values.time(timestamp.value());
            }
            return Values.bool(((Literal.Bool) node).value());
        }
    }
}
