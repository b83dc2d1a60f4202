package io.leadgen.cli.report;

import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.ColumnName;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportAnswer.Answered;
import io.leadgen.cli.answer.keep.ReportAnswer.Results;
import io.leadgen.cli.answer.keep.ReportAnswer.Section;
import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Figure.Fact;
import io.leadgen.cli.figure.file.HtmlFigure;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.Interval;
import io.leadgen.runtime.files.Resources;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML page that loads nothing and runs no script; for a screen of any width, light or dark, for
 * paper, and for those who do not see it. What others wrote in it is harmless.
 *
 * @param title what it is called, whatever is in it
 * @param created when its numbers were asked
 * @param version of the program
 */
public record ReportPage(String title, ReportPlan plan, Results report, Instant created, String version) {
    static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    public String html() {
        Element page = Element.of("html").with("lang", "en").add(head()).add(body());
        return "<!DOCTYPE html>\n" + page.html();
    }

    private String people() {
        return ReportAnswer.people(report.size());
    }

    private Element head() {
        return Element.of("head")
                .add(Element.of("meta").with("charset", "utf-8"))
                .add(Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Element.of("meta").with("name", "color-scheme").with("content", "light dark"))
                .add(Element.of("meta").with("name", "referrer").with("content", "no-referrer"))
                .add(Element.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", POLICY))
                .add(Element.of("title", title))
                .add(Element.of("style")
                        .written("\n" + HtmlFigure.style() + Resources.text(ReportPage.class, "report.css")));
    }

    private Element body() {
        Element main = Element.of("main").add(size()).add(condition());
        for (int i = 0; i < report.sections().size(); i++) {
            main.add(section(i));
        }
        main.add(new PrivacySection(report).html());
        Element header = Element.of("header")
                .add(Element.of("p", "Audience report").with("class", "lr-kind"))
                .add(Element.of("h1", title))
                .add(Element.of("p")
                        .with("class", "lr-quiet")
                        .text("Table ")
                        .add(code(plan.check().table().toString()))
                        .text(" · made " + MINUTE.format(created)));
        return Element.of("body").add(header).add(contents()).add(main).add(footer());
    }

    private Element contents() {
        Element list = Element.of("ul").add(link("size", "Size")).add(link("condition", "Who is counted"));
        for (int i = 0; i < report.sections().size(); i++) {
            list.add(link(id(i), heading(report.sections().get(i))));
        }
        return Element.of("nav").with("aria-label", "Contents").add(list.add(link("privacy", "What the numbers mean")));
    }

    private static Element link(String id, String text) {
        return Element.of("li").add(Element.of("a", text).with("href", "#" + id));
    }

    static Element section(String id, String heading) {
        return Element.of("section")
                .with("aria-labelledby", id)
                .add(Element.of("h2", heading).with("id", id));
    }

    private static Element code(String text) {
        return Element.of("code", text);
    }

    private Element size() {
        Element section = section("size", "Size");
        Interval interval = report.size().interval();
        if (report.size().suppressed() || interval == null) {
            return section.add(Element.of("p")
                            .with("class", "lr-size")
                            .add(Element.of("strong", ReportAnswer.size(report.size())))
                            .text(" " + people()))
                    .add(Element.of(
                            "p",
                            "To protect individuals, an audience this small is suppressed, and no other question was asked"
                                    + " about it."));
        }
        section.add(Element.of("p")
                        .with("class", "lr-size")
                        .add(Element.of("strong", ReportAnswer.size(report.size())))
                        .text(" " + people()))
                .add(Element.of("p")
                        .with("class", "lr-interval")
                        .text("between ")
                        .add(Element.of("strong", whole(interval.low())))
                        .text(" and ")
                        .add(Element.of("strong", whole(interval.high())))
                        .text(", with 95 % confidence"));
        if (report.size().coarse()) {
            section.add(Element.of("p", "Less precise than requested, as the privacy budget did not allow more."));
        }
        return section;
    }

    private static String whole(java.math.BigDecimal number) {
        return String.format(Locale.ROOT, "%,d", number.toBigInteger());
    }

    private Element condition() {
        Element section = section("condition", "Who is counted");
        List<Predicate> conditions = plan.check().conditions();
        boolean everyone = conditions.stream().allMatch(condition -> condition == Predicate.Constant.TRUE);
        if (everyone) {
            section.add(Element.of("p", "Everyone in the table."));
        } else {
            section.add(Element.of(
                    "p",
                    conditions.size() == 1
                            ? "The " + people() + " who match this condition:"
                            : "The " + people() + " who match all of these conditions:"));
            section.add(Element.of("ul")
                    .with("class", "lr-conditions")
                    .add(conditions.stream()
                            .map(condition -> Element.of("li", PredicateWords.of(condition)))
                            .toList()));
        }
        applied(section, report.size().applied());
        section.add(Element.of("details")
                .add(Element.of("summary", "The condition as written and as asked"))
                .add(Element.of("h3", "As written"))
                .add(Element.of("pre")
                        .with("tabindex", "0")
                        .add(Element.of("code")
                                .lines(String.valueOf(plan.check().predicate()))))
                .add(Element.of("h3", "As asked, with what policy adds"))
                .add(Element.of("pre")
                        .with("tabindex", "0")
                        .add(Element.of("code").lines(plan.check().canonical()))));
        return meanings(section);
    }

    private static void applied(Element section, AppliedPolicy applied) {
        if (applied.require() != null) {
            section.add(added("The data owner adds this to every question:", applied.require()));
        }
        if (applied.rowFilter() != null) {
            section.add(added("The principal may see only these rows:", applied.rowFilter()));
        }
        if (applied.partition() != null) {
            section.add(added("Every question must filter on this partition column:", applied.partition()));
        }
    }

    private static Element added(String words, String text) {
        return Element.of("p", words + " ").add(code(text));
    }

    /** The meaning of the columns in the condition, as far as it is known. */
    private Element meanings(Element section) {
        Set<String> looked =
                plan.check().columns().stream().map(ColumnName::value).collect(Collectors.toUnmodifiableSet());
        List<List<String>> rows = plan.columns().stream()
                .filter(column -> looked.contains(column.name()) && meaning(column) != null)
                .map(column -> List.of(column.name(), column.type(), String.valueOf(meaning(column))))
                .toList();
        return rows.isEmpty()
                ? section
                : section.add(scrolled(
                        "What the columns are", table("columns", List.of("column", "type", "what it holds"), 1, rows)));
    }

    private static @Nullable String meaning(ColumnInfo column) {
        return column.definition() == null ? column.comment() : column.definition();
    }

    private static String id(int section) {
        return "part" + (section + 1);
    }

    static String heading(Section section) {
        return switch (section.kind()) {
            case "funnel" -> "Step by step";
            case "segment" -> "Broken down " + section.about();
            case "trend" -> "Over time, " + section.about();
            default -> "Values of " + section.about();
        };
    }

    private Element section(int number) {
        Section part = report.sections().get(number);
        Element section = section(id(number), heading(part));
        Answered answered = part.answered();
        LeadgenException refused = part.refused();
        if (answered != null) {
            return answered(section, answered, part.kind(), "figure" + letter(number));
        }
        if (refused == null) {
            return section.add(note("Not asked, as the audience is too small."));
        }
        return section.add(note("This section was not answered: " + refused.getMessage() + "."
                + (refused.hint() == null ? "" : " To fix it: " + refused.hint() + ".")));
    }

    /** Names of the parts of figures are of letters. */
    private static String letter(int number) {
        return number < 26 ? String.valueOf((char) ('a' + number)) : letter(number / 26 - 1) + letter(number % 26);
    }

    private static Element note(String text) {
        return Element.of("p", text).with("class", "lr-note").with("role", "note");
    }

    private Element answered(Element section, Answered answered, String kind, String id) {
        Figure figure = answered.figure();
        section.add(Element.of("p", introduction(kind)));
        if (figure.tables().stream().allMatch(table -> table.rows().isEmpty())) {
            return section.add(note("All numbers here are suppressed: too few " + people() + "."));
        }
        section.add(region(figure.title() + ", picture").written(HtmlFigure.picture(figure, id)));
        Element numbers = Element.of("div");
        figure.tables().forEach(table -> numbers.written(HtmlFigure.table(table)));
        section.add(Element.of("details")
                .with("open", "")
                .add(Element.of("summary", "The numbers"))
                .add(region(figure.title() + ", numbers").add(numbers)));
        List<Fact> common = ReportAnswer.facts(report.size());
        List<Fact> own = new ArrayList<>(figure.facts());
        own.removeAll(common);
        return own.isEmpty() ? section : section.written(HtmlFigure.facts(own));
    }

    private String introduction(String kind) {
        return switch (kind) {
            case "funnel" ->
                "The number of " + people() + " left after each condition. A person with several rows can match each"
                        + " condition with another row. Every number has its own noise, so the last step is close to the"
                        + " size above, not equal to it.";
            case "segment" -> "The number of " + people() + " of the audience in each part.";
            case "trend" -> "The number of " + people() + " of the audience in each window of time.";
            default -> "The values of the column within the audience.";
        };
    }

    private static Element region(String label) {
        return Element.of("div")
                .with("class", "lr-scroll")
                .with("role", "region")
                .with("aria-label", label)
                .with("tabindex", "0");
    }

    static Element scrolled(String label, Element table) {
        return region(label).add(table);
    }

    static Element table(String caption, List<String> header, int labels, List<List<String>> rows) {
        Element head = Element.of("tr");
        header.forEach(name -> head.add(Element.of("th", name).with("scope", "col")));
        Element body = Element.of("tbody");
        for (List<String> row : rows) {
            Element line = Element.of("tr");
            for (int i = 0; i < row.size(); i++) {
                line.add(i < labels ? Element.of("th", row.get(i)).with("scope", "row") : Element.of("td", row.get(i)));
            }
            body.add(line);
        }
        return Element.of("table")
                .with("class", "lg-table")
                .add(Element.of("caption", caption))
                .add(Element.of("thead").add(head))
                .add(body);
    }

    private Element footer() {
        return Element.of("footer")
                .add(
                        Element.of(
                                "p",
                                "These numbers are not exact, do not add up to the last digit, and disclose nothing about any"
                                        + " single person. Groups that are too small are absent; an absent group is not an empty one."))
                .add(Element.of(
                        "p",
                        "Made " + MINUTE.format(created) + " by " + version + ". Request "
                                + report.size().requestId() + "."));
    }
}
