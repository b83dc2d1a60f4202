package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Picture.Atom;
import io.leadgen.cli.figure.Picture.Bar;
import io.leadgen.cli.figure.Picture.Bars;
import io.leadgen.cli.figure.Picture.Draughtsman;
import io.leadgen.cli.figure.Picture.Histogram;
import io.leadgen.cli.figure.Picture.Member;
import io.leadgen.cli.figure.Picture.Overlap;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.cli.figure.Picture.Step;
import io.leadgen.cli.figure.Picture.Waterfall;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays out a picture of any kind. */
final class Plots implements Draughtsman<Plot> {
    private static final double BETWEEN = 16;

    @Override
    public Plot bars(Bars bars) {
        RowPlot plot = new RowPlot(joined(bars.keys()), List.of(), joined(bars.counted(), bars.others()), bars.below());
        for (Bar bar : bars.bars()) {
            plot.row(joined(bar.labels()), List.of(), bar.size(), null, bar.others());
        }
        return plot.plot(plot.most());
    }

    @Override
    public Plot series(Series series) {
        return ColumnPlot.of(series);
    }

    @Override
    public Plot waterfall(Waterfall waterfall) {
        RowPlot plot = new RowPlot(
                "step", List.of(), List.of(waterfall.counted(), "lost", "of prev", "of first"), waterfall.below());
        NoisyCount before = null;
        for (Step step : waterfall.steps()) {
            String lost = before == null ? "" : Sizes.difference(before, step.size());
            plot.row(step.name(), List.of(), step.size(), before, List.of(lost, step.share(), step.shareOfFirst()));
            before = step.size();
        }
        return plot.plot(plot.most());
    }

    /** The audiences, with a letter each, and below them, up to the same number, who is in exactly which. */
    @Override
    public Plot overlap(Overlap overlap) {
        RowPlot audiences =
                new RowPlot("audience", List.of(), List.of(overlap.counted(), "adds to the reach"), overlap.below());
        for (int i = 0; i < overlap.audiences().size(); i++) {
            Member member = overlap.audiences().get(i);
            audiences.row(
                    letter(i) + "  " + member.name(),
                    List.of(),
                    member.size(),
                    null,
                    List.of(Sizes.of(member.adds(), overlap.below(), Theme.OF_FILES)));
        }
        RowPlot atoms = new RowPlot(
                "in exactly these",
                IntStream.range(0, overlap.audiences().size())
                        .mapToObj(Plots::letter)
                        .toList(),
                List.of(overlap.counted()),
                overlap.below());
        overlap.atoms().stream()
                .sorted(Comparator.comparing(Atom::size, Sizes.LARGEST_FIRST))
                .forEach(atom -> atoms.row("", atom.in(), atom.size(), null, List.of()));
        BigDecimal most = audiences.most().max(atoms.most());
        return below(audiences.plot(most), atoms.plot(most));
    }

    private static String letter(int audience) {
        return String.valueOf((char) ('A' + audience));
    }

    private static Plot below(Plot first, Plot second) {
        return new Plot(first.height() + BETWEEN + second.height(), sheet -> {
            first.painter().accept(sheet);
            sheet.shifted(0, first.height() + BETWEEN, second.painter());
        });
    }

    @Override
    public Plot histogram(Histogram histogram) {
        return ColumnPlot.of(histogram);
    }

    private static String joined(List<String> labels) {
        return TextMetrics.joined(labels, " · ", RowPlot.WIDEST_LABEL, TextMetrics.BODY);
    }

    private static List<String> joined(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
