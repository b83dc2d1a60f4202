package io.leadgen.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.Theme;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTextTest {
    private static final Theme PLAIN = new Theme(80, true, false);

    static Stream<Arguments> answersAndFormats() {
        return ExampleAnswers.all().entrySet().stream()
                .flatMap(answer -> Stream.of(OutputFormat.values())
                        .map(format -> Arguments.of(answer.getKey(), format, answer.getValue())));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("answersAndFormats")
    void everyAnswerInEveryFormat(String name, OutputFormat format, Answer answer) {
        Golden.check("answers/" + name + "." + format + ".txt", AnswerText.of(answer, format, PLAIN));
    }

    @Test
    void colourMarksLabelsAndHeadlinesOnly() {
        Theme colourful = new Theme(80, true, true);
        Golden.check("answers/count-colour.txt", AnswerText.of(ExampleAnswers.count(), OutputFormat.TABLE, colourful));
    }

    @Test
    void withoutUnicodeNothingOfOursIsBeyondAscii() {
        Theme ascii = new Theme(80, false, false);
        for (Map.Entry<String, Answer> answer : ExampleAnswers.all().entrySet()) {
            String foreign = "Ü世帯\n"; // what is in comments and predicates is written as it is
            assertThat(AnswerText.of(answer.getValue(), OutputFormat.TABLE, ascii)
                            .chars())
                    .as(answer.getKey())
                    .allMatch(c -> (c >= ' ' && c <= '~') || foreign.indexOf(c) >= 0);
        }
        assertThat(AnswerText.of(ExampleAnswers.count(), OutputFormat.TABLE, ascii))
                .startsWith("15,010 +/- 140 people (95 %)\n");
    }

    @ParameterizedTest
    @EnumSource(Width.class)
    void noLineIsWiderThanTheTerminal(Width width) {
        Theme theme = new Theme(width.columns, true, false);
        ExampleAnswers.all()
                .forEach((name, answer) -> assertThat(
                                AnswerText.of(answer, OutputFormat.TABLE, theme).lines())
                        .as(name)
                        .allMatch(line -> DisplayText.width(line) <= width.columns));
    }

    enum Width {
        NARROW(40),
        USUAL(80),
        WIDE(200);

        private final int columns;

        Width(int columns) {
            this.columns = columns;
        }
    }

    @Test
    void controlCharactersOfOthersNeverReachATerminal() {
        ExampleAnswers.all()
                .forEach((name, answer) -> Set.of(OutputFormat.TABLE, OutputFormat.MARKDOWN)
                        .forEach(format -> assertThat(
                                        AnswerText.of(answer, format, PLAIN).chars())
                                .as(name)
                                .noneMatch(c -> (c < ' ' && c != '\n') || c == 0x202E)));
    }
}
