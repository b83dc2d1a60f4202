package io.leadgen.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoffTest {

    private static List<String> lines(Roff page) {
        return page.toString().lines().toList();
    }

    @Test
    void whatRoffWouldReadAsItsOwnIsShownAsItIsGiven() {
        Roff page = new Roff("LEADGEN", "2026-11-01", "leadgen 1")
                .code(List.of(".config", "'x' -w \"a ^ `b` ~ c\\d\"", "± 5 %"));

        assertThat(lines(page))
                .containsSubsequence(
                        ".nf",
                        "\\&.config",
                        "\\&\\(aqx\\(aq \\-w \"a \\(ha \\(gab\\(ga \\(ti c\\ed\"",
                        "\\[u00B1] 5 %",
                        ".fi");
    }

    @Test
    void aWordThatBeginsWithADotIsNoRequestWhereverItsLineBreaks() {
        Roff page = new Roff("LEADGEN", "2026-11-01", "leadgen 1").paragraph("x ".repeat(38) + ".config.yml");

        assertThat(lines(page))
                .contains("\\&.config.yml")
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void aSectionBeginsWithoutAParagraphAndThenHasThem() {
        Roff page = new Roff("LEADGEN", "2026-11-01", "leadgen 1")
                .section("DESCRIPTION")
                .paragraph("one")
                .paragraph("two");

        assertThat(lines(page)).endsWith(".SH \"DESCRIPTION\"", "one", ".PP", "two");
    }
}
