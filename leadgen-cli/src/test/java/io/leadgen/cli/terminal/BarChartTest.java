package io.leadgen.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.Golden;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final NoisyCount TOO_FEW = new NoisyCount(null, true, null);

    private static NoisyCount size(long count, long half) {
        return new NoisyCount(
                count,
                false,
                new Interval(BigDecimal.valueOf(Math.max(0, count - half)), BigDecimal.valueOf(count + half), 0.95));
    }

    /** The longest bar ends at 800. */
    private static BarChart chart() {
        return new BarChart(List.of("key"), "people", List.of("share"), 100)
                .row(List.of("a"), size(800, 0), "x")
                .row(List.of("b"), size(400, 100), "")
                .row(List.of("c"), size(125, 25), "1.5 %")
                .row(List.of("a name that is much too long for its column"), size(20, 30), "")
                .row(List.of("e"), TOO_FEW, "");
    }

    @Test
    void aBarEndsWhereTheIntervalBeginsAndItsLighterPartWhereTheIntervalEnds() {
        Golden.check("charts/unicode-80.txt", chart().text(new Theme(80, true, false)));
        String[] lines = chart().text(new Theme(200, true, false)).split("\n", -1);

        // 50 signs are 800 people.
        assertThat(lines[2]).endsWith("  " + "█".repeat(50));
        assertThat(lines[3]).endsWith("  " + "█".repeat(18) + "▊" + "░".repeat(12));
        assertThat(lines[4]).endsWith("  " + "█".repeat(6) + "▎" + "░░");
        assertThat(lines[5]).endsWith("  ░░░");
        assertThat(lines[6]).endsWith("fewer than 100");
    }

    @Test
    void withoutUnicodeBarsAreMadeOfAscii() {
        Golden.check("charts/ascii-80.txt", chart().text(new Theme(80, false, false)));
    }

    @Test
    void colourMarksHeadersAndWhatIsNotCertain() {
        Golden.check("charts/colour-60.txt", chart().text(new Theme(60, true, true)));
    }

    @Test
    void whereTheyHaveNoRoomBarsStandBelowTheirLabels() {
        BarChart wide = new BarChart(List.of("one", "two"), "people", List.of("AVG(customer_lifetime_value)"), 100)
                .row(List.of("a long name", "another long name"), size(1_000_000, 1_000), "5,196.40 ± 48.30")
                .row(List.of("b", "c"), TOO_FEW, "");
        Golden.check("charts/narrow-40.txt", wide.text(new Theme(40, true, false)));
    }
}
