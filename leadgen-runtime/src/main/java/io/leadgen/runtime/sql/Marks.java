package io.leadgen.runtime.sql;

import io.leadgen.predicate.Predicate;
import java.util.ArrayList;
import java.util.List;

/** Which of several conditions rows and units meet, as bits: one for each condition, the first is the lowest. */
final class Marks {
    private final Conditions conditions;

    Marks(Conditions conditions) {
        this.conditions = conditions;
    }

    /** The marks of a row. */
    SqlFragment of(List<Predicate> predicates) {
        List<SqlFragment> marks = new ArrayList<>();
        for (Predicate predicate : predicates) {
            marks.add(SqlFragment.concat(
                    "CASE WHEN ", predicate.accept(conditions), " THEN " + (1 << marks.size()) + " ELSE 0 END"));
        }
        return SqlFragment.join(" + ", marks);
    }

    /** The first condition that a row does not meet; their number if it meets all. */
    SqlFragment firstMissing(List<Predicate> predicates) {
        SqlFragment first = SqlFragment.of("" + predicates.size());
        for (int i = predicates.size() - 1; i >= 0; i--) {
            first = SqlFragment.concat(
                    "CASE WHEN ", predicates.get(i).accept(conditions), " THEN ", first, " ELSE " + i + " END");
        }
        return first;
    }

    /**
     * The first condition that is not marked.
     *
     * @param marks the column of the marks
     * @param count how many conditions there are
     */
    static String firstMissing(String marks, int count) {
        StringBuilder first = new StringBuilder("CASE");
        for (int i = 0; i < count; i++) {
            int all = 1 << (i + 1);
            first.append(" WHEN MOD(" + marks + ", " + all + ") < " + (all - 1) + " THEN " + i);
        }
        return first.append(" ELSE " + count + " END").toString();
    }
}
