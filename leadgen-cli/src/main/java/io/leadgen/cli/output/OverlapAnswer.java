package io.leadgen.cli.output;

import io.leadgen.audience.AudienceOverlap;
import io.leadgen.audience.AudienceOverlap.Atom;
import io.leadgen.audience.AudienceOverlap.Member;
import io.leadgen.audience.AudienceOverlap.Pair;
import io.leadgen.audience.NoisyCount;
import io.leadgen.audience.Terms;
import io.leadgen.runtime.json.AnswerDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How audiences overlap. */
public final class OverlapAnswer {
    private static final Fields FIELDS =
            Fields.of("in", "approx_count", "suppressed", "interval.low", "interval.high", "interval.confidence");

    private OverlapAnswer() {}

    /** The answer; suppressed if neither the reach nor an audience is told. Its records are the atoms, of which all else is a sum. */
    public static Answer of(AudienceOverlap answer) {
        Map<String, @Nullable Object> document = AnswerDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "atoms"),
                FIELDS,
                page -> write(page, answer),
                answer.reach().suppressed()
                        && answer.audiences().values().stream()
                                .allMatch(member -> member.size().suppressed()));
    }

    private static void write(Page page, AudienceOverlap answer) {
        Terms terms = answer.terms();
        int below = terms.below();
        Theme theme = page.theme();
        String people = PolicyFacts.people(terms.privacy().unit());
        page.headline("reach: " + Sizes.of(answer.reach(), below, theme) + " " + people);
        page.sentence(CountAnswer.subject(page, terms.table().toString(), terms.predicate()));
        page.gap();
        BarChart audiences = new BarChart(List.of("audience"), people, List.of("adds to the reach"), below);
        answer.audiences()
                .forEach((name, member) ->
                        audiences.row(List.of(page.shown(name)), member.size(), Sizes.of(member.adds(), below, theme)));
        page.chart(audiences);
        if (!answer.pairs().isEmpty()) {
            page.gap();
            TextTable pairs = new TextTable(List.of("two of them", "in both", "in either", "of first", "of second"));
            List<String> both = aligned(answer, Pair::both, theme);
            List<String> either = aligned(answer, Pair::either, theme);
            for (int i = 0; i < both.size(); i++) {
                Pair pair = answer.pairs().get(i);
                pairs.row(List.of(
                        page.shown(pair.first()) + ", " + page.shown(pair.second()),
                        both.get(i),
                        either.get(i),
                        FunnelAnswer.share(pair.shareOfFirst()),
                        FunnelAnswer.share(pair.shareOfSecond())));
            }
            page.table(pairs);
        }
        page.gap();
        BarChart atoms = new BarChart(List.of("in these and no other"), people, List.of(), below);
        answer.atoms().forEach(atom -> atoms.row(List.of(name(page, atom)), atom.size()));
        page.chart(atoms);
        page.gap();
        PolicyFacts.suppressed(page, numbers(answer).anyMatch(NoisyCount::suppressed));
        PolicyFacts.terms(page, terms);
    }

    private static List<String> aligned(AudienceOverlap answer, Function<Pair, NoisyCount> number, Theme theme) {
        return Sizes.aligned(
                answer.pairs().stream().map(number).toList(), answer.terms().below(), theme);
    }

    private static String name(Page page, Atom atom) {
        return atom.in().isEmpty()
                ? "(none)"
                : String.join(" + ", atom.in().stream().map(page::shown).toList());
    }

    private static Stream<NoisyCount> numbers(AudienceOverlap answer) {
        return Stream.of(
                        answer.audiences().values().stream().map(Member::size),
                        answer.atoms().stream().map(Atom::size),
                        answer.pairs().stream().map(Pair::both))
                .flatMap(sizes -> sizes);
    }
}
