package io.leadgen.e2e.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The picture of the README: a terminal with real output, and with it the chart that the same program wrote. It is one SVG
 * without scripts or references, which follows the reader's light or dark theme.
 */
final class OverviewPicture {
    static final String FILE = "docs/pictures/overview.svg";

    private static final String CHART = "people.svg";
    private static final List<String> COMMANDS = List.of(
            "bin/leadgen --demo count main.leads.customer_360 \\\n    -w \"age > 25 AND income_level = 'high'\"",
            "bin/leadgen --demo segment main.leads.customer_360 --by plan \\\n    --chart " + CHART);
    private static final int COLUMNS = 80;

    private static final double CHARACTER = 7.83; // of a fixed-width font at 13 px, and a little room
    private static final int LINE = 18;
    private static final int MARGIN = 16;
    private static final int HEAD = 30;
    private static final int GAP = 24;
    private static final double CHART_WIDTH = 640;

    private static final Pattern LINE_OF_TEXT = Pattern.compile("<text class=\"[^\"]*\" [^>]*>([^<]*)</text>");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern REQUEST = Pattern.compile("^\\s*request\\b.*");

    private final String svg;

    private OverviewPicture(String svg) {
        this.svg = svg;
    }

    String svg() {
        return svg;
    }

    /** Asks the questions and draws what comes back. */
    static OverviewPicture of(Workplace workplace) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String command : COMMANDS) {
            Workplace.Run run = workplace.run(command, COLUMNS);
            assertThat(run.exitCode()).as("%s", run.lines()).isZero();
            lines.addAll(("$ " + command).lines().toList());
            run.lines().stream()
                    .filter(line -> !REQUEST.matcher(line).matches())
                    .forEach(lines::add);
            lines.add("");
        }
        return new OverviewPicture(draw(lines, Files.readString(workplace.file(CHART), UTF_8)));
    }

    /** The text in the terminal of such a picture. */
    static String textOf(String svg) {
        StringBuilder text = new StringBuilder();
        Matcher line = LINE_OF_TEXT.matcher(svg);
        while (line.find()) {
            text.append(line.group(1)).append('\n');
        }
        return text.toString();
    }

    private static String draw(List<String> lines, String chart) {
        Matcher size = SIZE.matcher(chart);
        assertThat(size.find()).as("the chart has a size").isTrue();
        double scale = CHART_WIDTH / Double.parseDouble(size.group(1));
        int terminalWidth = (int) (2 * MARGIN + COLUMNS * CHARACTER);
        int terminalHeight = HEAD + (lines.size() + 1) * LINE;
        int chartHeight = (int) (Double.parseDouble(size.group(2)) * scale);
        int width = terminalWidth + GAP + (int) CHART_WIDTH;
        int height = Math.max(terminalHeight, HEAD + chartHeight);

        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title">
                <title id="title">A count and a breakdown in the terminal, and the chart of the breakdown</title>
                <style>
                .window { fill: #f6f8fa; stroke: #d0d7de }
                .text { fill: #1f2328 } .command { fill: #1f2328; font-weight: bold }
                .quiet { fill: #57606a }
                @media (prefers-color-scheme: dark) {
                .window { fill: #161b22; stroke: #30363d }
                .text, .command { fill: #e6edf3 }
                .quiet { fill: #a3acb8 }
                }
                text.text, text.command, text.quiet { font: 13px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre }
                text.command { font-weight: bold }
                </style>
                """.formatted(width, height));
        window(svg, 0, terminalWidth, height, "terminal");
        window(svg, terminalWidth + GAP, (int) CHART_WIDTH, HEAD + chartHeight, CHART);
        int y = HEAD + LINE;
        boolean command = false;
        for (String line : lines) {
            command = line.startsWith("$ ") || (command && line.startsWith("    -"));
            String kind = command ? "command" : line.startsWith("  ") ? "quiet" : "text";
            svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n"
                    .formatted(kind, MARGIN, y, escaped(line)));
            y += LINE;
        }
        svg.append("<g transform=\"translate(%d %d) scale(%s)\">\n"
                .formatted(terminalWidth + GAP, HEAD, String.format(Locale.ROOT, "%.4f", scale)));
        svg.append(chart.substring(chart.indexOf("<svg"))).append("</g>\n</svg>\n");
        return svg.toString();
    }

    private static void window(StringBuilder svg, int x, int width, int height, String title) {
        svg.append("""
                <rect class="window" x="%s" y="0.5" width="%d" height="%d" rx="8"/>
                <circle class="quiet" cx="%d" cy="15" r="4"/><text class="quiet" x="%d" y="20">%s</text>
                """.formatted(x + 0.5, width - 1, height - 1, x + MARGIN, x + 2 * MARGIN, title));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
