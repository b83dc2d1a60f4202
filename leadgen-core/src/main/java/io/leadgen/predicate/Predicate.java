package io.leadgen.predicate;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TypeFamily;
import java.util.List;

/**
 * A condition over the columns of one table, bound to their types, in three-valued logic: TRUE, FALSE or unknown (NULL). A
 * row belongs to an audience where the condition is TRUE.
 *
 * <p>Every node is total: no value of any row can make it raise, which is what keeps errors from telling about data. The set
 * of nodes is closed, and a {@link Visitor} has one method for each, so that a new node cannot be forgotten anywhere.
 * {@code NOT LIKE}, {@code IS NOT NULL} and the like are a {@link Not} around the positive node.
 */
public sealed interface Predicate {

    <R> R accept(Visitor<R> visitor);

    /** One method for each node; deliberately without default methods. */
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

    /** All hold; two operands or more. */
    record And(List<Predicate> operands) implements Predicate {
        public And {
            operands = Nodes.atLeast(2, operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** One at least holds; two operands or more. */
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

    /** How two values compare. Strings compare by code points, case-sensitive; NaN equals NaN and is the largest number. */
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

        /** Whether two known values compare so, given their order as of {@link java.util.Comparator}. */
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

        /** The operator that holds exactly when this one, of two known values, does not. */
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

        /** The operator that means the same with the operands exchanged. */
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

    /** {@code left op right}, of one type family, at least one side not a literal. */
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

    /** {@code operand BETWEEN low AND high}, both ends included; never TRUE when low is above high. */
    record Between(Operand operand, Literal low, Literal high) implements Predicate {
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

    /** {@code operand IN (values)}; one value at least, no NULL among them. */
    record In(Operand operand, List<Literal> values) implements Predicate {
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

    /** {@code operand LIKE pattern}, or ILIKE. Covers startswith, endswith and contains too. */
    record Like(Operand operand, LikePattern pattern, boolean caseInsensitive) implements Predicate {
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
    record IsNull(Operand operand) implements Predicate {
        public IsNull {
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isNull(this);
        }
    }

    /** {@code operand IS TRUE} or {@code IS FALSE}, of a boolean operand: TRUE or FALSE, never unknown. */
    record IsTruth(Operand operand, boolean value) implements Predicate {
        public IsTruth {
            Nodes.family(operand, TypeFamily.BOOLEAN);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isTruth(this);
        }
    }

    /** {@code operand IS DISTINCT FROM value}: as {@code <>}, but TRUE where the operand is NULL; never unknown. */
    record IsDistinctFrom(Operand operand, Literal value) implements Predicate {
        public IsDistinctFrom {
            Nodes.comparable(operand, value);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isDistinctFrom(this);
        }
    }

    /** A boolean operand that stands as a condition by itself. */
    record Truth(Operand operand) implements Predicate {
        public Truth {
            Nodes.family(operand, TypeFamily.BOOLEAN);
            Nodes.notLiteral(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(this);
        }
    }

    /** A condition that does not depend on the row. */
    enum Constant implements Predicate {
        TRUE,
        FALSE,
        /** Neither TRUE nor FALSE: what NULL is as a condition. */
        UNKNOWN;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }
}
