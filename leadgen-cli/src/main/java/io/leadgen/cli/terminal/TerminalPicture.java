package io.leadgen.cli.terminal;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.figure.Picture.Atom;
import io.leadgen.cli.figure.Picture.Band;
import io.leadgen.cli.figure.Picture.Bar;
import io.leadgen.cli.figure.Picture.Bars;
import io.leadgen.cli.figure.Picture.Draughtsman;
import io.leadgen.cli.figure.Picture.Histogram;
import io.leadgen.cli.figure.Picture.Member;
import io.leadgen.cli.figure.Picture.Overlap;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.cli.figure.Picture.Waterfall;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pictures in the signs of a terminal, each number next to its mark; lines end with a line break. */
record TerminalPicture(Theme theme) implements Draughtsman<String> {
    @Override
    public String bars(Bars bars) {
        return new BarChart(bars).text(theme);
    }

    @Override
    public String series(Series series) {
        return new ColumnChart(series).text(theme);
    }

    @Override
    public String waterfall(Waterfall waterfall) {
        return bars(waterfall.bars());
    }

    /** The audiences have letters, and the matrix below them says by these who is in which. */
    @Override
    public String overlap(Overlap overlap) {
        String letters = IntStream.range(0, overlap.audiences().size())
                .mapToObj(Picture::letter)
                .collect(Collectors.joining(" "));
        String audiences = bars(new Bars(
                overlap.counted(),
                overlap.below(),
                List.of("audience"),
                List.of("adds to the reach"),
                IntStream.range(0, overlap.audiences().size())
                        .mapToObj(i -> audience(overlap, i))
                        .toList()));
        String atoms = bars(new Bars(
                overlap.counted(),
                overlap.below(),
                List.of(letters),
                List.of(),
                overlap.atoms().stream()
                        .sorted(Comparator.comparing((Atom atom) -> atom.size(), Sizes.LARGEST_FIRST))
                        .map(atom -> new Bar(List.of(marks(atom)), atom.size(), List.of()))
                        .toList()));
        return audiences + "\n" + theme.strong("in exactly these") + "\n" + atoms;
    }

    private Bar audience(Overlap overlap, int number) {
        Member member = overlap.audiences().get(number);
        return new Bar(
                List.of(Picture.letter(number) + " " + member.name()),
                member.size(),
                List.of(Sizes.of(member.adds(), overlap.below(), theme)));
    }

    private String marks(Atom atom) {
        return atom.in().stream().map(in -> in ? theme.in() : theme.out()).collect(Collectors.joining(" "));
    }

    /** A mark is in the row of its band. */
    @Override
    public String histogram(Histogram histogram) {
        List<Bar> bars = new ArrayList<>();
        for (Band band : histogram.bands()) {
            bars.add(new Bar(List.of(band.name()), band.size(), List.of(band.share(), marks(histogram, bars.size()))));
        }
        Band without = histogram.without();
        if (without != null) {
            bars.add(new Bar(List.of(without.name()), without.size(), List.of(without.share(), "")));
        }
        List<String> others = List.of("share", "quantile");
        return bars(new Bars(histogram.counted(), histogram.below(), List.of("band"), others, bars));
    }

    private static String marks(Histogram histogram, int band) {
        return histogram.marks().stream()
                .filter(mark -> mark.at().setScale(0, RoundingMode.FLOOR).intValueExact() == band)
                .map(Picture.Mark::name)
                .collect(Collectors.joining(" "));
    }
}
