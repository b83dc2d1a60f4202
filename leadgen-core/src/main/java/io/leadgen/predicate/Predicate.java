package io.leadgen.predicate;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TypeFamily;
import java.util.List;

/**
 * A predicate on the columns of one table, bound to their types, in three-valued logic: TRUE, FALSE or unknown (NULL). It selects
 * the rows for which it is TRUE.
 *
 * <p>Every node is total: no value of any row can cause an error, so errors cannot disclose data. The set of nodes is closed, and
 * a {@link Visitor} has one method for each, so the compiler finds every place that must handle a new node. {@code NOT LIKE},
 * {@code IS NOT NULL} and the like are a {@link Not} around the positive node. Constructors throw {@link
 * IllegalArgumentException} if types do not fit.
 */
public sealed interface Predicate {

    <R> R accept(Visitor<R> visitor);

    /** One method for each node, and deliberately no default methods. */
    interface Visitor<R> {
        R and(And node);

        R or(Or node);

        R not(Not node);

        R comparison(Comparison node);

        R between(Between node);

        R in(In node);

        R like(Like node);

        R isNull(IsNull node);

        R isTruth(IsTruth node);

        R isDistinctFrom(IsDistinctFrom node);

        R truth(Truth node);

        R constant(Constant node);
    }

    /** Holds if all operands hold. Two or more operands. */
    record And(List<Predicate> operands) implements Predicate {
        public And {
            operands = Nodes.atLeast(2, operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** Holds if at least one operand holds. Two or more operands. */
    record Or(List<Predicate> operands) implements Predicate {
        public Or {
            operands = Nodes.atLeast(2, operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** TRUE for FALSE, FALSE for TRUE, unknown for unknown. */
    record Not(Predicate operand) implements Predicate {
        public Not {
            requireNonNull(operand, "operand");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Comparison operators. Strings compare by code points, case-sensitive; NaN equals NaN and is the largest number. */
    enum ComparisonOperator {
        EQ("="),
        NE("<>"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String symbol;

        ComparisonOperator(String symbol) {
            this.symbol = symbol;
        }

        /** The operator in SQL, the same in every dialect. */
        public String symbol() {
            return symbol;
        }

        /** Whether the comparison holds for two values with this {@link java.util.Comparator} result. */
        public boolean holds(int order) {
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }

        /** The operator that holds for two values exactly if this one does not. */
        public ComparisonOperator negated() {
            return switch (this) {
                case EQ -> NE;
                case NE -> EQ;
                case LT -> GE;
                case LE -> GT;
                case GT -> LE;
                case GE -> LT;
            };
        }

        /** The operator that means the same with swapped operands. */
        public ComparisonOperator mirrored() {
            return switch (this) {
                case EQ, NE -> this;
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
            };
        }
    }

    /** A test of one operand. */
    sealed interface SingleOperand extends Predicate {
        Operand operand();
    }

    /** {@code left op right}: one type family, and at most one literal. */
    record Comparison(ComparisonOperator operator, Operand left, Operand right) implements Predicate {
        public Comparison {
            requireNonNull(operator, "operator");
            Nodes.comparable(left, right);
            if (left instanceof Literal && right instanceof Literal) {
                throw new IllegalArgumentException("two literals are a constant");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** {@code operand BETWEEN low AND high}, both ends included. Never TRUE if low is greater than high. */
    record Between(Operand operand, Literal low, Literal high) implements SingleOperand {
        public Between {
            Nodes.comparable(operand, low);
            Nodes.comparable(operand, high);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    /** {@code operand IN (values)}: at least one value, and no NULL. */
    record In(Operand operand, List<Literal> values) implements SingleOperand {
        public In {
            Nodes.notLiteral(operand);
            values = Nodes.atLeast(1, values);
            for (Literal value : values) {
                Nodes.comparable(operand, value);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** {@code operand LIKE pattern}, or ILIKE. Includes startswith, endswith and contains. */
    record Like(Operand operand, LikePattern pattern, boolean caseInsensitive) implements SingleOperand {
        public Like {
            requireNonNull(pattern, "pattern");
            Nodes.family(operand, TypeFamily.STRING);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.like(this);
        }
    }

    /** {@code operand IS NULL}: TRUE or FALSE, never unknown. */
    record IsNull(Operand operand) implements SingleOperand {
        public IsNull {
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isNull(this);
        }
    }

    /** {@code operand IS TRUE} or {@code IS FALSE}, of a boolean operand: TRUE or FALSE, never unknown. */
    record IsTruth(Operand operand, boolean value) implements SingleOperand {
        public IsTruth {
            Nodes.family(operand, TypeFamily.BOOLEAN);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isTruth(this);
        }
    }

    /** {@code operand IS DISTINCT FROM value}: like {@code <>}, but TRUE if the operand is NULL. Never unknown. */
    record IsDistinctFrom(Operand operand, Literal value) implements SingleOperand {
        public IsDistinctFrom {
            Nodes.comparable(operand, value);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isDistinctFrom(this);
        }
    }

    /** A boolean operand that is used alone. */
    record Truth(Operand operand) implements SingleOperand {
        public Truth {
            Nodes.family(operand, TypeFamily.BOOLEAN);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /** A predicate that does not depend on the row. */
    enum Constant implements Predicate {
        TRUE,
        FALSE,
        /** Neither TRUE nor FALSE: NULL as a predicate. */
        UNKNOWN;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }
}
