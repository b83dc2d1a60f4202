package io.leadgen.runtime.export;

import io.leadgen.catalog.Column;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an export says to people; in Markdown, where a method says so. */
final class Words {
    static final String WARNING =
            "What this finds is exact and about real people: it has no noise, and no privacy budget guards it.";

    private static final int SHORTEST_FENCE = 3;

    private Words() {}

    /** Markdown: what this is. */
    static String title(ExportedAudience audience) {
        return "# An audience of " + code(audience.table().toString())
                + "\n\nExported by leadgen: the condition behind a size, for people who may work with the rows."
                + " It holds no data.\n\n**" + WARNING + "**";
    }

    /** Markdown: the condition as it was written, as it is asked, and what policy adds. */
    static String condition(ExportedAudience audience) {
        StringBuilder out = new StringBuilder("## The condition\n\n"
                + fenced(audience.definition().predicate())
                + "\n\nas it is asked, in its canonical form, with what policy adds:\n\n"
                + fenced(audience.definition().canonical()));
        AppliedPolicy applied = audience.definition().applied();
        if (applied.require() != null) {
            out.append("\n\nThe data owner requires for every question:\n\n").append(fenced(applied.require()));
        }
        if (applied.rowFilter() != null) {
            out.append("\n\nThe row filter of who exported this:\n\n").append(fenced(applied.rowFilter()));
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

    /** Lines, of plain words that are Markdown too: the size as answered, or how to ask for it. */
    static List<String> size(ExportedAudience audience) {
        AudienceEstimate size = audience.size();
        if (size == null) {
            return List.of("Size: not asked. leadgen count tells it, and leadgen export --with-size writes it here.");
        }
        String terms = "Released under differential privacy: one person is one "
                + size.privacy().unit() + ", class " + size.privacy().callerClass()
                + "; the same question keeps this answer until "
                + size.privacy().epochEnds() + ".";
        if (size.suppressed()) {
            return List.of("Size as answered: fewer than " + size.below() + " people; too few to tell.", terms);
        }
        Interval interval = Objects.requireNonNull(size.interval(), "told with its interval");
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Size as answered: %,d people; %,d to %,d before noise, with %.0f %% confidence.",
                        size.approxCount(),
                        interval.low().toBigInteger(),
                        interval.high().toBigInteger(),
                        interval.confidence() * 100),
                terms);
    }

    /** Markdown: text that stands out, whatever is in it. */
    static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        String blank = fence.length() > 1 ? " " : "";
        return fence + blank + text + blank + fence;
    }

    /** Markdown: lines that are shown as they are. */
    static String fenced(String text) {
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(text) + 1));
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
