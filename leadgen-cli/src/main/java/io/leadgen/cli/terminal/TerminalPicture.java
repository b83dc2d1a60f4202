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
import io.leadgen.cli.figure.Picture.Step;
import io.leadgen.cli.figure.Picture.Waterfall;
import io.leadgen.question.answer.NoisyCount;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pictures in the signs of a terminal, each number next to its mark; lines end with a line break. */
record TerminalPicture(Theme theme) implements Draughtsman<String> {
    @Override
    public String bars(Bars bars) {
        BarChart chart = new BarChart(bars.keys(), bars.counted(), bars.others(), bars.below());
        for (Bar bar : bars.bars()) {
            chart.row(bar.labels(), bar.size(), bar.others().toArray(String[]::new));
        }
        return chart.text(theme);
    }

    @Override
    public String series(Series series) {
        return new ColumnChart(series).text(theme);
    }

    @Override
    public String waterfall(Waterfall waterfall) {
        BarChart chart = new BarChart(
                List.of("step"), waterfall.counted(), List.of("lost", "of prev", "of first"), waterfall.below());
        NoisyCount before = null;
        for (Step step : waterfall.steps()) {
            if (before == null) {
                chart.row(List.of(step.name()), step.size(), "", step.share(), step.shareOfFirst());
            } else {
                String lost = Sizes.difference(before, step.size());
                chart.rest(List.of(step.name()), step.size(), before, lost, step.share(), step.shareOfFirst());
            }
            before = step.size();
        }
        return chart.text(theme);
    }

    /** The audiences have letters, and the matrix below them says by these who is in which. */
    @Override
    public String overlap(Overlap overlap) {
        BarChart audiences =
                new BarChart(List.of("audience"), overlap.counted(), List.of("adds to the reach"), overlap.below());
        for (int i = 0; i < overlap.audiences().size(); i++) {
            Member member = overlap.audiences().get(i);
            audiences.row(
                    List.of(letter(i) + " " + member.name()),
                    member.size(),
                    Sizes.of(member.adds(), overlap.below(), theme));
        }
        String letters = IntStream.range(0, overlap.audiences().size())
                .mapToObj(TerminalPicture::letter)
                .collect(Collectors.joining(" "));
        BarChart atoms = new BarChart(List.of(letters), overlap.counted(), List.of(), overlap.below());
        overlap.atoms().stream()
                .sorted(Comparator.comparing((Atom atom) -> atom.size(), Sizes.LARGEST_FIRST))
                .forEach(atom -> atoms.row(List.of(marks(atom)), atom.size()));
        return audiences.text(theme) + "\n" + theme.strong("in exactly these") + "\n" + atoms.text(theme);
    }

    private static String letter(int audience) {
        return String.valueOf((char) ('A' + audience));
    }

    private String marks(Atom atom) {
        return atom.in().stream().map(in -> in ? theme.in() : theme.out()).collect(Collectors.joining(" "));
    }

    /** A mark is in the row of its band. */
    @Override
    public String histogram(Histogram histogram) {
        BarChart chart =
                new BarChart(List.of("band"), histogram.counted(), List.of("share", "quantile"), histogram.below());
        for (int i = 0; i < histogram.bands().size(); i++) {
            Band band = histogram.bands().get(i);
            chart.row(List.of(band.name()), band.size(), band.share(), marks(histogram, i));
        }
        Band without = histogram.without();
        if (without != null) {
            chart.row(List.of(without.name()), without.size(), without.share(), "");
        }
        return chart.text(theme);
    }

    private static String marks(Histogram histogram, int band) {
        return histogram.marks().stream()
                .filter(mark -> mark.at().setScale(0, RoundingMode.FLOOR).intValueExact() == band)
                .map(Picture.Mark::name)
                .collect(Collectors.joining(" "));
    }
}
