package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.MetricType;
import java.util.List;
import java.util.Map;

/** Answers questions about {@link World#TABLE}, as an attacker sees it, with the highest precision on offer. */
public interface Oracle {

    OracleAnswer count(Principal who, String predicate);

    /** Several counts in one call, in the order of their predicates. */
    List<OracleAnswer> counts(Principal who, List<String> predicates);

    OracleAnswer metric(Principal who, MetricType metric, String column, String predicate);

    /** The number of people who match, for each value of a column that is disclosed. */
    Map<String, OracleAnswer> segments(Principal who, String column, String predicate);

    /** What the answers so far have cost; nothing where there is no budget. */
    Spending spent();
}
