package io.leadgen.cli.answer.keep;

import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.FreeShapes.Cost;
import io.leadgen.runtime.answer.Shape;
import java.util.List;

/** What a report would ask, and what that would cost. */
public final class ReportPlanAnswer {
    private static final Shape<Planned> SECTION = Shape.<Planned>of()
            .field("section", TEXT, Planned::kind)
            .field("about", TEXT, Planned::about)
            .field("cost", FreeShapes.COST, planned -> new Cost(planned.least(), planned.most()))
            .field("delta", NUMBER, planned -> planned.most().delta().value());

    public record Plan(PredicateCheck check, List<Planned> questions) {}

    public static final Shape<Plan> SHAPE = Shape.<Plan>named("ReportPlan")
            .with(CommonShapes.TABLE, plan -> plan.check().table())
            .field("predicate", TEXT.orNull(), plan -> plan.check().predicate())
            .field("sections", listOf(SECTION), Plan::questions)
            .field("cost", FreeShapes.COST, plan -> new Cost(least(plan.questions()), most(plan.questions())))
            .field("delta", NUMBER, plan -> most(plan.questions()).delta().value())
            .field("budget_left", NUMBER, plan -> plan.check().budgetLeft().value())
            .field("request_id", TEXT, plan -> plan.check().requestId());

    private ReportPlanAnswer() {}

    /**
     * A question that would be asked.
     *
     * @param kind as its own command is called
     * @param about what it is about
     */
    public record Planned(String kind, String about, PrivacyLoss least, PrivacyLoss most) {}

    /** The answer, from questions in their order, the size first. */
    public static Answer of(PredicateCheck check, List<Planned> questions) {
        return Answer.list(SHAPE, new Plan(check, questions), "sections", page -> write(page, check, questions));
    }

    private static PrivacyLoss most(List<Planned> questions) {
        return questions.stream().map(Planned::most).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
    }

    private static PrivacyLoss least(List<Planned> questions) {
        return questions.stream().map(Planned::least).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
    }

    private static void write(Page page, PredicateCheck check, List<Planned> questions) {
        page.headline("a report of " + questions.size() + (questions.size() == 1 ? " question" : " questions")
                + " (no query was run and no budget spent)");
        page.sentence(PolicyFacts.subject(page, check.table().toString(), check.predicate()));
        page.gap();
        TextTable table = new TextTable(List.of("section", "about", "cost"));
        for (Planned question : questions) {
            table.row(List.of(question.kind(), page.shown(question.about()), words(question.least(), question.most())));
        }
        page.table(table);
        page.gap();
        page.fact("total", words(least(questions), most(questions)));
        Rho most = most(questions).rho();
        page.fact(
                "budget",
                Numerals.budget(check.budgetLeft()) + " left"
                        + (most.compareTo(check.budgetLeft()) > 0
                                ? ": it may not be enough, and the report lists what it leaves out"
                                : ""));
        page.fact("free", "answers that are still cached");
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
