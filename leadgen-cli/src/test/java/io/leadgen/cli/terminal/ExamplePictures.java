package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Picture;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Pictures of each kind, from the usual to the awkward. */
public final class ExamplePictures {
    private static final NoisyCount TOO_FEW = new NoisyCount(null, true, null);
    private static final LocalDate MONDAY = LocalDate.parse("2025-11-24");
    private static final String LONG = "Ein Haushalt mit zwei Kindern und langem Namen, 世帯 und מִשְׁפָּחָה";
    private static final String HOSTILE = "<script>alert(1)</script>]]>&amp;\"'";
    private static final int BELOW = 100;

    private ExamplePictures() {}

    public static Map<String, Picture> all() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("bars", bars(List.of("low", "medium", "high", "NULL", "(other)"), 280_455));
        pictures.put(
                "bars-many",
                bars(IntStream.rangeClosed(1, 14).mapToObj(i -> i + " " + LONG).toList(), 1_234_567));
        pictures.put("bars-one", bars(List.of(HOSTILE), 120));
        pictures.put("bars-none", bars(List.of(), 120));
        pictures.put("bars-suppressed", suppressedBars());
        pictures.put("series-few", series(3, 900));
        pictures.put("series", series(52, 48_000));
        pictures.put("series-days", series(366, 1_500_000));
        pictures.put("series-suppressed", series(12, 0));
        pictures.put("waterfall", waterfall(449_238, 287_407, 139_240, 46_067));
        pictures.put("waterfall-suppressed", waterfall(5_000, 800, 0));
        pictures.put("overlap", overlap(List.of("gamers", "travellers"), 271_000));
        pictures.put(
                "overlap-five", overlap(List.of("old", "well off", HOSTILE, LONG, "the fifth audience"), 1_234_567));
        pictures.put("histogram", histogram(1_000_000));
        pictures.put("histogram-suppressed", histogram(0));
        return pictures;
    }

    /** Suppressed if it is small. */
    static NoisyCount size(long count, long half) {
        return count < BELOW
                ? TOO_FEW
                : new NoisyCount(
                        count,
                        false,
                        new Interval(
                                BigDecimal.valueOf(Math.max(0, count - half)), BigDecimal.valueOf(count + half), 0.95));
    }

    private static Picture bars(List<String> labels, long most) {
        Random random = new Random(labels.size());
        return new Picture.Bars(
                "people",
                BELOW,
                List.of("income_level", "plan"),
                List.of("AVG(monthly_spend)"),
                labels.stream()
                        .map(label -> new Picture.Bar(
                                List.of(label, "basic"),
                                size((long) (most * random.nextDouble()), most / 40),
                                List.of("61.3 ± 1.2")))
                        .toList());
    }

    private static Picture suppressedBars() {
        return new Picture.Bars(
                "people",
                BELOW,
                List.of("plan"),
                List.of(),
                List.of(
                        new Picture.Bar(List.of("basic"), TOO_FEW, List.of()),
                        new Picture.Bar(List.of(LONG), TOO_FEW, List.of())));
    }

    static Picture series(int windows, long most) {
        Random random = new Random(windows);
        List<Picture.Point> points = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            // Every ninth is too small, and so is all before the first month.
            long count = i % 9 == 7 || (windows > 50 && i < 5) ? 0 : (long) (most * (0.3 + 0.7 * random.nextDouble()));
            points.add(new Picture.Point(MONDAY.plusDays(i).toString(), size(count, most / 20)));
        }
        return new Picture.Series("people", BELOW, "day", points);
    }

    private static Picture waterfall(long... sizes) {
        List<Picture.Step> steps = new ArrayList<>();
        steps.add(new Picture.Step("(everyone)", size(sizes[0], sizes[0] / 50), "", "", ""));
        for (int i = 1; i < sizes.length; i++) {
            steps.add(new Picture.Step(
                    i + " event_type = 'page_view' AND channel = 'web'".repeat(i == 2 ? 3 : 1),
                    size(sizes[i], sizes[0] / 60),
                    Sizes.difference(steps.get(i - 1).size(), size(sizes[i], sizes[0] / 60)),
                    sizes[i] == 0 ? "" : "48.4 %",
                    sizes[i] == 0 ? "" : "100.0 %"));
        }
        return new Picture.Waterfall("people", BELOW, steps);
    }

    private static Picture overlap(List<String> names, long most) {
        Random random = new Random(names.size());
        List<Picture.Atom> atoms = new ArrayList<>();
        for (int atom = 1; atom < 1 << names.size(); atom++) {
            int number = atom;
            atoms.add(new Picture.Atom(
                    IntStream.range(0, names.size())
                            .mapToObj(i -> (number & (1 << i)) != 0)
                            .toList(),
                    size(atom % 6 == 5 ? 0 : (long) (most * random.nextDouble() / 4), most / 80)));
        }
        return new Picture.Overlap(
                "people",
                BELOW,
                names.stream()
                        .map(name -> new Picture.Member(
                                name,
                                size((long) (most * (0.5 + random.nextDouble() / 2)), most / 60),
                                size((long) (most * random.nextDouble() / 3), most / 60)))
                        .toList(),
                atoms);
    }

    private static Picture histogram(long most) {
        List<Picture.Band> bands = new ArrayList<>();
        bands.add(new Picture.Band("(-inf, 18)", TOO_FEW, ""));
        for (int i = 0; i < 20; i++) {
            long count = (long) (most / 8.0 * Math.exp(-Math.pow((i - 7) / 5.0, 2)));
            bands.add(new Picture.Band(
                    "[" + (18 + 4 * i) + ", " + (22 + 4 * i) + ")",
                    size(count, most / 200),
                    count < BELOW ? "" : "5.2 %"));
        }
        bands.add(new Picture.Band("[98, inf)", TOO_FEW, ""));
        return new Picture.Histogram(
                "people",
                BELOW,
                "age",
                bands,
                new Picture.Band("NULL", size(most / 30, most / 200), most == 0 ? "" : "3.3 %"),
                most == 0
                        ? List.of()
                        : List.of(
                                new Picture.Mark("P1", new BigDecimal("2")),
                                new Picture.Mark("P25", new BigDecimal("5.4")),
                                new Picture.Mark("P50", new BigDecimal("8.1")),
                                new Picture.Mark("P75", new BigDecimal("10.9")),
                                new Picture.Mark("P99", new BigDecimal("18"))));
    }
}
