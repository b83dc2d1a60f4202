package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TIME;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.MetricEstimate.Clamping.Outside;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several answers have. */
public final class CommonShapes {
    public static final Shape<TableName> TABLE = Shape.<TableName>of()
            .field("catalog", TEXT, TableName::catalog)
            .field("schema", TEXT, TableName::schema)
            .field("table", TEXT, TableName::table);

    public static final Shape<Interval> INTERVAL = Shape.<Interval>named("Interval")
            .field("low", NUMBER, Interval::low)
            .about("The value before noise is at least this, with the given confidence.")
            .field("high", NUMBER, Interval::high)
            .field("confidence", NUMBER, Interval::confidence);

    public static final Shape<NoisyCount> SIZE = Shape.<NoisyCount>named("Size")
            .field("approx_count", WHOLE.orNull(), NoisyCount::approxCount)
            .about("People, with noise; null if suppressed.")
            .field("suppressed", TRUTH, NoisyCount::suppressed)
            .about("True if too few people match to disclose a number.")
            .field("interval", INTERVAL.orNull(), NoisyCount::interval);

    public static final Shape<AppliedPolicy> APPLIED = Shape.<AppliedPolicy>named("Applied")
            .field("require", TEXT.orNull(), AppliedPolicy::require)
            .about("The condition that the data owner adds to every question.")
            .field("row_filter", TEXT.orNull(), AppliedPolicy::rowFilter)
            .about("The condition that limits the rows to those that the principal may see.")
            .field("partition", TEXT.orNull(), AppliedPolicy::partition)
            .about("The column that every question must filter on.");

    static final Shape<Outside> OUTSIDE = Shape.<Outside>named("Outside")
            .field("below", NUMBER, Outside::below)
            .about("The share of people whose value is below the lower bound.")
            .field("above", NUMBER, Outside::above);

    static final Shape<PrivacyStatement> PRIVACY = Shape.<PrivacyStatement>named("Privacy")
            .field("unit", TEXT, PrivacyStatement::unit)
            .about(
                    "What is counted and protected: the column that identifies a person, or row if each row is a person.")
            .field("class", TEXT, PrivacyStatement::callerClass)
            .field("cost", NUMBER, privacy -> privacy.cost().rho().value())
            .about("The charge for this answer in rho of zero-concentrated differential privacy; 0 if it is cached.")
            .field("budget_left", NUMBER, privacy -> privacy.budgetLeft().rho().value())
            .field("questions_left", WHOLE, PrivacyStatement::questionsLeft)
            .about("How many questions like this one the budget allows.")
            .field("epoch_ends", TIME, PrivacyStatement::epochEnds)
            .about("Until then, repeating the question gives the same answer and is free: an instant in UTC.")
            .field("delta", NUMBER, privacy -> privacy.cost().delta().value())
            .about("The delta that was charged, for answers that name values found in the data.")
            .when(CommonShapes::hasDelta)
            .jsonOnly()
            .field("delta_left", NUMBER, privacy -> privacy.budgetLeft().delta().value())
            .when(CommonShapes::hasDelta)
            .jsonOnly()
            .field("repeated", TRUTH, PrivacyStatement::repeated)
            .about("True if the answer was cached.");

    /** What a question is about. */
    static final Shape<ReleaseInfo> SUBJECT = Shape.<ReleaseInfo>of()
            .with(TABLE, ReleaseInfo::table)
            .field("predicate", TEXT.orNull(), ReleaseInfo::predicate)
            .about("The condition as it was written; null for everyone.");

    /** What every answer ends with that was charged. */
    static final Shape<ReleaseInfo> CHARGED = Shape.<ReleaseInfo>of()
            .optional("coarse", TRUTH, release -> release.coarse() ? true : null)
            .about("True if the interval is wider than the question asked for.")
            .field("privacy", PRIVACY, ReleaseInfo::privacy)
            .field("applied", APPLIED, ReleaseInfo::applied)
            .field("request_id", TEXT, ReleaseInfo::requestId)
            .field("elapsed_ms", WHOLE, ReleaseInfo::elapsedMs);

    /** The same, with the threshold of its many numbers. */
    static final Shape<ReleaseInfo> RELEASE = Shape.<ReleaseInfo>of()
            .field("below", WHOLE, ReleaseInfo::below)
            .about("Numbers below this are suppressed.")
            .with(CHARGED, release -> release);

    private CommonShapes() {}

    private static boolean hasDelta(PrivacyStatement privacy) {
        return !privacy.cost().delta().equals(Delta.ZERO);
    }

    static @Nullable List<Number> clampedTo(@Nullable Clamping clamping) {
        return clamping == null ? null : bounds(clamping.bounds());
    }

    static @Nullable Outside outside(@Nullable Clamping clamping) {
        return clamping == null ? null : clamping.outside();
    }

    /** Lower and upper bound, for a list of two numbers. */
    static @Nullable List<Number> bounds(@Nullable Bounds bounds) {
        return bounds == null ? null : List.of(plain(bounds.lower()), plain(bounds.upper()));
    }

    /** 20000 and not 20000.0, as people write bounds; but no rows of zeros for what is very large or very small. */
    private static Number plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return Math.abs(decimal.scale()) <= 15 ? decimal : (Number) value;
    }
}
