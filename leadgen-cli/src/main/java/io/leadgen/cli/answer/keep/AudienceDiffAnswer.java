package io.leadgen.cli.answer.keep;

import static io.leadgen.runtime.answer.Scalars.OPEN;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;
import static java.util.Objects.requireNonNull;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.audiences.PredicateDifference;
import io.leadgen.runtime.audiences.SavedAudience;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one saved audience differs from another. */
public final class AudienceDiffAnswer {
    private static final Shape<SavedAudience> SIDE = Shape.<SavedAudience>of()
            .field("name", TEXT, audience -> audience.reference().name())
            .field("version", WHOLE, SavedAudience::version)
            .field("predicate", TEXT, SavedAudience::predicate);

    private static final Shape<PredicateDifference> CONDITION = Shape.<PredicateDifference>of()
            .field("same", TRUTH, PredicateDifference::same)
            .about("True if the two are known to select the same people.")
            .field("only_first", listOf(TEXT), PredicateDifference::onlyFirst)
            .about("Parts of the first condition, joined by AND, that the second does not have.")
            .field("only_second", listOf(TEXT), PredicateDifference::onlySecond)
            .field("both", listOf(TEXT), PredicateDifference::both);

    /** Two audiences; {@code size} is null if their sizes were not asked. */
    public record Compared(
            SavedAudience first,
            SavedAudience second,
            PredicateDifference condition,
            @Nullable AudienceComparison size,
            String requestId) {
        private AudienceComparison known() {
            return requireNonNull(size);
        }
    }

    private static final Shape<Compared> COMPARED = Shape.<Compared>of()
            .with(CommonShapes.TABLE, compared -> compared.first().table())
            .field("first", SIDE, Compared::first)
            .field("second", SIDE, Compared::second)
            .field("condition", CONDITION, Compared::condition);

    public static final Shape<Compared> SIZED = COMPARED.with(EstimateShapes.COMPARISON, Compared::known);

    public static final Shape<Compared> UNSIZED =
            COMPARED.field("size", OPEN.orNull(), compared -> null).field("request_id", TEXT, Compared::requestId);

    private AudienceDiffAnswer() {}

    /** The answer; suppressed if sizes were asked and both are. The size is null if it was not asked. */
    public static Answer of(
            SavedAudience first,
            SavedAudience second,
            PredicateDifference condition,
            @Nullable AudienceComparison size,
            String requestId) {
        Compared compared = new Compared(first, second, condition, size, requestId);
        return Answer.one(size == null ? UNSIZED : SIZED, compared, page -> write(page, compared))
                .with(SIZED.columns())
                .as(Answer.Kind.suppressedIf(size != null
                        && size.first().suppressed()
                        && size.second().suppressed()));
    }

    private static void write(Page page, Compared compared) {
        SavedAudience first = compared.first();
        SavedAudience second = compared.second();
        PredicateDifference condition = compared.condition();
        AudienceComparison size = compared.size();
        String names = first.reference() + " and " + second.reference();
        page.headline(
                size == null
                        ? condition.same() ? names + " select the same people" : names + " differ"
                        : headline(page, first, second, size));
        page.sentence(PolicyFacts.subject(page, first.table().toString(), null));
        page.gap();
        if (condition.same()) {
            page.sentence("The two conditions are equivalent. No query was run and no budget spent.");
        }
        parts(page, "- ", condition.onlyFirst());
        parts(page, "+ ", condition.onlySecond());
        parts(page, "  ", condition.both());
        if (condition.onlyFirst().isEmpty()
                && condition.onlySecond().isEmpty()
                && condition.both().isEmpty()) {
            page.sentence("  everyone");
        }
        page.gap();
        if (size == null) {
            PolicyFacts.request(page, compared.requestId());
        } else {
            sizes(page, first, second, size);
        }
    }

    private static String headline(Page page, SavedAudience first, SavedAudience second, AudienceComparison size) {
        String people = PolicyFacts.people(size.terms().privacy().unit());
        AudienceComparison.Difference difference = size.difference();
        if (difference == null) {
            return first.reference() + " and " + second.reference() + ": too few " + people + " to show a difference";
        }
        BigDecimal count = BigDecimal.valueOf(difference.count());
        String sign = difference.count() > 0 ? "+" : "";
        return sign + Sizes.of(count, difference.interval(), page.theme()) + " " + people + " from " + first.reference()
                + " to " + second.reference();
    }

    private static void parts(Page page, String mark, List<String> parts) {
        parts.forEach(part -> page.sentence(mark + page.shown(part)));
    }

    private static void sizes(Page page, SavedAudience first, SavedAudience second, AudienceComparison size) {
        int below = size.terms().below();
        List<NoisyCount> counts =
                List.of(size.first(), size.second(), size.onlyFirst(), size.onlySecond(), size.both());
        List<String> shown = Sizes.aligned(counts, below, page.theme());
        TextTable table = new TextTable(
                List.of("", PolicyFacts.people(size.terms().privacy().unit())));
        List<String> labels = List.of(
                "in " + first.reference(),
                "in " + second.reference(),
                "left (only in " + first.reference() + ")",
                "joined (only in " + second.reference() + ")",
                "stayed (in both)");
        for (int i = 0; i < labels.size(); i++) {
            table.row(List.of(labels.get(i), shown.get(i)));
        }
        page.table(table);
        page.gap();
        PolicyFacts.suppressed(page, counts, below);
        PolicyFacts.release(page, size.terms());
    }
}
