package io.leadgen.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.figure.Picture;
import io.leadgen.question.answer.NoisyCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalPictureTest {
    private static final int[] WIDTHS = {40, 80, 120};
    private static final String FILLED = "█▏▎▍▌▋▊▉▁▂▃▄▅▆▇░╌#:";

    static Stream<Map.Entry<String, Picture>> pictures() {
        return ExamplePictures.all().entrySet().stream();
    }

    /** Each file holds one picture for narrow, usual and wide terminals. */
    @ParameterizedTest
    @MethodSource("pictures")
    void everyPictureAtEveryWidth(Map.Entry<String, Picture> picture) {
        for (boolean unicode : new boolean[] {true, false}) {
            StringBuilder text = new StringBuilder();
            for (int width : WIDTHS) {
                Theme theme = new Theme(width, unicode, false);
                text.append("== ").append(width).append(" columns\n");
                text.append(picture.getValue().draw(new TerminalPicture(theme)));
            }
            Golden.check("pictures/" + picture.getKey() + (unicode ? "" : "-ascii") + ".txt", text.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void withoutUnicodeOnlyForeignTextIsBeyondAscii(Map.Entry<String, Picture> picture) {
        String text = picture.getValue().draw(new TerminalPicture(new Theme(80, false, false)));

        assertThat(text.chars().filter(c -> c > '~'))
                .allMatch(c -> "世帯±".indexOf(c) >= 0 || (c >= 0x590 && c <= 0x5FF));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void colourAddsNothingThatCanBeSeen(Map.Entry<String, Picture> picture) {
        String colourful = picture.getValue().draw(new TerminalPicture(new Theme(80, true, true)));

        assertThat(colourful.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(picture.getValue().draw(new TerminalPicture(new Theme(80, true, false))));
    }

    @Test
    void noLineIsWiderThanTheTerminalWhateverIsDrawn() {
        Random random = new Random(20261124);
        for (int round = 0; round < 400; round++) {
            Theme theme = new Theme(40 + random.nextInt(160), random.nextBoolean(), false);
            Picture picture = any(random);
            assertThat(picture.draw(new TerminalPicture(theme)).lines())
                    .as("round %d, %s", round, picture)
                    .allMatch(line -> DisplayText.width(line) <= theme.width());
        }
    }

    @Test
    void whatIsSuppressedHasNoMark() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Picture picture = any(random);
            Theme theme = new Theme(120, true, false);
            String text = picture.draw(new TerminalPicture(theme));
            if (picture instanceof Picture.Series) {
                continue; // whose columns are not beside their numbers; see below
            }
            assertThat(text.lines().filter(line -> line.endsWith("fewer than 100")))
                    .allMatch(line -> line.chars().noneMatch(c -> FILLED.indexOf(c) >= 0));
        }
    }

    @Test
    void aColumnThatIsNotToldHasAQuestionMarkInItsPlace() {
        List<Picture.Point> points =
                List.of(point("a", 1000), point("b", 0), point("c", 100), point("d", 0), point("e", 500));
        String text =
                new ColumnChart(new Picture.Series("people", 100, "day", points)).text(new Theme(60, true, false));
        List<String> rows = text.lines()
                .filter(line -> line.contains("│") || line.contains("┤"))
                .toList();

        assertThat(rows).hasSize(10);
        String bottom = rows.get(rows.size() - 1);
        assertThat(bottom.substring(bottom.indexOf('│') + 1)).isEqualTo("███████    ?    ███████    ?    ███████");
        assertThat(text).contains("? fewer than 100").contains("b  fewer than 100");
    }

    private static Picture.Point point(String name, long count) {
        return new Picture.Point(name, ExamplePictures.size(count, 0));
    }

    private static Picture any(Random random) {
        int count = random.nextInt(1 + random.nextInt(80));
        int audiences = 1 + random.nextInt(5);
        return switch (random.nextInt(5)) {
            case 0 ->
                new Picture.Bars(
                        "people",
                        100,
                        List.of("a", "column_with_a_name"),
                        List.of("share"),
                        many(
                                count,
                                () -> new Picture.Bar(
                                        List.of(name(random), name(random)), size(random), List.of("5.0 %"))));
            case 1 ->
                new Picture.Series(
                        "rows",
                        100,
                        "day",
                        many(1 + count * 6, () -> new Picture.Point("2026-" + (10 + random.nextInt(3)), size(random))));
            case 2 ->
                new Picture.Waterfall(
                        "people",
                        100,
                        many(
                                1 + count % 9,
                                () -> new Picture.Step(name(random), size(random), "-950", "5.0 %", "100.0 %")));
            case 3 ->
                new Picture.Overlap(
                        "people",
                        100,
                        many(audiences, () -> new Picture.Member(name(random), size(random), size(random))),
                        many(
                                (1 << audiences) - 1,
                                () -> new Picture.Atom(many(audiences, random::nextBoolean), size(random))));
            default ->
                new Picture.Histogram(
                        "people",
                        100,
                        "age",
                        many(
                                2 + count % 21,
                                () -> new Picture.Band(
                                        "[" + random.nextInt(1000) + ", " + random.nextInt() + ")",
                                        size(random),
                                        "12.5 %")),
                        null,
                        List.of(new Picture.Mark("P50", new java.math.BigDecimal("1.5"))));
        };
    }

    private static <T> List<T> many(int count, java.util.function.Supplier<T> one) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> one.get()).toList());
    }

    private static NoisyCount size(Random random) {
        long most = (long) Math.pow(10, random.nextInt(10));
        return ExamplePictures.size((long) (most * random.nextDouble()), (long) (most * random.nextDouble() / 3));
    }

    private static String name(Random random) {
        String signs = "abc 世界éЖ";
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            name.append(signs.charAt(random.nextInt(signs.length())));
        }
        return name.toString();
    }
}
