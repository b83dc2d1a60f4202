package io.leadgen.cli.answer;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.PictureTables;
import io.leadgen.cli.terminal.Quantiles;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.ColumnProfile.Kind;
import io.leadgen.question.answer.ColumnProfile.Value;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.ProfileDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a column. */
public final class ProfileAnswer {
    private static final Fields FIELDS = Fields.of(
            "value",
            "literal",
            "condition",
            "approx_count",
            "suppressed",
            "interval.low",
            "interval.high",
            "interval.confidence",
            "share");

    private ProfileAnswer() {}

    /** The answer; suppressed if not one value is told. */
    public static Answer of(ColumnProfile answer) {
        Map<String, @Nullable Object> document = ProfileDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "values"),
                FIELDS,
                page -> write(page, answer),
                answer.values().stream().allMatch(value -> value.size().suppressed()));
    }

    /** The answer for a file of its own. */
    public static Figure figure(ColumnProfile answer) {
        Page page = new Page(Theme.OF_FILES);
        facts(page, answer);
        PolicyFacts.figure(page, answer.terms());
        return PictureTables.figure(
                title(page, answer), subject(page, answer), picture(page, answer), List.of(), page.facts());
    }

    private static void write(Page page, ColumnProfile answer) {
        page.headline(title(page, answer));
        page.sentence(subject(page, answer));
        page.gap();
        if (answer.values().isEmpty()) {
            page.sentence("No value is shared by enough " + people(answer) + " to be told.");
        } else {
            page.picture(picture(page, answer));
        }
        page.gap();
        facts(page, answer);
        PolicyFacts.terms(page, answer.terms());
    }

    private static String title(Page page, ColumnProfile answer) {
        return page.shown(answer.column()) + " (" + page.shown(answer.type()) + ")";
    }

    private static String subject(Page page, ColumnProfile answer) {
        ReleaseInfo terms = answer.terms();
        return CountAnswer.subject(page, terms.table().toString(), terms.predicate());
    }

    private static String people(ColumnProfile answer) {
        return PolicyFacts.people(answer.terms().privacy().unit());
    }

    private static Picture picture(Page page, ColumnProfile answer) {
        if (answer.kind() == Kind.BANDS) {
            List<Picture.Band> bands = new ArrayList<>();
            Picture.Band without = null;
            for (Value value : answer.values()) {
                Picture.Band band = new Picture.Band(name(page, answer.kind(), value), value.size(), share(value));
                if (value.value() == null) {
                    without = band;
                } else {
                    bands.add(band);
                }
            }
            return new Picture.Histogram(
                    people(answer),
                    answer.terms().below(),
                    page.shown(answer.column()),
                    bands,
                    without,
                    Quantiles.of(answer));
        }
        return new Picture.Bars(
                people(answer),
                answer.terms().below(),
                List.of(header(answer.kind())),
                List.of("share"),
                answer.values().stream()
                        .map(value -> new Picture.Bar(
                                List.of(name(page, answer.kind(), value)), value.size(), List.of(share(value))))
                        .toList());
    }

    private static String share(Value value) {
        return FunnelAnswer.share(value.share());
    }

    private static void facts(Page page, ColumnProfile answer) {
        answer.values().stream()
                .filter(value -> value.value() != null && !value.size().suppressed())
                .map(Value::condition)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(condition -> page.fact("to write", page.shown(condition)));
        if (answer.low() != null && answer.high() != null) {
            page.fact("range", page.shown(answer.low()) + " to " + page.shown(answer.high()) + range(answer.kind()));
        }
        BigDecimal nullShare = answer.nullShare();
        if (nullShare != null) {
            page.fact("NULL", Numerals.share(nullShare) + " of " + people(answer));
        }
        PolicyFacts.suppressed(
                page, answer.values().stream().anyMatch(value -> value.size().suppressed()));
        found(page, answer, people(answer));
    }

    private static void found(Page page, ColumnProfile answer, String people) {
        if (answer.kind() == Kind.FREQUENT || answer.kind() == Kind.CALENDAR) {
            page.fact("found", "in the data, where enough " + people + " share a value; rarer ones are left out");
        }
        if (answer.truncated()) {
            page.fact("truncated", "there are more values than an answer may have (limits.max_rows)");
        }
    }

    private static String header(Kind kind) {
        return switch (kind) {
            case DECLARED, FREQUENT -> "value";
            case BANDS -> "band";
            case CALENDAR -> "month from";
        };
    }

    private static String range(Kind kind) {
        return kind == Kind.CALENDAR ? ": the first and the last month" : ": about 98 % of values";
    }

    /** As a condition writes it, where it has a name there. */
    private static String name(Page page, Kind kind, Value value) {
        return value.literal() != null && kind != Kind.CALENDAR
                ? page.shown(value.literal())
                : SegmentsAnswer.value(page, value.value());
    }
}
