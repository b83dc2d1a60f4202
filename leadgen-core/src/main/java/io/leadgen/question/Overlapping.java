package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How audiences overlap. */
public final class Overlapping {
    private final QuestionCompiler compiler;
    private final QuestionRunner releases;

    public Overlapping(QuestionCompiler compiler, QuestionRunner releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    public AudienceOverlap overlap(Overlap request, AuditedCall call) {
        QuestionCompiler.Parts parts = compiler.compileParts(request.table(), null, named(request.audiences()), call);
        CompiledQuestion question = parts.question();
        Cells cells = new Cells.Atoms(parts.conditions());
        AggregateQuery query = QuestionRunner.query(question, cells, List.of(new Measure.Units()));
        Released released = releases.release(question, query, new Detail.None(), request.precision(), call);
        List<Cell> atoms = released.release().cells();
        return AudienceOverlap.of(
                request,
                new AudienceOverlap.Atoms(
                        atoms.stream()
                                .map(cell -> NoisyCount.whole(cell.count()))
                                .toList(),
                        atoms.get(0).count().sigma(),
                        question.callerClass()),
                releases.terms(question, null, released, call));
    }

    private static Map<String, String> named(Map<String, String> audiences) {
        Map<String, String> named = new LinkedHashMap<>();
        audiences.forEach((name, predicate) -> named.put("audience " + name, predicate));
        return named;
    }
}
