package io.leadgen.cli.answer.ask;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.PictureTables;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.Shape;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of many numbers, with a picture: in words for a terminal, and as a figure for a file of its own.
 *
 * @param <A> the answer
 */
public abstract class Breakdown<A> {
    private static final String NULL = "NULL";

    final A answer;
    final ReleaseInfo release;
    final String people;

    private final Shape<A> shape;
    private final String list;
    private final List<NoisyCount> sizes;

    /** @param list the field with the records of the answer */
    Breakdown(A answer, ReleaseInfo release, Shape<A> shape, String list, List<NoisyCount> sizes) {
        this.answer = answer;
        this.release = release;
        this.people = PolicyFacts.people(release.privacy().unit());
        this.shape = shape;
        this.list = list;
        this.sizes = sizes;
    }

    abstract String title(Page page);

    abstract Picture picture(Page page);

    /** Facts of this kind of answer only. */
    abstract void facts(Page page);

    /** In place of a picture, where there is nothing to draw. */
    @Nullable
    String nothing() {
        return sizes.isEmpty() ? "No value has enough " + people + " to be shown." : null;
    }

    List<Figure.Table> tables(Page page) {
        return List.of();
    }

    /** Explains short names in the picture of a file. */
    void legend(Page page) {}

    boolean isSuppressed() {
        return sizes.stream().allMatch(NoisyCount::suppressed);
    }

    public final ReleaseInfo release() {
        return release;
    }

    /** The answer; suppressed if all its numbers are. */
    public Answer answer() {
        return Answer.list(shape, answer, list, this::write).as(Answer.Kind.suppressedIf(isSuppressed()));
    }

    public final Figure figure() {
        Page page = new Page(Theme.OF_FILES);
        legend(page);
        allFacts(page);
        PolicyFacts.figure(page, release);
        return PictureTables.figure(title(page), subject(page), picture(page), tables(page), page.facts());
    }

    private void write(Page page) {
        page.headline(title(page));
        page.sentence(subject(page));
        page.gap();
        String nothing = nothing();
        if (nothing == null) {
            page.picture(picture(page));
        } else {
            page.sentence(nothing);
        }
        for (Figure.Table table : tables(page)) {
            page.gap();
            TextTable text = new TextTable(table.header());
            table.rows().forEach(text::row);
            page.table(text);
        }
        page.gap();
        allFacts(page);
        PolicyFacts.release(page, release);
    }

    private void allFacts(Page page) {
        facts(page);
        PolicyFacts.suppressed(page, sizes, release.below());
    }

    private String subject(Page page) {
        return PolicyFacts.subject(page, release.table().toString(), release.predicate());
    }

    final void perUnit(Page page, int most, String what) {
        if (most > 1) {
            page.fact("counting", "each person counts in at most " + most + " " + what);
        }
    }

    static void found(Page page, boolean found) {
        if (found) {
            page.fact("values", "found in the data; values that few people share are left out");
        }
    }

    static void truncated(Page page, boolean truncated, String what) {
        if (truncated) {
            page.fact("truncated", "there are more " + what + " than limits.max_rows allows");
        }
    }

    static String share(@Nullable BigDecimal share) {
        return share == null ? "" : Numerals.share(share);
    }

    static String value(Page page, @Nullable String value) {
        return value == null ? NULL : page.shown(value);
    }
}
