package io.leadgen.cli.shell;

import io.leadgen.cli.completion.Candidate.Ending;
import io.leadgen.cli.completion.Reply;
import io.leadgen.cli.completion.TypedLine;
import io.leadgen.cli.completion.WordCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Hands lines to JLine: whether they are whole, and what the part that can be completed is. */
record LineParser(ShellGrammar grammar, Reply.Engine engine) implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            return completed(line, cursor);
        }
        if (context == ParseContext.ACCEPT_LINE && !grammar.isWhole(line)) {
            throw new EOFError(-1, -1, "not whole", "");
        }
        TypedLine all = new TypedLine(List.of(), line, 0, (char) 0, List.of(0, cursor));
        return new Begun(line, cursor, all, WordCompletion.NONE, true);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    private Begun completed(String line, int cursor) {
        String typed = line.substring(0, cursor);
        int predicate = grammar.predicateFrom(typed);
        TypedLine words = ShellGrammar.typed(typed);
        if (predicate >= 0) {
            // The predicate is one word, whatever is in it.
            words = new TypedLine(
                    ShellGrammar.firstWord(typed),
                    typed.substring(predicate),
                    predicate,
                    (char) 0,
                    IntStream.rangeClosed(predicate, typed.length()).boxed().toList());
        }
        WordCompletion completion = engine.complete(words.words(), words.last());
        return new Begun(
                line,
                cursor,
                words,
                completion.files() ? withFiles(completion, words.last()) : completion,
                predicate >= 0);
    }

    private static WordCompletion withFiles(WordCompletion completion, String word) {
        List<io.leadgen.cli.completion.Candidate> all = new ArrayList<>(completion.candidates());
        all.addAll(FileNames.begunWith(word.substring(completion.from())));
        return new WordCompletion(completion.from(), all, false);
    }

    /** A line with what can take the place of its last part. */
    private record Begun(String line, int cursor, TypedLine typed, WordCompletion completion, boolean bare)
            implements CompletingParsedLine {

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            String text = candidate.toString();
            if (bare) {
                return text;
            }
            if (typed.quote() != 0) {
                String escaped = typed.quote() == '"' ? text.replaceAll("[\"\\\\]", "\\\\$0") : text;
                return complete ? escaped + typed.quote() : escaped;
            }
            if (text.chars().noneMatch(c -> c == ' ' || c == '\'' || c == '"' || c == '\\')) {
                return text;
            }
            return completion.from() == 0 && typed.start() == typed.offsets().get(0)
                    ? "\"" + text.replaceAll("[\"\\\\]", "\\\\$0") + (complete ? "\"" : "")
                    : text.replaceAll("[ '\"\\\\]", "\\\\$0");
        }

        @Override
        public int rawWordCursor() {
            return cursor - typed.offsets().get(completion.from());
        }

        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }

        @Override
        public String word() {
            return typed.last().substring(completion.from());
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return typed.words().size();
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(typed.words());
            words.add(word());
            return words;
        }
    }

    /** Returns the candidates found when the line was parsed: only then is the replaced part known. */
    static final class Stashed implements Completer {
        @Override
        public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
            add(line, candidates);
        }

        static void add(ParsedLine line, List<Candidate> candidates) {
            if (line instanceof Begun begun) {
                begun.completion()
                        .candidates()
                        .forEach(each -> candidates.add(new Candidate(
                                each.text() + (each.ending() == Ending.BLANK ? " " : ""),
                                each.text(),
                                null,
                                each.description().isEmpty() ? null : each.description(),
                                null,
                                null,
                                each.ending() == Ending.WORD_ENDS,
                                candidates.size())));
            }
        }
    }
}
