package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.question.answer.PredicateCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report would ask, and what that would cost. */
public final class ReportPlanAnswer {
    private static final Fields FIELDS = Fields.of("section", "about", "cost.least", "cost.most", "delta");

    private ReportPlanAnswer() {}

    /**
     * A question that would be asked.
     *
     * @param kind as its own command is called
     * @param about what it is about
     */
    public record Planned(String kind, String about, PrivacyLoss least, PrivacyLoss most) {}

    /**
     * The answer.
     *
     * @param questions in their order, the size first
     */
    public static Answer of(PredicateCheck check, List<Planned> questions) {
        Map<String, @Nullable Object> document = document(check, questions);
        return Answer.list(
                document, Answer.records(document, "sections"), FIELDS, page -> write(page, check, questions));
    }

    private static PrivacyLoss most(List<Planned> questions) {
        return questions.stream().map(Planned::most).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
    }

    private static PrivacyLoss least(List<Planned> questions) {
        return questions.stream().map(Planned::least).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
    }

    private static Map<String, @Nullable Object> document(PredicateCheck check, List<Planned> questions) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", check.table().catalog());
        tree.put("schema", check.table().schema());
        tree.put("table", check.table().table());
        tree.put("predicate", check.predicate());
        List<Map<String, @Nullable Object>> sections = new ArrayList<>();
        for (Planned question : questions) {
            Map<String, @Nullable Object> section = new LinkedHashMap<>();
            section.put("section", question.kind());
            section.put("about", question.about());
            section.put("cost", cost(question.least(), question.most()));
            section.put("delta", question.most().delta().value());
            sections.add(section);
        }
        tree.put("sections", sections);
        tree.put("cost", cost(least(questions), most(questions)));
        tree.put("delta", most(questions).delta().value());
        tree.put("budget_left", check.budgetLeft().value());
        tree.put("request_id", check.requestId());
        return tree;
    }

    private static Map<String, @Nullable Object> cost(PrivacyLoss least, PrivacyLoss most) {
        Map<String, @Nullable Object> cost = new LinkedHashMap<>();
        cost.put("least", least.rho().value());
        cost.put("most", most.rho().value());
        return cost;
    }

    private static void write(Page page, PredicateCheck check, List<Planned> questions) {
        page.headline("a report of " + questions.size() + (questions.size() == 1 ? " question" : " questions")
                + "; nothing was asked and nothing spent");
        page.sentence(CountAnswer.subject(page, check.table().toString(), check.predicate()));
        page.gap();
        TextTable table = new TextTable(List.of("section", "about", "cost"));
        for (Planned question : questions) {
            table.row(List.of(question.kind(), page.shown(question.about()), words(question.least(), question.most())));
        }
        page.table(table);
        page.gap();
        page.fact("in sum", words(least(questions), most(questions)));
        Rho most = most(questions).rho();
        page.fact(
                "budget",
                Numerals.budget(check.budgetLeft()) + " left"
                        + (most.compareTo(check.budgetLeft()) > 0
                                ? ": it may not be enough, and the report will say what it does without"
                                : ""));
        page.fact("free", "what was asked before and is still kept");
        PolicyFacts.applied(page, check.applied());
        PolicyFacts.request(page, check.requestId());
    }

    private static String words(PrivacyLoss least, PrivacyLoss most) {
        String rho = least.rho().equals(most.rho())
                ? Numerals.budget(most.rho())
                : Numerals.budget(least.rho()) + " to " + Numerals.budget(most.rho());
        return rho + (most.delta().equals(Delta.ZERO) ? "" : ", delta " + Numerals.chance(most.delta()));
    }
}
