package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one audience differs from another: how far those who are in one of them at least get, first into the first and then into the
 * second. That leaves three cells which together are just the two audiences; an overlap would have a fourth with the rest of the
 * table, and its precision would be that of the table.
 */
public final class Comparing {
    private static final int ONLY_SECOND = 0;
    private static final int ONLY_FIRST = 1;
    private static final int BOTH = 2;

    private final QuestionCompiler compiler;
    private final QuestionRunner releases;

    public Comparing(QuestionCompiler compiler, QuestionRunner releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    public AudienceComparison compare(Comparison request, AuditedCall call) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("the first audience", request.first());
        named.put("the second audience", request.second());
        QuestionCompiler.Parts parts = compiler.compileParts(request.table(), null, named, call);
        CompiledQuestion question = among(parts);
        Cells cells = new Cells.Funnel(parts.conditions());
        AggregateQuery query = QuestionRunner.query(question, cells, List.of(new Measure.Units()));
        Released released = releases.release(question, query, new Detail.None(), request.precision(), call);
        List<Cell> people = released.release().cells();
        return AudienceComparison.of(
                number(people, ONLY_FIRST),
                number(people, ONLY_SECOND),
                number(people, BOTH),
                people.get(BOTH).count().sigma(),
                question.callerClass(),
                releases.terms(question, null, released, call));
    }

    private static BigDecimal number(List<Cell> people, int cell) {
        return NoisyCount.whole(people.get(cell).count());
    }

    private static CompiledQuestion among(QuestionCompiler.Parts parts) {
        CompiledQuestion question = parts.question();
        Predicate either = new Predicate.And(List.of(question.filter(), new Predicate.Or(parts.conditions())));
        return new CompiledQuestion(
                question.schema(),
                question.policy(),
                question.callerClass(),
                new PredicateCanonicalizer().canonicalize(either),
                question.applied());
    }
}
