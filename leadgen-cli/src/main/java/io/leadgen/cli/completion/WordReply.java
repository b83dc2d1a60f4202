package io.leadgen.cli.completion;

import io.leadgen.cli.completion.Candidate.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * For shells that compare whole words and quote them by themselves, zsh and fish: on each line a word and, after a tab, what to
 * show for it and its description.
 *
 * @param line the line up to the cursor
 */
public record WordReply(String line) implements Reply {

    @Override
    public List<String> lines(Engine engine) {
        TypedLine typed = TypedLine.of(line, TypedLine.Backslash.QUOTES_ALL);
        WordCompletion completion = engine.complete(Reply.before(typed), typed.last());
        String keep = typed.last().substring(0, completion.from());
        List<String> lines = new ArrayList<>();
        if (completion.files()) {
            lines.add("files\t" + keep + "\t" + typed.last().substring(completion.from()));
        }
        for (Candidate candidate : Reply.choice(engine, typed, completion)) {
            String ending = switch (candidate.ending()) {
                case WORD_ENDS -> "end";
                case BLANK -> "blank";
                case GOES_ON -> "open";
            };
            lines.add(ending + "\t" + keep + candidate.text() + (candidate.ending() == Ending.BLANK ? " " : "") + "\t"
                    + candidate.text() + "\t" + candidate.description().replaceAll("\\s+", " "));
        }
        return lines;
    }
}
