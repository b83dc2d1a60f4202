package io.leadgen.cli.answer.ask;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** An audience of the shell, after a step or when it is shown, in one line or two. */
public final class RefinementAnswer {
    private record Present(
            String table,
            @Nullable String predicate,
            @Nullable AudienceEstimate size) {}

    /** Its table has one column, with its whole name; the first two keep their place for programs that read a count. */
    private static final Shape<Present> PRESENT = Shape.<Present>of()
            .optional("catalog", TEXT, present -> null)
            .optional("schema", TEXT, present -> null)
            .field("table", TEXT, Present::table)
            .field("predicate", TEXT.orNull(), Present::predicate)
            .field(
                    "approx_count",
                    WHOLE.orNull(),
                    present -> present.size() == null ? null : present.size().approxCount())
            .field(
                    "suppressed",
                    TRUTH.orNull(),
                    present -> present.size() == null ? null : present.size().suppressed());

    private RefinementAnswer() {}

    /** A step whose size was asked; {@code before} is null if the size before it is not known. */
    public static Answer counted(AudienceEstimate after, @Nullable AudienceEstimate before) {
        return Answer.one(
                        EstimateShapes.COUNT,
                        after,
                        page -> page.sentence(PolicyFacts.joined(
                                page,
                                size(page, after) + change(after, before),
                                after.privacy().repeated()
                                        ? "free (cached)"
                                        : "cost "
                                                + Numerals.budget(
                                                        after.privacy().cost().rho()),
                                "left "
                                        + Numerals.budget(
                                                after.privacy().budgetLeft().rho()))))
                .as(Answer.Kind.suppressedIf(after.suppressed()));
    }

    public static Answer checked(PredicateCheck check) {
        return Answer.one(
                FreeShapes.CHECK,
                check,
                page -> page.sentence("not counted; count would cost at most " + Numerals.budget(check.costMost())));
    }

    public static Answer shown(String table, @Nullable String predicate, @Nullable AudienceEstimate size) {
        return Answer.one(
                PRESENT,
                new Present(table, predicate, size),
                page -> page.sentence(page.shown(table) + ": "
                        + (predicate == null ? "everyone" : page.condition(predicate))
                        + (size == null ? "" : ": " + size(page, size))));
    }

    public static Answer set(String name, String value) {
        return Answer.one(
                Shape.<String>of().field(name, TEXT, set -> set), value, page -> page.sentence(name + ": " + value));
    }

    private static String size(Page page, AudienceEstimate estimate) {
        String people = " " + PolicyFacts.people(estimate.privacy().unit());
        Long count = estimate.approxCount();
        if (count == null) {
            Integer below = estimate.below();
            return Sizes.tooFew(below == null ? 0 : below) + people;
        }
        return Sizes.of(BigDecimal.valueOf(count), estimate.interval(), page.theme()) + people;
    }

    /** From the two sizes as they were released, so it costs nothing more. */
    private static String change(AudienceEstimate after, @Nullable AudienceEstimate before) {
        Long now = after.approxCount();
        Long then = before == null ? null : before.approxCount();
        if (now == null || then == null || now.equals(then)) {
            return "";
        }
        long difference = now - then;
        String share = then == 0
                ? ""
                : " (" + (difference < 0 ? "-" : "+")
                        + Numerals.share(BigDecimal.valueOf(Math.abs(difference))
                                .divide(BigDecimal.valueOf(then), MathContext.DECIMAL32))
                        + ")";
        return ", " + Numerals.grouped(Math.abs(difference)) + (difference < 0 ? " fewer" : " more") + share;
    }
}
