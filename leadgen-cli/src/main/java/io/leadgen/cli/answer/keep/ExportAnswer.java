package io.leadgen.cli.answer.keep;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.FreeShapes.Export;
import io.leadgen.runtime.export.ExportFormat;
import java.nio.file.Path;

/** An exported audience: the text itself, or the file that it was written to. */
public final class ExportAnswer {
    private ExportAnswer() {}

    public static Answer shown(
            TableName table, String predicate, ExportFormat format, String content, String requestId) {
        return Answer.one(
                FreeShapes.EXPORT,
                new Export(table, predicate, format.toString(), null, content, requestId),
                page -> page.verbatim(content));
    }

    public static Answer written(TableName table, String predicate, ExportFormat format, Path file, String requestId) {
        return Answer.one(
                FreeShapes.EXPORT,
                new Export(table, predicate, format.toString(), file.toString(), null, requestId),
                page -> {
                    page.headline(page.shown("written to " + file));
                    page.sentence(PolicyFacts.subject(page, table.toString(), predicate));
                });
    }
}
