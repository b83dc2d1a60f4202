package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.MetricType;
import java.util.Map;

/** Whoever answers questions about {@link World#TABLE}, as an attacker sees it. Asked for as much precision as is on offer. */
public interface Oracle {

    /** How many people match? */
    OracleAnswer count(Principal who, String predicate);

    /** A metric of a column over the people who match. */
    OracleAnswer metric(Principal who, MetricType metric, String column, String predicate);

    /** How many people match, for each value of a column that is told. */
    Map<String, OracleAnswer> segments(Principal who, String column, String predicate);

    /** What the answers so far have cost; nothing where there is no budget. */
    Spending spent();
}
