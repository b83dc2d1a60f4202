package io.leadgen.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.cli.completion.Candidate.Ending;
import io.leadgen.cli.completion.WordCompletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** How lines are parsed for JLine, with stub commands. */
class LineParserTest {
    @Command(name = "where")
    static final class Where {
        @Parameters(paramLabel = "PREDICATE")
        String part = "";
    }

    @Command(name = "count")
    static final class Count {
        @Parameters(paramLabel = "TABLE")
        String table = "";
    }

    private static final ShellGrammar GRAMMAR = new ShellGrammar(CommandSpec.create()
            .addSubcommand("where", CommandSpec.forAnnotatedObject(new Where()))
            .addSubcommand("count", CommandSpec.forAnnotatedObject(new Count())));

    private static LineParser offering(int from, boolean files, String... texts) {
        List<io.leadgen.cli.completion.Candidate> candidates = new ArrayList<>();
        for (String text : texts) {
            candidates.add(new io.leadgen.cli.completion.Candidate(text, "about " + text, Ending.BLANK));
        }
        return new LineParser(GRAMMAR, (before, word) -> new WordCompletion(from, candidates, files));
    }

    /** The line with its first candidate in place, as JLine does it. */
    private static String completed(LineParser parser, String line) {
        CompletingParsedLine parsed = (CompletingParsedLine) parser.parse(line, line.length(), ParseContext.COMPLETE);
        List<Candidate> candidates = new ArrayList<>();
        LineParser.Stashed.add(parsed, candidates);
        return line.substring(0, line.length() - parsed.rawWordLength())
                + parsed.escape(candidates.get(0).value(), candidates.get(0).complete());
    }

    @Test
    void aCandidateTakesThePlaceOfWhatIsBegun() {
        assertThat(completed(offering(0, false, "age"), "where a")).isEqualTo("where age ");
        assertThat(completed(offering(8, false, "'it''s'"), "where city IN 'i")).isEqualTo("where city IN 'it''s' ");
        assertThat(completed(offering(0, false, "age"), "count -w a")).isEqualTo("count -w \"age ");
        assertThat(completed(offering(4, false, "`a\"b`"), "count \"not `a")).isEqualTo("count \"not `a\\\"b` ");
        assertThat(completed(offering(2, false, "b c"), "count a=b")).isEqualTo("count a=b\\ c\\ ");
    }

    @Test
    void aWordThatEndsClosesItsQuote(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("my file.txt"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        Files.createDirectory(folder.resolve("nested"));
        LineParser parser = offering(1, true);

        assertThat(completed(parser, "where @" + folder + "/m")).isEqualTo("where @" + folder + "/my file.txt");
        assertThat(completed(parser, "count \"@" + folder + "/m")).isEqualTo("count \"@" + folder + "/my file.txt\"");
        assertThat(completed(parser, "count @" + folder + "/n")).isEqualTo("count @" + folder + "/nested/");
        assertThat(FileNames.begunWith(folder + "/")).hasSize(2);
        assertThat(FileNames.begunWith(folder + "/.h")).hasSize(1);
        assertThat(FileNames.begunWith(folder + "/no/such/")).isEmpty();
    }

    @Test
    void aLineThatIsNotWholeGoesOn() {
        LineParser parser = offering(0, false);
        for (String open : List.of("count \"a", "where (a", "where a \\", "count 'x\n y")) {
            assertThatThrownBy(() -> parser.parse(open, open.length(), ParseContext.ACCEPT_LINE))
                    .as(open)
                    .isInstanceOf(EOFError.class);
        }
        for (String whole : List.of("", "# it's", "count a", "where a = 'x", "where a)", "where a = '('")) {
            ParsedLine parsed = parser.parse(whole, whole.length(), ParseContext.ACCEPT_LINE);
            assertThat(parsed.line()).isEqualTo(whole);
        }
    }
}
