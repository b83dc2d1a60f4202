package io.leadgen.cli.completion;

import io.leadgen.cli.completion.Candidate.Ending;
import java.util.ArrayList;
import java.util.List;

/** The reply to the completion script of a shell. */
@FunctionalInterface
public interface Reply {

    /** The engine, for a word and the words before it. */
    @FunctionalInterface
    interface Engine {
        WordCompletion complete(List<String> before, String word);
    }

    /** The lines for the script. The name of the program is not among the words that the engine gets. */
    List<String> lines(Engine engine);

    /** The words before the last, without the name of the program. */
    static List<String> before(TypedLine line) {
        return line.words().isEmpty()
                ? List.of()
                : line.words().subList(1, line.words().size());
    }

    /**
     * The candidates; where there is one only, and the word goes on after it within a quote, that one with what can follow. Shells
     * close a quote as soon as there is no choice.
     */
    static List<Candidate> choice(Engine engine, TypedLine line, WordCompletion completion) {
        List<Candidate> candidates = completion.candidates();
        if (candidates.size() != 1 || line.quote() == 0 || candidates.get(0).ending() == Ending.WORD_ENDS) {
            return candidates;
        }
        String begun = candidates.get(0).text() + (candidates.get(0).ending() == Ending.BLANK ? " " : "");
        String word = line.last().substring(0, completion.from()) + begun;
        WordCompletion next = engine.complete(before(line), word);
        List<Candidate> choice = new ArrayList<>();
        if (next.from() == word.length()) {
            next.candidates()
                    .forEach(each -> choice.add(new Candidate(begun + each.text(), each.description(), each.ending())));
        }
        if (choice.size() < 2) {
            choice.add(new Candidate(begun + "...", "", Ending.GOES_ON));
            choice.add(new Candidate(begun, candidates.get(0).description(), Ending.GOES_ON));
        }
        return choice;
    }
}
