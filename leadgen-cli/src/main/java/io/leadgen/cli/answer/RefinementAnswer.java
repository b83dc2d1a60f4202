package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.answer.CheckDocument;
import io.leadgen.runtime.answer.CountDocument;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An audience of the shell, after a step or whenever it is shown, in one line or two. */
public final class RefinementAnswer {
    private static final Fields STEP =
            Fields.of("catalog", "schema", "table", "predicate", "approx_count", "suppressed");
    private static final Fields SETTING = Fields.of("sizes");

    private RefinementAnswer() {}

    /**
     * A step whose size was asked.
     *
     * @param before the size before the step, or null if it is not known
     */
    public static Answer counted(AudienceEstimate after, @Nullable AudienceEstimate before) {
        Rho cost = after.privacy().cost().rho();
        String paid = after.privacy().repeated() ? "free" : "cost " + Numerals.budget(cost);
        return Answer.one(
                CountDocument.of(after),
                CountAnswer.FIELDS,
                page -> page.sentence(size(page, after) + change(after, before) + "; " + paid + ", "
                        + Numerals.budget(after.privacy().budgetLeft().rho()) + " left"),
                after.suppressed());
    }

    /** A step whose size was not asked. */
    public static Answer checked(PredicateCheck check) {
        return Answer.one(
                CheckDocument.of(check),
                CheckAnswer.FIELDS,
                page -> page.sentence(
                        "not counted; count would cost " + Numerals.budget(check.costMost()) + " at most"),
                false);
    }

    /** The audience as it is. */
    public static Answer shown(String table, @Nullable String predicate, @Nullable AudienceEstimate size) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("table", table);
        document.put("predicate", predicate);
        document.put("approx_count", size == null ? null : size.approxCount());
        document.put("suppressed", size == null ? null : size.suppressed());
        return Answer.one(
                document,
                STEP,
                page -> page.sentence(page.shown(table) + ": "
                        + (predicate == null ? "everyone" : page.condition(predicate))
                        + (size == null ? "" : ": " + size(page, size))),
                false);
    }

    /** Something that was set. */
    public static Answer set(String name, String value) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(name, value);
        return Answer.one(document, SETTING, page -> page.sentence(name + ": " + value), false);
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

    /** From the two sizes as they were told, so it costs nothing more. */
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
                                .divide(BigDecimal.valueOf(then), java.math.MathContext.DECIMAL32))
                        + ")";
        return ", " + Numerals.grouped(Math.abs(difference)) + (difference < 0 ? " fewer" : " more") + share;
    }
}
