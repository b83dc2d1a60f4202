package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.TEXT;

import io.leadgen.cli.answer.Answer;
import io.leadgen.runtime.answer.Shape;

/** A script for a shell. */
public record ScriptAnswer(String shell, String script) {
    private static final Shape<ScriptAnswer> SHAPE = Shape.<ScriptAnswer>of()
            .field("shell", TEXT, ScriptAnswer::shell)
            .field("script", TEXT, ScriptAnswer::script);

    public static Answer of(String shell, String script) {
        return Answer.one(SHAPE, new ScriptAnswer(shell, script), page -> page.verbatim(script));
    }
}
