package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.cli.answer.Answer;
import io.leadgen.runtime.answer.Shape;
import java.nio.file.Path;
import java.util.List;

/** A configuration that was written, and the variables that must be set before it can be used. */
public record InitAnswer(Path file, List<String> variables) {
    public static final Shape<InitAnswer> SHAPE = Shape.<InitAnswer>of()
            .field("file", TEXT, answer -> answer.file().toString())
            .field("variables", listOf(TEXT), InitAnswer::variables);

    public static Answer of(Path file, List<String> variables) {
        return Answer.one(SHAPE, new InitAnswer(file, variables), page -> {
            page.headline(page.shown("written to " + file));
            page.sentence(
                    variables.isEmpty()
                            ? "Next, run:"
                            : "Next, set " + String.join(" and ", variables) + " in the environment and run:");
            page.gap();
            page.verbatim(page.shown("  leadgen --config " + file + " doctor") + "\n");
        });
    }
}
