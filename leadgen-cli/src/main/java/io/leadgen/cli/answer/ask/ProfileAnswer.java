package io.leadgen.cli.answer.ask;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Quantiles;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.ColumnProfile.Kind;
import io.leadgen.question.answer.ColumnProfile.Value;
import io.leadgen.runtime.answer.BreakdownShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The values of a column. */
public final class ProfileAnswer extends Breakdown<ColumnProfile> {
    public ProfileAnswer(ColumnProfile answer) {
        super(
                answer,
                answer.terms(),
                BreakdownShapes.PROFILE,
                "values",
                answer.values().stream().map(Value::size).toList());
    }

    @Override
    String title(Page page) {
        return page.shown(answer.column()) + " (" + page.shown(answer.type()) + ")";
    }

    @Override
    Picture picture(Page page) {
        if (answer.kind() == Kind.BANDS) {
            List<Picture.Band> bands = new ArrayList<>();
            Picture.Band without = null;
            for (Value value : answer.values()) {
                Picture.Band band = new Picture.Band(name(page, value), value.size(), share(value.share()));
                if (value.value() == null) {
                    without = band;
                } else {
                    bands.add(band);
                }
            }
            return new Picture.Histogram(
                    people, release.below(), page.shown(answer.column()), bands, without, Quantiles.of(answer));
        }
        return new Picture.Bars(
                people,
                release.below(),
                List.of(header()),
                List.of("share"),
                answer.values().stream()
                        .map(value -> new Picture.Bar(
                                List.of(name(page, value)), value.size(), List.of(share(value.share()))))
                        .toList());
    }

    @Override
    void facts(Page page) {
        answer.values().stream()
                .filter(value -> value.value() != null && !value.size().suppressed())
                .map(Value::condition)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(condition -> page.fact("example", page.shown(condition)));
        boolean calendar = answer.kind() == Kind.CALENDAR;
        if (answer.low() != null && answer.high() != null) {
            page.fact(
                    "range",
                    page.shown(answer.low()) + " to " + page.shown(answer.high())
                            + (calendar ? " (the first and the last month)" : " (about 98 % of values)"));
        }
        if (answer.nullShare() != null) {
            page.fact("NULL", share(answer.nullShare()) + " of " + people);
        }
        found(page, calendar || answer.kind() == Kind.FREQUENT);
        truncated(page, answer.truncated(), "values");
    }

    private String header() {
        return switch (answer.kind()) {
            case DECLARED, FREQUENT -> "value";
            case BANDS -> "band";
            case CALENDAR -> "month from";
        };
    }

    /** As a condition writes it, where it has a name there. */
    private String name(Page page, Value value) {
        return value.literal() != null && answer.kind() != Kind.CALENDAR
                ? page.shown(value.literal())
                : value(page, value.value());
    }
}
