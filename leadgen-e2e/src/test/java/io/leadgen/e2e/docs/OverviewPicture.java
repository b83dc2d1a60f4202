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
 * The picture of the README: a terminal with real output, and next to it the charts that the same commands wrote. It is one SVG
 * without scripts or references, which follows the reader's light or dark theme.
 */
final class OverviewPicture {
    static final String FILE = "docs/pictures/overview.svg";

    /**
     * A command of the terminal.
     *
     * @param shown how many lines of its output are in the picture
     * @param chart the chart that it writes; empty for none
     */
    private record Scene(String command, int shown, String chart) {}

    private static final List<Scene> SCENES = List.of(
            new Scene(
                    "bin/leadgen --demo count main.leads.customer_360 \\\n    -w \"age > 25 AND income_level = 'high'\"",
                    8,
                    ""),
            new Scene(
                    "bin/leadgen --demo segment main.leads.customer_360 --by plan \\\n    --chart people.svg",
                    11, // groups below it are so small that noise decides if they are suppressed
                    "people.svg"),
            new Scene(
                    "bin/leadgen --demo trend main.leads.events --time event_time \\\n"
                            + "    --from 2026-05-01 --to 2026-10-31 --every month --chart months.svg",
                    2,
                    "months.svg"));
    private static final int COLUMNS = 80;

    private static final double CHARACTER = 7.83; // of a fixed-width font at 13 px, and a little room
    private static final int LINE = 18;
    private static final int MARGIN = 16;
    private static final int HEAD = 30;
    private static final int GAP = 24;
    private static final double CHART_WIDTH = 640;

    private static final Pattern LINE_OF_TEXT = Pattern.compile("<text class=\"[^\"]*\" [^>]*>(.*?)</text>");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BAR = Pattern.compile("[█▏▎▍▌▋▊▉]+");

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
        List<Chart> charts = new ArrayList<>();
        for (Scene scene : SCENES) {
            Workplace.Run run = workplace.run(scene.command(), COLUMNS);
            assertThat(run.exitCode()).as("%s", run.lines()).isZero();
            lines.addAll(("$ " + scene.command()).lines().toList());
            boolean all = run.lines().size() <= scene.shown();
            lines.addAll(all ? run.lines() : run.lines().subList(0, scene.shown()));
            lines.addAll(all ? List.of("") : List.of("  …", ""));
            if (!scene.chart().isEmpty()) {
                charts.add(Chart.read(scene.chart(), workplace));
            }
        }
        return new OverviewPicture(draw(lines, charts));
    }

    /** A chart, scaled to the width of the right column. */
    private record Chart(String name, String svg, double scale, int height) {
        private static Chart read(String name, Workplace workplace) throws IOException {
            String svg = Files.readString(workplace.file(name), UTF_8);
            Matcher size = SIZE.matcher(svg);
            assertThat(size.find()).as("%s has a size", name).isTrue();
            double scale = CHART_WIDTH / Double.parseDouble(size.group(1));
            return new Chart(
                    name, svg.substring(svg.indexOf("<svg")), scale, (int) (Double.parseDouble(size.group(2)) * scale));
        }
    }

    /** The text in the terminal of such a picture. */
    static String textOf(String svg) {
        StringBuilder text = new StringBuilder();
        Matcher line = LINE_OF_TEXT.matcher(svg);
        while (line.find()) {
            text.append(TAG.matcher(line.group(1)).replaceAll("")).append('\n');
        }
        return text.toString();
    }

    private static String draw(List<String> lines, List<Chart> charts) {
        int terminalWidth = (int) (2 * MARGIN + COLUMNS * CHARACTER);
        int terminalHeight = HEAD + (lines.size() + 1) * LINE;
        int chartsHeight =
                charts.stream().mapToInt(chart -> HEAD + chart.height() + GAP).sum() - GAP;
        int width = terminalWidth + GAP + (int) CHART_WIDTH;
        int height = Math.max(terminalHeight, chartsHeight);

        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title">
                <title id="title">Questions and answers in the terminal, and the charts of two of them</title>
                <style>
                .window { fill: #f6f8fa; stroke: #d0d7de }
                .text { fill: #1f2328 } .command { fill: #1f2328; font-weight: bold }
                .quiet { fill: #57606a } .bar { fill: #2a6db0 }
                @media (prefers-color-scheme: dark) {
                .window { fill: #161b22; stroke: #30363d }
                .text, .command { fill: #e6edf3 }
                .quiet { fill: #a3acb8 } .bar { fill: #5b9bd8 }
                }
                text.text, text.command, text.quiet { font: 13px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre }
                text.command { font-weight: bold }
                </style>
                """.formatted(width, height));
        window(svg, 0, 0, terminalWidth, height, "terminal");
        int y = HEAD + LINE;
        boolean command = false;
        for (String line : lines) {
            command = line.startsWith("$ ") || (command && line.startsWith("    -"));
            String kind = command ? "command" : line.startsWith("  ") ? "quiet" : "text";
            svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n"
                    .formatted(kind, MARGIN, y, bars(escaped(line))));
            y += LINE;
        }
        int top = 0;
        for (Chart chart : charts) {
            window(svg, terminalWidth + GAP, top, (int) CHART_WIDTH, HEAD + chart.height(), chart.name());
            svg.append(String.format(
                    Locale.ROOT,
                    "<g transform=\"translate(%d %d) scale(%.4f)\">\n%s</g>\n",
                    terminalWidth + GAP,
                    top + HEAD,
                    chart.scale(),
                    chart.svg()));
            top += HEAD + chart.height() + GAP;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void window(StringBuilder svg, int x, int y, int width, int height, String title) {
        svg.append(
                """
                <rect class="window" x="%d" y="%d" width="%d" height="%d" rx="8"/>
                <circle class="quiet" cx="%d" cy="%d" r="4"/><text class="quiet" x="%d" y="%d">%s</text>
                """.formatted(x, y, width, height, x + MARGIN, y + HEAD / 2, x + 2 * MARGIN, y + HEAD / 2 + 5, title));
    }

    private static String bars(String text) {
        return BAR.matcher(text).replaceAll("<tspan class=\"bar\">$0</tspan>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
