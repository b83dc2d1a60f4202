package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Figure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure is written as. The same figure is always written by the same bytes, as long as the fonts are the same. */
public enum ChartFormat {
    /** A picture of any size, for white paper. */
    SVG {
        @Override
        public byte[] bytes(Figure figure) {
            return HtmlFigure.poster(figure).getBytes(StandardCharsets.UTF_8);
        }
    },
    /** A picture of points, for white paper. */
    PNG {
        @Override
        public byte[] bytes(Figure figure) {
            FigureLayout poster = new FigureLayout(figure);
            RasterSheet sheet = new RasterSheet(poster.width(), poster.height());
            poster.paint(sheet);
            return sheet.png();
        }
    },
    /** A page with the picture, all numbers in tables, and all that is to be known about them; light or dark. */
    HTML {
        @Override
        public byte[] bytes(Figure figure) {
            return HtmlFigure.page(figure).getBytes(StandardCharsets.UTF_8);
        }
    };

    /** Finds what would keep any figure from being drawn: CONFIG_INVALID if this Java has no fonts. */
    public void check() {
        TextMetrics.check();
    }

    public abstract byte[] bytes(Figure figure);

    /** The format of a file's extension, without regard to case. */
    public static Optional<ChartFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
