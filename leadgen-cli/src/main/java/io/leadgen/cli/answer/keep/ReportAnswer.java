package io.leadgen.cli.answer.keep;

import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.BreakdownShapes;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.ErrorShape;
import io.leadgen.runtime.answer.ErrorShape.Problem;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.Scalars;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.answer.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report that was written: where it is, and all that it shows. */
public final class ReportAnswer {
    private static final Shape<Section> SECTION = Shape.<Section>of()
            .field("section", Type.words(List.of("funnel", "segment", "trend", "profile")), Section::kind)
            .field("about", TEXT, Section::about)
            .field("status", Type.words(List.of("answered", "refused", "not_asked")), ReportAnswer::status)
            .field(
                    "answer",
                    Type.oneOf(
                                    BreakdownShapes.FUNNEL,
                                    BreakdownShapes.SEGMENTS,
                                    BreakdownShapes.TREND,
                                    BreakdownShapes.PROFILE)
                            .orNull(),
                    section -> section.answered() == null
                            ? null
                            : section.answered().document())
            .field("error", ErrorShape.PROBLEM.orNull(), Section::problem)
            .field("request_id", TEXT.orNull(), Section::requestId);

    public static final Shape<Written> SHAPE = Shape.<Written>named("Report")
            .with(CommonShapes.TABLE, report -> report.size().table())
            .field("predicate", TEXT.orNull(), report -> report.size().predicate())
            .field("title", TEXT, Written::title)
            .field("file", TEXT, report -> report.file().toString())
            .field("created", Scalars.TIME, Written::created)
            .field("size", EstimateShapes.COUNT.withColumns("approx_count", "suppressed", "interval"), Written::size)
            .field("sections", listOf(SECTION), report -> report.results().sections())
            .field("answered", WHOLE, report -> count(report, "answered"))
            .field("refused", WHOLE, report -> count(report, "refused"))
            .field("cost", NUMBER, report -> report.cost().rho().value())
            .about("The charge for the whole report.")
            .field("delta", NUMBER, report -> report.cost().delta().value())
            .when(report -> !report.cost().delta().equals(Delta.ZERO))
            .field(
                    "budget_left",
                    NUMBER,
                    report -> report.results().last().budgetLeft().rho().value())
            .field("guarantee", FreeShapes.BUDGET, report -> report.results().budget())
            .jsonOnly()
            .about("What is guaranteed to one person, whatever the budgets are spent on.")
            .field("request_id", TEXT, report -> report.size().requestId());

    private ReportAnswer() {}

    /**
     * An answer within a report.
     *
     * @param figure for people
     * @param document for programs, as the question's own command writes it
     */
    public record Answered(Figure figure, Map<String, @Nullable Object> document, ReleaseInfo terms) {}

    /**
     * A part of a report: answered, or refused with a reason, or not asked because the audience is too small.
     *
     * @param kind as the question's own command is called
     * @param about what it is about, in words that others chose
     * @param requestId of the question; null if it was not asked
     */
    public record Section(
            String kind,
            String about,
            @Nullable String requestId,
            @Nullable Answered answered,
            @Nullable LeadgenException refused) {

        private @Nullable Problem problem() {
            return refused == null ? null : new Problem(refused, refused.hint(), requestId);
        }

        public static Section answered(String kind, String about, String requestId, Answered answered) {
            return new Section(kind, about, requestId, answered, null);
        }

        public static Section refused(String kind, String about, String requestId, LeadgenException reason) {
            return new Section(kind, about, requestId, null, reason);
        }

        public static Section unasked(String kind, String about) {
            return new Section(kind, about, null, null, null);
        }
    }

    /**
     * The answers of a report.
     *
     * @param size how large the audience is
     * @param sections one for each part of the plan, in its order
     * @param budget what is guaranteed, and what is left of the budgets after the last answer
     */
    public record Results(AudienceEstimate size, List<Section> sections, BudgetStatement budget) {

        public PrivacyLoss cost() {
            return statements().map(PrivacyStatement::cost).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
        }

        /** The budget after the last answer. */
        public PrivacyStatement last() {
            return statements().reduce(size.privacy(), (first, second) -> second);
        }

        private Stream<PrivacyStatement> statements() {
            return Stream.concat(
                    Stream.of(size.privacy()),
                    sections.stream()
                            .map(Section::answered)
                            .filter(Objects::nonNull)
                            .map(answered -> answered.terms().privacy()));
        }
    }

    /**
     * A report.
     *
     * @param title of the page
     * @param file where it was written to
     * @param created when its numbers were asked
     */
    public record Written(String title, Path file, Instant created, Results results) {
        private AudienceEstimate size() {
            return results.size();
        }

        private PrivacyLoss cost() {
            return results.cost();
        }
    }

    /** What is counted: people, unless the policy does not say what a person is. */
    public static String people(AudienceEstimate size) {
        return PolicyFacts.people(size.privacy().unit());
    }

    /** What is true of all numbers of a report, and is said once. */
    public static List<Fact> facts(AudienceEstimate size) {
        Page page = new Page(Theme.OF_FILES);
        ReleaseInfo terms = new ReleaseInfo(
                size.table(),
                size.predicate(),
                0,
                size.coarse(),
                size.privacy(),
                size.applied(),
                size.requestId(),
                size.elapsedMs());
        PolicyFacts.figure(page, terms);
        return page.facts();
    }

    /** The size in words: {@code 15,010}, or that there are too few. */
    public static String size(AudienceEstimate size) {
        Long count = size.approxCount();
        return count == null ? Sizes.tooFew(Objects.requireNonNullElse(size.below(), 0)) : Numerals.grouped(count);
    }

    public static Answer of(Written report) {
        return Answer.one(SHAPE, report, page -> write(page, report))
                .as(Answer.Kind.suppressedIf(report.size().suppressed()));
    }

    private static int count(Written report, String status) {
        return (int) report.results().sections().stream()
                .filter(section -> status(section).equals(status))
                .count();
    }

    private static String status(Section section) {
        return section.answered() != null ? "answered" : section.refused() != null ? "refused" : "not_asked";
    }

    private static void write(Page page, Written report) {
        AudienceEstimate size = report.size();
        page.headline(page.shown("written to " + report.file()));
        page.sentence(PolicyFacts.subject(page, size.table().toString(), size.predicate()));
        page.gap();
        page.fact("size", words(page, size));
        List<String> answered = new ArrayList<>();
        for (Section section : report.results().sections()) {
            if (section.answered() != null) {
                answered.add(section.kind() + " " + page.shown(section.about()));
            }
        }
        if (!answered.isEmpty()) {
            page.fact("sections", String.join("; ", answered));
        }
        for (Section section : report.results().sections()) {
            LeadgenException refused = section.refused();
            if (refused != null) {
                page.fact(
                        "left out",
                        section.kind() + " " + page.shown(section.about()) + ": "
                                + page.shown(String.valueOf(refused.getMessage())));
            }
        }
        if (size.suppressed() && !report.results().sections().isEmpty()) {
            page.fact(
                    "left out",
                    "all other sections: the audience is too small to break down. No budget was spent on them.");
        }
        PolicyFacts.applied(page, size.applied());
        page.fact(
                "budget",
                PolicyFacts.joined(
                        page,
                        "cost " + PolicyFacts.amount(report.cost()),
                        "left "
                                + Numerals.budget(
                                        report.results().last().budgetLeft().rho()),
                        "class " + page.shown(size.privacy().callerClass())));
        PolicyFacts.request(page, size.requestId());
    }

    private static String words(Page page, AudienceEstimate size) {
        Long count = size.approxCount();
        String number = count == null ? size(size) : Sizes.of(BigDecimal.valueOf(count), size.interval(), page.theme());
        return number + " " + people(size);
    }
}
