package io.leadgen.cli.report;

import io.leadgen.audience.BudgetStatement.Account;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportAnswer.Answered;
import io.leadgen.cli.answer.keep.ReportAnswer.Results;
import io.leadgen.cli.answer.keep.ReportAnswer.Section;
import io.leadgen.cli.answer.operate.BudgetAnswer;
import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.figure.file.HtmlFigure;
import io.leadgen.question.answer.PrivacyStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The part of a report's page about its noise and its price. */
record PrivacySection(Results report) {
    /** Facts that sentences of the page already say. */
    private static final Set<String> SAID_ABOVE = Set.of("interval", "privacy");

    Element html() {
        PrivacyStatement last = report.last();
        Element section = ReportPage.section("privacy", "What the numbers mean")
                .add(Element.of(
                        "p",
                        "Every number here has random noise of a known size (differential privacy). The noise hides"
                                + " whether any single person is in the data: with or without that person's rows, this page"
                                + " could look the same. For large audiences the noise hardly matters; the interval shows"
                                + " how much."))
                .add(Element.of(
                        "p",
                        "± and the intervals contain the number before noise with 95 % confidence. They cover the noise"
                                + " alone, not errors in the data. Numbers below " + below()
                                + " are suppressed and shown as “fewer than”."))
                .written(HtmlFigure.facts(facts(last)));
        return section.add(ReportPage.scrolled(
                "The cost of each section",
                ReportPage.table(
                        "cost of each section, in privacy budget",
                        List.of("section", "cost", "cached until", "request"),
                        1,
                        costs())));
    }

    private String below() {
        return report.sections().stream()
                .map(Section::answered)
                .filter(answered -> answered != null)
                .map(answered -> String.valueOf(answered.terms().below()))
                .findFirst()
                .orElse(
                        report.size().below() == null
                                ? "the threshold of the class"
                                : String.valueOf(report.size().below()));
    }

    private List<Fact> facts(PrivacyStatement last) {
        List<Fact> facts = new ArrayList<>(ReportAnswer.facts(report.size()));
        facts.removeIf(fact -> SAID_ABOVE.contains(fact.label()));
        facts.add(new Fact("class", last.callerClass() + " (how far the principal is trusted)"));
        facts.add(new Fact("cost", PolicyFacts.amount(report.cost()) + " for the whole report"));
        facts.add(new Fact("left", PolicyFacts.amount(last.budgetLeft()) + " of the principal, on this table"));
        facts.add(new Fact(
                "guarantee",
                "one principal who spends their whole budget"
                        + BudgetAnswer.guarantee(report.budget().principal())));
        Account everyone = report.budget().table();
        if (everyone != null) {
            facts.add(new Fact(
                    "for all",
                    "anyone who knows all that the principals of this class can ask"
                            + BudgetAnswer.guarantee(everyone)));
        }
        facts.add(new Fact(
                "more", "leadgen guarantee says the same of every class, of longer times and of several tables"));
        facts.add(new Fact("repeated", "the same question is free until the time below"));
        if (report.sections().stream().anyMatch(section -> section.refused() != null)) {
            facts.add(new Fact("unanswered", "a section that failed after its start may have cost 1/256 of its price"));
        }
        return facts;
    }

    private List<List<String>> costs() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Size", report.size().privacy(), report.size().requestId()));
        for (Section section : report.sections()) {
            Answered answered = section.answered();
            String id = section.requestId() == null ? "" : section.requestId();
            rows.add(
                    answered == null
                            ? List.of(
                                    ReportPage.heading(section),
                                    section.refused() == null ? "not asked" : "not answered",
                                    "",
                                    id)
                            : row(ReportPage.heading(section), answered.terms().privacy(), id));
        }
        return rows;
    }

    private static List<String> row(String name, PrivacyStatement privacy, String requestId) {
        return List.of(
                name,
                privacy.repeated() ? "free (repeated)" : PolicyFacts.amount(privacy.cost()),
                ReportPage.MINUTE.format(privacy.epochEnds()),
                requestId);
    }
}
