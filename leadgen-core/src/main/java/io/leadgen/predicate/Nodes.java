package io.leadgen.predicate;

import io.leadgen.catalog.TypeFamily;
import java.util.List;

/** What every node checks in its constructor. */
final class Nodes {
    private Nodes() {}

    static <T> List<T> atLeast(int count, List<T> operands) {
        if (operands.size() < count) {
            throw new IllegalArgumentException("too few operands");
        }
        return List.copyOf(operands);
    }

    static void family(Operand operand, TypeFamily family) {
        if (operand.family() != family) {
            throw new IllegalArgumentException("an operand of family " + operand.family());
        }
    }

    static void notLiteral(Operand operand) {
        if (operand instanceof Literal) {
            throw new IllegalArgumentException("a literal where a column is needed");
        }
    }

    /**
     * Requires one family on both sides; a numeric literal fits both number families. An exact column is never compared with an
     * approximate one: engines disagree about their order near 2^53.
     */
    static void comparable(Operand left, Operand right) {
        TypeFamily one = left.family();
        TypeFamily other = right.family();
        boolean numberLiteral = one.isNumber()
                && other.isNumber()
                && (left instanceof Literal.Number || right instanceof Literal.Number);
        if (one == TypeFamily.OTHER || (one != other && !numberLiteral)) {
            throw new IllegalArgumentException("operands of families " + one + " and " + other);
        }
    }
}
