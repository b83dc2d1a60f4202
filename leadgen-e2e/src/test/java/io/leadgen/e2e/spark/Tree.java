package io.leadgen.e2e.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A predicate in a form that says neither how it was written nor who read it. Two readers have read the same if their trees are
 * equal.
 *
 * <p>What is levelled out is only what at least one of the two trees does not record: brackets around a chain of one operator,
 * and, since Spark has no node for {@code <>} and {@code IS NOT …}, an even number of NOTs around a test that is never unknown.
 *
 * @param head the operator, or the whole of a leaf
 * @param parts operands, their order as written
 */
record Tree(String head, List<Tree> parts) {
    static final Tree TRUE = leaf("TRUE");
    static final Tree FALSE = leaf("FALSE");
    static final Tree NULL = leaf("NULL");

    static Tree leaf(String head) {
        return new Tree(head, List.of());
    }

    static Tree of(String head, Tree... parts) {
        return new Tree(head, List.of(parts));
    }

    static Tree and(List<Tree> operands) {
        return chain("and", operands);
    }

    static Tree or(List<Tree> operands) {
        return chain("or", operands);
    }

    private static Tree chain(String head, List<Tree> operands) {
        List<Tree> parts = new ArrayList<>();
        for (Tree operand : operands) {
            if (operand.head.equals(head)) {
                parts.addAll(operand.parts);
            } else {
                parts.add(operand);
            }
        }
        return new Tree(head, parts);
    }

    static Tree not(Tree operand) {
        if (operand.equals(TRUE)) {
            return FALSE;
        }
        if (operand.equals(FALSE)) {
            return TRUE;
        }
        boolean undone = operand.head.equals("not") && operand.parts.get(0).isNeverUnknown();
        return undone ? operand.parts.get(0) : of("not", operand);
    }

    private boolean isNeverUnknown() {
        return head.equals("is null") || head.equals("<=>");
    }

    static Tree isNull(Tree operand) {
        return of("is null", operand);
    }

    static Tree same(Tree operand, Tree value) {
        return value.equals(NULL) ? isNull(operand) : of("<=>", operand, value);
    }

    @Override
    public String toString() {
        return parts.isEmpty()
                ? head
                : parts.stream().map(Tree::toString).collect(Collectors.joining(" ", "(" + head + " ", ")"));
    }
}
