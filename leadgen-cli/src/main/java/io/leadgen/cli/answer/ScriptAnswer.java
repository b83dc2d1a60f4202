package io.leadgen.cli.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A script for a shell. */
public final class ScriptAnswer {
    private static final Fields FIELDS = Fields.of("shell", "script");

    private ScriptAnswer() {}

    public static Answer of(String shell, String script) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("shell", shell);
        document.put("script", script);
        return Answer.one(document, FIELDS, page -> page.verbatim(script), false);
    }
}
