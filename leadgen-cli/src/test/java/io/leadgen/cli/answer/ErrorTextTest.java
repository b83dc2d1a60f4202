package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("ImmutableEnumChecker") // nobody writes into the examples
class ErrorTextTest {
    private static final String LONG = "age > 25 AND income_level = 'high' AND location IN ('NYC', 'LA', 'SF') AND "
            + "demo_age_fact_v2_final_age_num BETWEEN 18 AND 65 AND beha_mobile_usage_active_period_weekly_flag = 1";

    /** A predicate, and the word in it that the finding is about (the empty word: the end of the predicate). */
    enum Example {
        SIMPLE("age > 25 AND incme_level = 'high'", "incme_level"),
        SEVERAL("incme_level = 'high' AND ages > 25", "incme_level", "ages"),
        MISSING_AT_THE_END("age > ", ""),
        EMPTY("", ""),
        WIDE_CHARACTERS("şehir = '東京都' AND 世帯 > 2 AND x = 1", "世帯"),
        EMOJI("name = '👩‍👩‍👧' AND x = 1", "x"),
        COMBINING("city = 'A\u0308nkara' AND x = 1", "x"),
        TAB_AND_CONTROL("a\t= 1 AND b = '\u001b[31m\u202e' AND x = 2", "x"),
        LINE_BREAKS("age > 25\n  AND incme_level = 'high'\n  AND city = 'NYC'", "incme_level"),
        LONG_BEGINNING(LONG, "age"),
        LONG_MIDDLE(LONG, "demo_age_fact_v2_final_age_num"),
        LONG_END(LONG, "= 1"),
        LONGER_THAN_THE_TERMINAL("x = 1 AND " + "y".repeat(200) + " = 2", "y".repeat(200)),
        HALF_A_SURROGATE_PAIR("a = '\ud83d' AND x = 1", "x");

        private final String predicate;
        private final String[] words;

        Example(String predicate, String... words) {
            this.predicate = predicate;
            this.words = words;
        }

        LeadgenException error() {
            List<Diagnostic> findings = new ArrayList<>();
            for (String word : words) {
                int from = word.isEmpty() ? predicate.length() : predicate.indexOf(word);
                findings.add(new Diagnostic(
                        ErrorCode.UNKNOWN_COLUMN,
                        from,
                        from + word.length(),
                        "The table has no such column",
                        "did you mean income_level?"));
            }
            return LeadgenException.rejected(findings);
        }
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void theMarkStandsUnderTheExactSpot(Example example) {
        String text = write(example.error(), example.predicate, 80, true);
        Golden.check("errors/" + example.name().toLowerCase(java.util.Locale.ROOT) + ".txt", text);
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void noLineIsWiderThanTheTerminal(Example example) {
        for (int width : new int[] {40, 60, 80, 120}) {
            for (boolean unicode : new boolean[] {true, false}) {
                String text = write(example.error(), example.predicate, width, unicode);
                org.assertj.core.api.Assertions.assertThat(text.lines().filter(line -> line.startsWith("  ")))
                        .allMatch(line -> DisplayText.width(line) <= width);
            }
        }
    }

    private static String write(LeadgenException error, @Nullable String predicate, int width, boolean unicode) {
        return ErrorText.of(error, "request-1", predicate, OutputFormat.TABLE, new Theme(width, unicode, false));
    }

    @Test
    void theFixCanBePastedAlsoIfThePredicateHadSeveralLines() {
        LeadgenException error = Example.LINE_BREAKS.error().withFixedText("age > 25\r\n  AND income_level = 'high'\n");
        org.assertj.core.api.Assertions.assertThat(write(error, Example.LINE_BREAKS.predicate, 80, true))
                .contains("\nfix: age > 25 AND income_level = 'high'");
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void programsGetAnObjectAndPeopleGetWords(OutputFormat format) {
        String text = ErrorText.of(
                Example.SEVERAL.error(), "request-1", Example.SEVERAL.predicate, format, new Theme(80, true, true));
        Golden.check("errors/as-" + format + ".txt", text);
    }

    @ParameterizedTest
    @EnumSource(Unplaced.class)
    void errorsWithoutAPlace(Unplaced example) {
        Golden.check(
                "errors/unplaced-" + example.name().toLowerCase(java.util.Locale.ROOT) + ".txt",
                write(example.error, "a > 1", 80, true));
    }

    enum Unplaced {
        DEFECT(LeadgenException.of(ErrorCode.INTERNAL, "An internal error prevented an answer")),
        BUDGET(LeadgenException.of(ErrorCode.BUDGET_EXHAUSTED, "The privacy budget does not allow it", "wait")),
        CONFIGURATION(LeadgenException.of(
                ErrorCode.CONFIG_INVALID, "config.yml:3:5: unknown key hots\nconfig.yml:7:1: \u001b[2Jbad value"));

        private final LeadgenException error;

        Unplaced(LeadgenException error) {
            this.error = error;
        }
    }
}
