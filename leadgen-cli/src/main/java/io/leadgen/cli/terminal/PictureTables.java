package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.figure.Figure.Table;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.figure.Picture.Bars;
import io.leadgen.cli.figure.Picture.Draughtsman;
import io.leadgen.cli.figure.Picture.Histogram;
import io.leadgen.cli.figure.Picture.Overlap;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.cli.figure.Picture.Waterfall;
import io.leadgen.question.answer.NoisyCount;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All numbers of a picture in words, for those who cannot see it, or want to read them. */
public final class PictureTables implements Draughtsman<List<Table>> {
    private PictureTables() {}

    /** A figure whose tables are those of its picture, and then the further ones. */
    public static Figure figure(String title, String subject, Picture picture, List<Table> further, List<Fact> facts) {
        return new Figure(
                title,
                subject,
                picture,
                Stream.concat(picture.draw(new PictureTables()).stream(), further.stream())
                        .toList(),
                facts);
    }

    @Override
    public List<Table> bars(Bars bars) {
        return List.of(new Table(
                bars.counted() + " by " + String.join(", ", bars.keys()),
                joined(bars.keys(), List.of(bars.counted()), bars.others()),
                bars.keys().size(),
                bars.bars().stream()
                        .map(bar -> joined(bar.labels(), List.of(size(bar.size(), bars)), bar.others()))
                        .toList()));
    }

    @Override
    public List<Table> series(Series series) {
        return List.of(new Table(
                series.counted() + " by " + series.every(),
                List.of(series.every(), series.counted()),
                1,
                series.points().stream()
                        .map(point -> List.of(point.name(), size(point.size(), series)))
                        .toList()));
    }

    @Override
    public List<Table> waterfall(Waterfall waterfall) {
        return List.of(new Table(
                waterfall.counted() + " who reach each step",
                List.of("step", waterfall.counted(), "lost", "of the step before", "of the first step"),
                1,
                waterfall.steps().stream()
                        .map(step -> List.of(
                                step.name(),
                                size(step.size(), waterfall),
                                step.lost(),
                                step.share(),
                                step.shareOfFirst()))
                        .toList()));
    }

    @Override
    public List<Table> overlap(Overlap overlap) {
        return List.of(
                new Table(
                        "audiences",
                        List.of("audience", overlap.counted(), "adds to the reach"),
                        1,
                        overlap.audiences().stream()
                                .map(member -> List.of(
                                        member.name(), size(member.size(), overlap), size(member.adds(), overlap)))
                                .toList()),
                new Table(
                        "in these and no other",
                        List.of("audiences", overlap.counted()),
                        1,
                        overlap.atoms().stream()
                                .map(atom -> List.of(names(overlap, atom.in()), size(atom.size(), overlap)))
                                .toList()));
    }

    private static String names(Overlap overlap, List<Boolean> in) {
        return IntStream.range(0, in.size())
                .filter(in::get)
                .mapToObj(i -> overlap.audiences().get(i).name())
                .collect(Collectors.joining(" + "));
    }

    @Override
    public List<Table> histogram(Histogram histogram) {
        Stream<Picture.Band> without = Stream.ofNullable(histogram.without());
        return List.of(new Table(
                histogram.counted() + " by bands of " + histogram.column(),
                List.of("band", histogram.counted(), "share"),
                1,
                Stream.concat(histogram.bands().stream(), without)
                        .map(band -> List.of(band.name(), size(band.size(), histogram), band.share()))
                        .toList()));
    }

    private static String size(NoisyCount size, Picture picture) {
        return Sizes.of(size, picture.below(), Theme.OF_FILES);
    }

    private static List<String> joined(List<String> labels, List<String> sizes, List<String> others) {
        return Stream.of(labels, sizes, others).flatMap(List::stream).toList();
    }
}
