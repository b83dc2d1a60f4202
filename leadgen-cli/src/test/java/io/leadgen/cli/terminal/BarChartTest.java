package io.leadgen.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.figure.Picture.Bar;
import io.leadgen.cli.figure.Picture.Bars;
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
        return new BarChart(new Bars(
                "people",
                100,
                List.of("key"),
                List.of("share"),
                List.of(
                        new Bar(List.of("a"), size(800, 0), List.of("x")),
                        new Bar(List.of("b"), size(400, 100), List.of("")),
                        new Bar(List.of("c"), size(125, 25), List.of("1.5 %")),
                        new Bar(List.of("a name that is much too long for its column"), size(20, 30), List.of("")),
                        new Bar(List.of("e"), TOO_FEW, List.of("")))));
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
        BarChart wide = new BarChart(new Bars(
                "people",
                100,
                List.of("one", "two"),
                List.of("AVG(customer_lifetime_value)"),
                List.of(
                        new Bar(
                                List.of("a long name", "another long name"),
                                size(1_000_000, 1_000),
                                List.of("5,196.40 ± 48.30")),
                        new Bar(List.of("b", "c"), TOO_FEW, List.of("")))));
        Golden.check("charts/narrow-40.txt", wide.text(new Theme(40, true, false)));
    }
}
