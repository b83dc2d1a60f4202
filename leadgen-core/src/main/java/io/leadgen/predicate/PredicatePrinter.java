package io.leadgen.predicate;

import io.leadgen.catalog.ColumnName;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import java.util.List;

/**
 * Writes predicates as text.
 *
 * <p>{@link #text} writes the language that the parser reads, with as few brackets as possible. Parsing and binding the text gives
 * the same predicate, if its strings hold only characters that the language allows. Different predicates over one table have
 * different texts. The text depends on the predicate only. Keys in ledgers depend on it, so it must never change for a predicate.
 *
 * <p>{@link #shape} is for logs: columns, operators and kinds of values, never a value.
 */
public final class PredicatePrinter {
    private PredicatePrinter() {}

    /** The predicate in the predicate language, for example {@code age >= 26 AND income_level = 'high'}. */
    public static String text(Predicate predicate) {
        return write(predicate, Notation.FULL);
    }

    /** The name of a column in a predicate: plain, or in backticks if necessary. */
    public static String name(ColumnName name) {
        return OperandWriter.name(name);
    }

    /** A constant in a predicate, for example {@code 'high'} or {@code DATE '2026-10-31'}. */
    public static String literal(Literal literal) {
        return Notation.FULL.literal(literal);
    }

    /** The predicate without values, for example {@code age >= <int> AND location IN (<string>×3)}. */
    public static String shape(Predicate predicate) {
        return write(predicate, Notation.KIND);
    }

    static String write(Predicate predicate, Notation notation) {
        return PredicateWriter.write(predicate, notation);
    }

    /** Appends the text of one predicate after another. */
    private static final class PredicateWriter implements Predicate.Visitor<StringBuilder> {
        private final StringBuilder out = new StringBuilder();
        private final Notation notation;
        private final OperandWriter operands;

        /** Whether to write NOT inside the next test: {@code x NOT IN}, {@code x IS NOT NULL}. */
        private boolean negated;

        private PredicateWriter(Notation notation) {
            this.notation = notation;
            this.operands = new OperandWriter(out, notation);
        }

        static String write(Predicate predicate, Notation notation) {
            PredicateWriter writer = new PredicateWriter(notation);
            predicate.accept(writer);
            return writer.out.toString();
        }

        @Override
        public StringBuilder and(And node) {
            return joined(node.operands(), " AND ", true);
        }

        @Override
        public StringBuilder or(Or node) {
            return joined(node.operands(), " OR ", false);
        }

        private StringBuilder joined(List<Predicate> operands, String link, boolean and) {
            for (int i = 0; i < operands.size(); i++) {
                out.append(i == 0 ? "" : link);
                Predicate operand = operands.get(i);
                // An AND within an AND keeps its brackets: different trees have different texts.
                boolean brackets = operand instanceof Or || (and && operand instanceof And);
                bracketed(operand, brackets);
            }
            return out;
        }

        private void bracketed(Predicate predicate, boolean brackets) {
            out.append(brackets ? "(" : "");
            predicate.accept(this);
            out.append(brackets ? ")" : "");
        }

        @Override
        public StringBuilder not(Not node) {
            Predicate operand = node.operand();
            if (operand instanceof Predicate.SingleOperand && !(operand instanceof Truth)) {
                negated = true;
                operand.accept(this);
            } else {
                out.append("NOT ");
                bracketed(operand, operand instanceof And || operand instanceof Or);
            }
            return out;
        }

        /** An operand and its test, with a NOT inside if requested. */
        private void test(Operand operand, String before, String after) {
            operand.accept(operands);
            out.append(' ').append(before).append(negated ? "NOT " : "").append(after);
            negated = false;
        }

        @Override
        public StringBuilder comparison(Comparison node) {
            node.left().accept(operands);
            out.append(' ').append(node.operator().symbol()).append(' ');
            return node.right().accept(operands);
        }

        @Override
        public StringBuilder between(Between node) {
            test(node.operand(), "", "BETWEEN ");
            out.append(notation.literal(node.low())).append(" AND ").append(notation.literal(node.high()));
            return out;
        }

        @Override
        public StringBuilder in(In node) {
            test(node.operand(), "", "IN (");
            out.append(notation.list(node.values())).append(')');
            return out;
        }

        @Override
        public StringBuilder like(Like node) {
            test(node.operand(), "", node.caseInsensitive() ? "ILIKE " : "LIKE ");
            out.append(notation.pattern(node.pattern()));
            return out;
        }

        @Override
        public StringBuilder isNull(IsNull node) {
            test(node.operand(), "IS ", "NULL");
            return out;
        }

        @Override
        public StringBuilder isTruth(IsTruth node) {
            test(node.operand(), "IS ", node.value() ? "TRUE" : "FALSE");
            return out;
        }

        @Override
        public StringBuilder isDistinctFrom(IsDistinctFrom node) {
            test(node.operand(), "IS ", "DISTINCT FROM ");
            out.append(notation.literal(node.value()));
            return out;
        }

        @Override
        public StringBuilder truth(Truth node) {
            return node.operand().accept(operands);
        }

        @Override
        public StringBuilder constant(Constant node) {
            out.append(
                    switch (node) {
                        case TRUE -> "TRUE";
                        case FALSE -> "FALSE";
                        case UNKNOWN -> "NULL";
                    });
            return out;
        }
    }
}
