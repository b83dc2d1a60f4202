package io.leadgen.cli.figure.file;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.figure.Figure.Table;
import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Figures in HTML: a picture whose colours follow the page's, its numbers in tables, and what is to be known about them. All that
 * is returned is escaped, loads nothing and runs no script; a page needs {@link #style} once.
 */
public final class HtmlFigure {
    private HtmlFigure() {}

    static String page(Figure figure) {
        String title = Markup.escaped(figure.title());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>" + title + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n<h1>"
                + title + "</h1>\n<p class=\"lg-subject\">" + Markup.escaped(figure.subject()) + "</p>\n"
                + figure(figure, "chart") + facts(figure.facts()) + "</main>\n</body>\n</html>\n";
    }

    /**
     * The style sheet: colours for light and dark, and how figures, tables and facts look. It styles the elements of these
     * classes ({@code lg-...}), and the page as a whole.
     */
    public static String style() {
        return ":root{color-scheme:light dark;" + colours(ink -> hex(ink.onWhite()))
                + "}\n@media (prefers-color-scheme:dark){:root{" + colours(Palette::onDark) + "}}\n" + """
                body{margin:0;background:var(--lg-ground);color:var(--lg-text);\
                font:15px/1.5 system-ui,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif}
                main{max-width:60rem;margin:0 auto;padding:1.5rem}
                h1{font-size:1.4rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
                .lg-subject{color:var(--lg-quiet);margin:0 0 1rem;overflow-wrap:anywhere}
                .lg-figure{margin:1.25rem 0}
                .lg-figure svg{display:block;width:100%;height:auto}
                .lg-tables{overflow-x:auto}
                .lg-table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
                .lg-table caption{text-align:left;font-weight:600;padding:.25rem 0}
                .lg-table th,.lg-table td{padding:.3rem 1.25rem .3rem 0;text-align:left;vertical-align:top;\
                border-bottom:1px solid var(--lg-grid)}
                .lg-table th{font-weight:400;overflow-wrap:anywhere}
                .lg-table thead th{color:var(--lg-quiet)}
                .lg-table .lg-n{text-align:right;white-space:nowrap}
                .lg-facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;\
                font-size:.9rem;color:var(--lg-quiet)}
                .lg-facts dt{font-weight:600}
                .lg-facts dd{margin:0;overflow-wrap:anywhere}
                @media print{:root{"""
                + colours(ink -> hex(ink.onWhite())) + "}}\n";
    }

    private static String colours(java.util.function.Function<Palette, String> colour) {
        return Stream.of(Palette.values())
                .map(ink -> ink.property() + ":" + colour.apply(ink))
                .collect(Collectors.joining(";"));
    }

    private static String hex(Color colour) {
        return Palette.hex(colour.getRGB());
    }

    /**
     * The picture and the tables of a figure, without its title, subject and facts.
     *
     * @param id what its parts are named by: letters, and different for each figure of one page
     */
    public static String figure(Figure figure, String id) {
        return picture(figure, id) + "<div class=\"lg-tables\">\n"
                + figure.tables().stream().map(HtmlFigure::table).collect(Collectors.joining()) + "</div>\n";
    }

    /** The picture of a figure alone; {@code id} as of {@link #figure}. */
    public static String picture(Figure figure, String id) {
        Plot plot = figure.picture().draw(new Plots());
        SvgSheet sheet = new SvgSheet(ink -> "var(" + ink.property() + ")");
        plot.painter().accept(sheet);
        String svg = sheet.svg(Plot.WIDTH, (int) Math.ceil(plot.height()), figure.title(), figure.subject(), id);
        return "<figure class=\"lg-figure\">\n" + svg + "</figure>\n";
    }

    public static String table(Table table) {
        StringBuilder html = new StringBuilder("<table class=\"lg-table\">\n<caption>" + Markup.escaped(table.caption())
                + "</caption>\n<thead>\n<tr>");
        for (int column = 0; column < table.header().size(); column++) {
            html.append("<th scope=\"col\"" + (column < table.labels() ? ">" : " class=\"lg-n\">")
                    + Markup.escaped(table.header().get(column)) + "</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                String text = Markup.escaped(row.get(column).strip());
                html.append(
                        column < table.labels()
                                ? "<th scope=\"row\">" + text + "</th>"
                                : "<td class=\"lg-n\">" + text + "</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    /** What is to be known about numbers, as a list of names and values. */
    public static String facts(List<Fact> facts) {
        return facts.stream()
                .map(fact ->
                        "<dt>" + Markup.escaped(fact.label()) + "</dt><dd>" + Markup.escaped(fact.value()) + "</dd>\n")
                .collect(Collectors.joining("", "<dl class=\"lg-facts\">\n", "</dl>\n"));
    }

    /** A picture for a file of its own, with its title, its subject and the facts about it, on white. */
    static String poster(Figure figure) {
        FigureLayout poster = new FigureLayout(figure);
        SvgSheet sheet = new SvgSheet(ink -> hex(ink.onWhite()));
        sheet.box(Palette.GROUND, 0, 0, poster.width(), poster.height());
        poster.paint(sheet);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + sheet.svg(poster.width(), poster.height(), figure.title(), figure.subject(), "leadgen");
    }
}
