package io.leadgen.predicate.language;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A bound tree in one line, every node in brackets and every literal with its type. */
final class TreeText implements Predicate.Visitor<String>, Operand.Visitor<String> {
    private static final TreeText INSTANCE = new TreeText();

    private TreeText() {}

    static String of(Predicate predicate) {
        return predicate.accept(INSTANCE);
    }

    private String node(String name, Object... parts) {
        List<String> texts = new ArrayList<>(List.of(name));
        for (Object part : parts) {
            if (part instanceof Predicate predicate) {
                texts.add(predicate.accept(this));
            } else if (part instanceof Operand operand) {
                texts.add(operand.accept(this));
            } else {
                texts.add(part.toString());
            }
        }
        return "(" + String.join(" ", texts) + ")";
    }

    @Override
    public String and(Predicate.And node) {
        return node("and", node.operands().toArray());
    }

    @Override
    public String or(Predicate.Or node) {
        return node("or", node.operands().toArray());
    }

    @Override
    public String not(Predicate.Not node) {
        return node("not", node.operand());
    }

    @Override
    public String comparison(Predicate.Comparison node) {
        return node(node.operator().symbol(), node.left(), node.right());
    }

    @Override
    public String between(Predicate.Between node) {
        return node("between", node.operand(), node.low(), node.high());
    }

    @Override
    public String in(Predicate.In node) {
        List<Object> parts = new ArrayList<>(List.of(node.operand()));
        parts.addAll(node.values());
        return node("in", parts.toArray());
    }

    @Override
    public String like(Predicate.Like node) {
        StringBuilder pattern = new StringBuilder();
        for (LikePattern.Token token : node.pattern().tokens()) {
            pattern.append(' ').append(token instanceof LikePattern.Text text ? "'" + text.value() + "'" : token);
        }
        return node(
                node.caseInsensitive() ? "ilike" : "like",
                node.operand(),
                "[" + pattern.toString().strip() + "]");
    }

    @Override
    public String isNull(Predicate.IsNull node) {
        return node("is-null", node.operand());
    }

    @Override
    public String isTruth(Predicate.IsTruth node) {
        return node(node.value() ? "is-true" : "is-false", node.operand());
    }

    @Override
    public String isDistinctFrom(Predicate.IsDistinctFrom node) {
        return node("is-distinct", node.operand(), node.value());
    }

    @Override
    public String truth(Predicate.Truth node) {
        return node("truth", node.operand());
    }

    @Override
    public String constant(Predicate.Constant node) {
        return node.name();
    }

    @Override
    public String column(Operand.ColumnRef node) {
        return node.name() + ":" + node.type();
    }

    @Override
    public String call(Operand.Call node) {
        return node(
                node.function().name().toLowerCase(Locale.ROOT),
                node.arguments().toArray());
    }

    @Override
    public String dateTrunc(Operand.DateTrunc node) {
        return node("date_trunc", node.unit(), node.operand());
    }

    @Override
    public String relatedCount(Operand.RelatedCount node) {
        return "(rows " + node.link().table() + " " + node.filter().accept(this) + ")";
    }

    @Override
    public String literal(Literal node) {
        if (node instanceof Literal.Text text) {
            return "'" + text.value() + "'";
        }
        if (node instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        return node.toString().replaceAll("\\[value=", "[");
    }
}
