package io.leadgen.cli.completion;

import static io.leadgen.cli.completion.TypedLine.Backslash.QUOTES_ALL;
import static io.leadgen.cli.completion.TypedLine.Backslash.QUOTES_FEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "count a.b|count|a.b|6|",
                "count a.b |count,a.b||10|",
                "count -w \"age > 25 AND x|count,-w|age > 25 AND x|9|\"",
                "count -w 'x = \"y|count,-w|x = \"y|9|'",
                "count -w \"a\"'b'c|count,-w|abc|9|",
                "count a\\ b|count|a b|6|",
                "count \"a\\\"b|count|a\"b|6|\"",
                "count C:\\data\\x.csv|count|C:\\data\\x.csv|6|",
            })
    void cutsALineIntoWords(String line, String words, String last, int start, String quote) {
        TypedLine typed = TypedLine.of(line, QUOTES_FEW);

        assertThat(String.join(",", typed.words())).isEqualTo(words == null ? "" : words);
        assertThat(typed.last()).isEqualTo(last == null ? "" : last);
        assertThat(typed.start()).isEqualTo(start);
        assertThat(typed.quote()).isEqualTo(quote == null ? (char) 0 : quote.charAt(0));
        assertThat(typed.isWhole()).isEqualTo(quote == null);
    }

    @Test
    void aBackslashOfABigShellQuotesEverything() {
        assertThat(TypedLine.of("count C:\\data \"\\$x\" '\\y'", QUOTES_ALL).all())
                .containsExactly("count", "C:data", "$x", "\\y");
    }

    @Test
    void anEmptyWordInQuotesIsAWord() {
        assertThat(TypedLine.of("count ''", QUOTES_FEW).all()).containsExactly("count", "");
        assertThat(TypedLine.of("count  ", QUOTES_FEW).all()).containsExactly("count");
    }

    @Test
    void everyCharacterOfTheLastWordHasItsPlaceInTheLine() {
        Random random = new Random(5);
        String signs = "ab '\"\\$";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                line.append(signs.charAt(random.nextInt(signs.length())));
            }
            TypedLine typed = TypedLine.of(line.toString(), QUOTES_ALL);
            List<Integer> offsets = typed.offsets();
            assertThat(offsets).hasSize(typed.last().length() + 1).isSorted().endsWith(line.length());
            for (int at = 0; at < typed.last().length(); at++) {
                String written = line.substring(offsets.get(at), offsets.get(at + 1));
                assertThat(written).as("%s", line).contains(typed.last().substring(at, at + 1));
            }
        }
    }
}
