package io.leadgen.cli.answer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration that was written, and what is to be done next. */
public final class InitAnswer {
    private static final Fields FIELDS = Fields.of("file", "variables");

    private InitAnswer() {}

    /**
     * An answer.
     *
     * @param variables what has to be set before the file can be used
     */
    public static Answer of(Path file, List<String> variables) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        document.put("variables", variables);
        return Answer.one(
                document,
                FIELDS,
                page -> {
                    page.headline(page.shown("written to " + file));
                    if (!variables.isEmpty()) {
                        page.sentence("Next, set " + String.join(" and ", variables) + " in the environment, and run:");
                    } else {
                        page.sentence("Next, run:");
                    }
                    page.gap();
                    page.verbatim(page.shown("  leadgen --config " + file + " doctor") + "\n");
                },
                false);
    }
}
