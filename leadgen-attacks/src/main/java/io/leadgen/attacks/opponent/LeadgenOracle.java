package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.Count;
import io.leadgen.question.Counts;
import io.leadgen.question.Metric;
import io.leadgen.question.Segments;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The product, asked in every way that a caller has. Safe for use by several threads. */
public final class LeadgenOracle implements Oracle {
    private final AudienceService audience;
    private final Account account;
    private final AtomicLong requests = new AtomicLong();

    LeadgenOracle(AudienceService audience, Account account) {
        this.audience = audience;
        this.account = account;
    }

    /** Adds up the cost of noise that was drawn. An answer without a scan is a stored one and discloses nothing new. */
    static final class Account implements AuditSink {
        private Spending spent = Spending.NONE;

        @Override
        public synchronized void record(AuditEvent event) {
            if (event.scans() > 0) {
                boolean quantile = Set.of("metric min", "metric max").contains(event.question());
                spent = spent.plus(event.cost(), quantile);
            }
        }

        synchronized Spending spent() {
            return spent;
        }
    }

    /** For questions that only the product has. */
    public AudienceService audience() {
        return audience;
    }

    @Override
    public OracleAnswer count(Principal who, String predicate) {
        return unlessRefused(() -> {
            AudienceEstimate estimate =
                    audience.ask(Count.of(World.TABLE).where(predicate).precision(Precision.MAX), context(who));
            return value(estimate.approxCount(), estimate.coarse());
        });
    }

    @Override
    public List<OracleAnswer> counts(Principal who, List<String> predicates) {
        Counts question = Counts.of(World.TABLE, predicates).precision(Precision.MAX);
        try {
            return audience.ask(question, context(who)).stream()
                    .map(estimate -> value(estimate.approxCount(), estimate.coarse()))
                    .toList();
        } catch (LeadgenException e) {
            return Collections.nCopies(predicates.size(), new OracleAnswer.Refused(e.code()));
        }
    }

    @Override
    public OracleAnswer metric(Principal who, MetricType metric, String column, String predicate) {
        Metric question =
                Metric.of(World.TABLE, metric, column).where(predicate).precision(Precision.MAX);
        return unlessRefused(() -> {
            MetricEstimate estimate = audience.ask(question, context(who));
            return value(estimate.metricValue(), estimate.coarse());
        });
    }

    private static OracleAnswer unlessRefused(Supplier<OracleAnswer> question) {
        try {
            return question.get();
        } catch (LeadgenException e) {
            return new OracleAnswer.Refused(e.code());
        }
    }

    private static OracleAnswer value(@Nullable Number number, boolean coarse) {
        return number == null ? new OracleAnswer.Suppressed() : new OracleAnswer.Value(number.doubleValue(), coarse);
    }

    @Override
    public Map<String, OracleAnswer> segments(Principal who, String column, String predicate) {
        Map<String, OracleAnswer> cells = new LinkedHashMap<>();
        try {
            Segments question =
                    Segments.of(World.TABLE, column).where(predicate).precision(Precision.MAX);
            AudienceSegments answer = audience.ask(question, context(who));
            for (AudienceSegments.Segment segment : answer.segments()) {
                cells.put(
                        String.valueOf(segment.key().get(column)),
                        value(segment.size().approxCount(), answer.terms().coarse()));
            }
        } catch (LeadgenException e) {
            cells.put(column, new OracleAnswer.Refused(e.code()));
        }
        return cells;
    }

    /** Another request id for every question. */
    public RequestContext context(Principal who) {
        return new RequestContext(who, "attack-" + requests.incrementAndGet(), new Cancellation());
    }

    @Override
    public Spending spent() {
        return account.spent();
    }
}
