package io.leadgen.cli.answer;

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
import io.leadgen.runtime.answer.CountDocument;
import io.leadgen.runtime.answer.ErrorDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report that was written: where it is, and all that it tells. */
public final class ReportAnswer {
    private static final Fields FIELDS = Fields.of(
            "catalog",
            "schema",
            "table",
            "predicate",
            "title",
            "file",
            "created",
            "size.approx_count",
            "size.suppressed",
            "size.interval.low",
            "size.interval.high",
            "size.interval.confidence",
            "answered",
            "refused",
            "cost",
            "delta",
            "budget_left",
            "request_id");

    private ReportAnswer() {}

    /**
     * An answer within a report.
     *
     * @param figure for people
     * @param document for programs, as the question's own command writes it
     */
    public record Told(Figure figure, Map<String, @Nullable Object> document, ReleaseInfo terms) {}

    /**
     * A part of a report: told, or refused with a reason, or not asked because the audience is too small.
     *
     * @param kind as the question's own command is called
     * @param about what it is about, in words that others chose
     * @param requestId of the question; null if it was not asked
     */
    public record Section(
            String kind,
            String about,
            @Nullable String requestId,
            @Nullable Told told,
            @Nullable LeadgenException refused) {

        public static Section told(String kind, String about, String requestId, Told told) {
            return new Section(kind, about, requestId, told, null);
        }

        public static Section refused(String kind, String about, String requestId, LeadgenException reason) {
            return new Section(kind, about, requestId, null, reason);
        }

        public static Section unasked(String kind, String about) {
            return new Section(kind, about, null, null, null);
        }
    }

    /**
     * A report.
     *
     * @param title of the page
     * @param file where it was written to
     * @param created when its numbers were asked
     */
    public record Written(String title, Path file, Instant created, AudienceEstimate size, List<Section> sections) {
        public Written {
            sections = List.copyOf(sections);
        }

        /** What all of it has cost, as far as it was answered. */
        PrivacyLoss cost() {
            return ReportAnswer.cost(size, sections);
        }
    }

    /** What the answers of a report have cost. */
    public static PrivacyLoss cost(AudienceEstimate size, List<Section> sections) {
        return statements(size, sections).map(PrivacyStatement::cost).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
    }

    /** On which terms the last answer of a report was given: with what was left behind it. */
    public static PrivacyStatement last(AudienceEstimate size, List<Section> sections) {
        return statements(size, sections).reduce(size.privacy(), (first, second) -> second);
    }

    private static Stream<PrivacyStatement> statements(AudienceEstimate size, List<Section> sections) {
        return Stream.concat(
                Stream.of(size.privacy()),
                sections.stream()
                        .map(Section::told)
                        .filter(Objects::nonNull)
                        .map(told -> told.terms().privacy()));
    }

    /** What is counted: people, unless nobody has said what a person is. */
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

    /** An amount of budget in words. */
    public static String amount(PrivacyLoss loss) {
        return Numerals.budget(loss.rho())
                + (loss.delta().equals(Delta.ZERO) ? "" : " and delta " + Numerals.chance(loss.delta()));
    }

    /** The answer; suppressed if the size is. */
    public static Answer of(Written report) {
        return Answer.one(
                document(report),
                FIELDS,
                page -> write(page, report),
                report.size().suppressed());
    }

    private static Map<String, @Nullable Object> document(Written report) {
        AudienceEstimate size = report.size();
        PrivacyLoss cost = report.cost();
        PrivacyLoss left = last(size, report.sections()).budgetLeft();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", size.table().catalog());
        tree.put("schema", size.table().schema());
        tree.put("table", size.table().table());
        tree.put("predicate", size.predicate());
        tree.put("title", report.title());
        tree.put("file", report.file().toString());
        tree.put("created", report.created());
        tree.put("size", CountDocument.of(size));
        tree.put(
                "sections",
                report.sections().stream().map(ReportAnswer::section).toList());
        tree.put("answered", count(report, "answered"));
        tree.put("refused", count(report, "refused"));
        tree.put("cost", cost.rho().value());
        if (!cost.delta().equals(Delta.ZERO)) {
            tree.put("delta", cost.delta().value());
        }
        tree.put("budget_left", left.rho().value());
        tree.put("request_id", size.requestId());
        return tree;
    }

    private static int count(Written report, String status) {
        return (int) report.sections().stream()
                .filter(section -> status(section).equals(status))
                .count();
    }

    private static String status(Section section) {
        return section.told() != null ? "answered" : section.refused() != null ? "refused" : "not_asked";
    }

    private static Map<String, @Nullable Object> section(Section section) {
        Told told = section.told();
        LeadgenException refused = section.refused();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("section", section.kind());
        tree.put("about", section.about());
        tree.put("status", status(section));
        tree.put("answer", told == null ? null : told.document());
        tree.put(
                "error",
                refused == null
                        ? null
                        : ErrorDocument.of(refused, section.requestId()).get("error"));
        tree.put("request_id", section.requestId());
        return tree;
    }

    private static void write(Page page, Written report) {
        AudienceEstimate size = report.size();
        page.headline(page.shown("written to " + report.file()));
        page.sentence(CountAnswer.subject(page, size.table().toString(), size.predicate()));
        page.gap();
        page.fact("size", words(page, size));
        List<String> told = new ArrayList<>();
        for (Section section : report.sections()) {
            if (section.told() != null) {
                told.add(section.kind() + " " + page.shown(section.about()));
            }
        }
        if (!told.isEmpty()) {
            page.fact("with", String.join("; ", told));
        }
        for (Section section : report.sections()) {
            LeadgenException refused = section.refused();
            if (refused != null) {
                page.fact(
                        "without",
                        section.kind() + " " + page.shown(section.about()) + ": "
                                + page.shown(String.valueOf(refused.getMessage())));
            }
        }
        if (size.suppressed() && !report.sections().isEmpty()) {
            page.fact("without", "all else: an audience this small is not broken down, and nothing was spent on it");
        }
        PolicyFacts.applied(page, size.applied());
        page.fact(
                "budget",
                "all of it cost " + amount(report.cost()) + "; "
                        + Numerals.budget(
                                last(size, report.sections()).budgetLeft().rho()) + " left (class "
                        + page.shown(size.privacy().callerClass()) + ")");
        PolicyFacts.request(page, size.requestId());
    }

    private static String words(Page page, AudienceEstimate size) {
        Long count = size.approxCount();
        return size(size)
                + (count == null || size.interval() == null
                        ? ""
                        : " " + page.theme().plusMinus() + " "
                                + Numerals.grouped(
                                        Sizes.halfWidth(java.math.BigDecimal.valueOf(count), size.interval())))
                + " " + people(size);
    }
}
