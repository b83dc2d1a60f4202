package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import org.jspecify.annotations.Nullable;

/**
 * Counts the people who match a predicate. By default everyone, at {@link Precision#DEFAULT}.
 *
 * @param predicate the predicate, or null for everyone
 */
public record Count(TableName table, @Nullable String predicate, Precision precision)
        implements Question<AudienceEstimate> {
    public Count {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
    }

    public static Count of(TableName table) {
        return new Count(table, null, Precision.DEFAULT);
    }

    /** Restricts the question to people who match a predicate; null for everyone. */
    public Count where(@Nullable String where) {
        return new Count(table, where, precision);
    }

    public Count precision(Precision wanted) {
        return new Count(table, predicate, wanted);
    }

    @Override
    public String kind() {
        return "count";
    }

    @Override
    public Plan<AudienceEstimate> plan(QuestionCompiler compiler) {
        CompiledQuestion question = compiler.compile(predicate);
        return Plan.OneScan.counting(question, precision, answered -> estimate(predicate, answered));
    }

    static AudienceEstimate estimate(@Nullable String predicate, Plan.Answered answered) {
        ReleaseInfo info = answered.info();
        NoisyCount count = NoisyCount.of(answered.release().cell().count(), answered.callerClass());
        return new AudienceEstimate(
                info.table(),
                count.approxCount(),
                predicate,
                count.suppressed(),
                count.suppressed() ? info.below() : null,
                count.interval(),
                info.coarse(),
                info.privacy(),
                info.applied(),
                info.requestId(),
                info.elapsedMs());
    }
}
