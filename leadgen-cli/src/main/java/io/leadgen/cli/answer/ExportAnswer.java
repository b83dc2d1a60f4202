package io.leadgen.cli.answer;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.terminal.Page;
import io.leadgen.runtime.answer.ExportDocument;
import io.leadgen.runtime.export.ExportFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exported audience: the text itself, or the file that it was written to. */
public final class ExportAnswer {
    private static final Fields FIELDS =
            Fields.of("catalog", "schema", "table", "predicate", "format", "file", "content", "request_id");

    private ExportAnswer() {}

    /** The export for the terminal, or for another program's input. */
    public static Answer shown(
            TableName table, String predicate, ExportFormat format, String content, String requestId) {
        return answer(table, predicate, format, null, content, requestId, page -> page.verbatim(content));
    }

    /** The export in a file. */
    public static Answer written(TableName table, String predicate, ExportFormat format, Path file, String requestId) {
        return answer(table, predicate, format, file.toString(), null, requestId, page -> {
            page.headline(page.shown("written to " + file));
            page.sentence(CountAnswer.subject(page, table.toString(), predicate));
        });
    }

    private static Answer answer(
            TableName table,
            String predicate,
            ExportFormat format,
            @Nullable String file,
            @Nullable String content,
            String requestId,
            Consumer<Page> people) {
        Map<String, @Nullable Object> document =
                ExportDocument.of(table, predicate, format.toString(), file, content, requestId);
        return Answer.one(document, FIELDS, people, false);
    }
}
