package io.leadgen.runtime.export;

import io.leadgen.catalog.Column;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sentences of exports; methods say if they return Markdown. */
final class ExportText {
    static final String WARNING =
            "Results are exact and about real people: they have no noise, and no privacy budget limits them.";

    private static final int MIN_FENCE = 3;

    private ExportText() {}

    /** Markdown: the title. */
    static String title(ExportedAudience audience) {
        return "# An audience of " + code(audience.table().toString())
                + "\n\nExported by leadgen: the condition of an audience, for people with access to the rows."
                + " It contains no data.\n\n**" + WARNING + "**";
    }

    /** Markdown: the condition as written, its canonical form, and what policy adds. */
    static String condition(ExportedAudience audience) {
        StringBuilder out = new StringBuilder("## The condition\n\n"
                + fenced(audience.definition().predicate())
                + "\n\nCanonical form, including what policy adds:\n\n"
                + fenced(audience.definition().canonical()));
        AppliedPolicy applied = audience.definition().applied();
        if (applied.require() != null) {
            out.append("\n\nThe data owner requires for every question:\n\n").append(fenced(applied.require()));
        }
        if (applied.rowFilter() != null) {
            out.append("\n\nThe row filter of the principal who exported this:\n\n")
                    .append(fenced(applied.rowFilter()));
        }
        out.append("\n\nOne person is one ")
                .append(code(audience.unit().label()))
                .append('.');
        if (!audience.columns().isEmpty()) {
            out.append(" Columns: ").append(columns(audience.columns())).append('.');
        }
        return out.toString();
    }

    private static String columns(List<Column> columns) {
        return columns.stream()
                .map(column -> code(column.name().value()) + " (" + column.type() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Lines of plain text that are also Markdown: the size, or how to get it. */
    static List<String> size(ExportedAudience audience) {
        AudienceEstimate size = audience.size();
        if (size == null) {
            return List.of("Size: not counted. Use leadgen count, or leadgen export --with-size.");
        }
        String terms = "Released under differential privacy: one person is one "
                + size.privacy().unit() + ", class " + size.privacy().callerClass()
                + "; this answer is cached until "
                + size.privacy().epochEnds() + ".";
        if (size.suppressed()) {
            return List.of("Size: suppressed, fewer than " + size.below() + " people.", terms);
        }
        Interval interval = Objects.requireNonNull(size.interval(), "interval");
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Size: %,d people; %.0f %% confidence interval before noise: %,d to %,d.",
                        size.approxCount(),
                        interval.confidence() * 100,
                        interval.low().toBigInteger(),
                        interval.high().toBigInteger()),
                terms);
    }

    /** Markdown: inline code with any text. */
    static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        String space = fence.length() > 1 ? " " : "";
        return fence + space + text + space + fence;
    }

    /** Markdown: a code block with any text. */
    static String fenced(String text) {
        String fence = "`".repeat(Math.max(MIN_FENCE, longestRun(text) + 1));
        return fence + "\n" + text + "\n" + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
