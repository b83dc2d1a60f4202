package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.figure.Picture.Atom;
import io.leadgen.cli.figure.Picture.Bar;
import io.leadgen.cli.figure.Picture.Bars;
import io.leadgen.cli.figure.Picture.Draughtsman;
import io.leadgen.cli.figure.Picture.Histogram;
import io.leadgen.cli.figure.Picture.Member;
import io.leadgen.cli.figure.Picture.Overlap;
import io.leadgen.cli.figure.Picture.Series;
import io.leadgen.cli.figure.Picture.Waterfall;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out a picture of any kind. */
final class Plots implements Draughtsman<Plot> {
    private static final double BETWEEN = 16;

    @Override
    public Plot bars(Bars bars) {
        return rows(new Bars(
                bars.counted(),
                bars.below(),
                List.of(joined(bars.keys())),
                bars.others(),
                bars.bars().stream()
                        .map(bar -> new Bar(List.of(joined(bar.labels())), bar.size(), bar.others()))
                        .toList()));
    }

    private static Plot rows(Bars bars) {
        RowPlot plot = new RowPlot(bars, List.of(), List.of());
        return plot.plot(plot.most());
    }

    @Override
    public Plot series(Series series) {
        return ColumnPlot.of(series);
    }

    @Override
    public Plot waterfall(Waterfall waterfall) {
        return rows(waterfall.bars());
    }

    /** The audiences, with a letter each, and below them, up to the same number, who is in exactly which. */
    @Override
    public Plot overlap(Overlap overlap) {
        List<Bar> members = new ArrayList<>();
        for (Member member : overlap.audiences()) {
            members.add(new Bar(
                    List.of(Picture.letter(members.size()) + "  " + member.name()),
                    member.size(),
                    List.of(Sizes.of(member.adds(), overlap.below(), Theme.OF_FILES))));
        }
        List<Atom> parts = overlap.atoms().stream()
                .sorted(Comparator.comparing(Atom::size, Sizes.LARGEST_FIRST))
                .toList();
        RowPlot audiences = new RowPlot(
                new Bars(
                        overlap.counted(), overlap.below(), List.of("audience"), List.of("adds to the reach"), members),
                List.of(),
                List.of());
        RowPlot atoms = new RowPlot(
                new Bars(
                        overlap.counted(),
                        overlap.below(),
                        List.of("in exactly these"),
                        List.of(),
                        parts.stream()
                                .map(part -> new Bar(List.of(""), part.size(), List.of()))
                                .toList()),
                IntStream.range(0, members.size()).mapToObj(Picture::letter).toList(),
                parts.stream().map(Atom::in).toList());
        BigDecimal most = audiences.most().max(atoms.most());
        return below(audiences.plot(most), atoms.plot(most));
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
}
