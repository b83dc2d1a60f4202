package io.leadgen.cli.answer;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.PictureTables;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceOverlap.Atom;
import io.leadgen.question.answer.AudienceOverlap.Member;
import io.leadgen.question.answer.AudienceOverlap.Pair;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.OverlapDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How audiences overlap. */
public final class OverlapAnswer {
    private static final Fields FIELDS =
            Fields.of("in", "approx_count", "suppressed", "interval.low", "interval.high", "interval.confidence");

    private static final List<String> PAIRS = List.of("two of them", "in both", "in either", "of first", "of second");

    private OverlapAnswer() {}

    /** The answer; suppressed if neither the reach nor an audience is told. Its records are the atoms, of which all else is a sum. */
    public static Answer of(AudienceOverlap answer) {
        Map<String, @Nullable Object> document = OverlapDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "atoms"),
                FIELDS,
                page -> write(page, answer),
                answer.reach().suppressed()
                        && answer.audiences().values().stream()
                                .allMatch(member -> member.size().suppressed()));
    }

    /** The answer for a file of its own. */
    public static Figure figure(AudienceOverlap answer) {
        Page page = new Page(Theme.OF_FILES);
        char letter = 'A';
        for (Map.Entry<String, Member> audience : answer.audiences().entrySet()) {
            page.fact(
                    String.valueOf(letter),
                    page.shown(audience.getKey()) + ": "
                            + page.condition(audience.getValue().predicate()));
            letter++;
        }
        facts(page, answer);
        PolicyFacts.figure(page, answer.terms());
        return PictureTables.figure(
                title(page, answer),
                subject(page, answer),
                picture(page, answer),
                answer.pairs().isEmpty()
                        ? List.of()
                        : List.of(new Figure.Table("two of them", PAIRS, 1, pairs(page, answer))),
                page.facts());
    }

    private static void write(Page page, AudienceOverlap answer) {
        page.headline(title(page, answer));
        page.sentence(subject(page, answer));
        page.gap();
        page.picture(picture(page, answer));
        if (!answer.pairs().isEmpty()) {
            page.gap();
            TextTable table = new TextTable(PAIRS);
            pairs(page, answer).forEach(table::row);
            page.table(table);
        }
        page.gap();
        facts(page, answer);
        PolicyFacts.terms(page, answer.terms());
    }

    private static String title(Page page, AudienceOverlap answer) {
        return "reach: " + Sizes.of(answer.reach(), answer.terms().below(), page.theme()) + " " + people(answer);
    }

    private static String subject(Page page, AudienceOverlap answer) {
        ReleaseInfo terms = answer.terms();
        return CountAnswer.subject(page, terms.table().toString(), terms.predicate());
    }

    private static String people(AudienceOverlap answer) {
        return PolicyFacts.people(answer.terms().privacy().unit());
    }

    private static void facts(Page page, AudienceOverlap answer) {
        page.fact("in none", Sizes.of(none(answer), answer.terms().below(), page.theme()) + " " + people(answer));
        PolicyFacts.suppressed(page, numbers(answer).anyMatch(NoisyCount::suppressed));
    }

    private static NoisyCount none(AudienceOverlap answer) {
        return answer.atoms().get(0).size();
    }

    private static List<List<String>> pairs(Page page, AudienceOverlap answer) {
        List<String> both = aligned(answer, Pair::both, page.theme());
        List<String> either = aligned(answer, Pair::either, page.theme());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < both.size(); i++) {
            Pair pair = answer.pairs().get(i);
            rows.add(List.of(
                    page.shown(pair.first()) + ", " + page.shown(pair.second()),
                    both.get(i),
                    either.get(i),
                    FunnelAnswer.share(pair.shareOfFirst()),
                    FunnelAnswer.share(pair.shareOfSecond())));
        }
        return rows;
    }

    private static Picture picture(Page page, AudienceOverlap answer) {
        List<String> names = List.copyOf(answer.audiences().keySet());
        return new Picture.Overlap(
                people(answer),
                answer.terms().below(),
                answer.audiences().entrySet().stream()
                        .map(audience -> new Picture.Member(
                                page.shown(audience.getKey()),
                                audience.getValue().size(),
                                audience.getValue().adds()))
                        .toList(),
                answer.atoms().stream()
                        .filter(atom -> !atom.in().isEmpty())
                        .map(atom -> new Picture.Atom(
                                names.stream().map(atom.in()::contains).toList(), atom.size()))
                        .toList());
    }

    private static List<String> aligned(AudienceOverlap answer, Function<Pair, NoisyCount> number, Theme theme) {
        return Sizes.aligned(
                answer.pairs().stream().map(number).toList(), answer.terms().below(), theme);
    }

    private static Stream<NoisyCount> numbers(AudienceOverlap answer) {
        return Stream.of(
                        answer.audiences().values().stream().map(Member::size),
                        answer.atoms().stream().map(Atom::size),
                        answer.pairs().stream().map(Pair::both))
                .flatMap(sizes -> sizes);
    }
}
