package io.leadgen.cli.answer.ask;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceOverlap.Atom;
import io.leadgen.question.answer.AudienceOverlap.Member;
import io.leadgen.question.answer.AudienceOverlap.Pair;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.runtime.answer.BreakdownShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** How audiences overlap. Its records are the atoms, of which all else is a sum. */
public final class OverlapAnswer extends Breakdown<AudienceOverlap> {
    private static final List<String> PAIRS = List.of("pair", "in both", "in either", "of first", "of second");

    public OverlapAnswer(AudienceOverlap answer) {
        super(
                answer,
                answer.terms(),
                BreakdownShapes.OVERLAP,
                "atoms",
                Stream.of(
                                answer.audiences().values().stream().map(Member::size),
                                answer.atoms().stream().map(Atom::size),
                                answer.pairs().stream().map(Pair::both))
                        .flatMap(sizes -> sizes)
                        .toList());
    }

    @Override
    boolean isSuppressed() {
        return answer.reach().suppressed()
                && answer.audiences().values().stream()
                        .allMatch(member -> member.size().suppressed());
    }

    @Override
    void legend(Page page) {
        char letter = 'A';
        for (Map.Entry<String, Member> audience : answer.audiences().entrySet()) {
            page.fact(
                    String.valueOf(letter),
                    page.shown(audience.getKey()) + ": "
                            + page.condition(audience.getValue().predicate()));
            letter++;
        }
    }

    @Override
    String title(Page page) {
        return "reach: " + Sizes.of(answer.reach(), release.below(), page.theme()) + " " + people;
    }

    @Override
    void facts(Page page) {
        NoisyCount none = answer.atoms().get(0).size();
        page.fact("in none", Sizes.of(none, release.below(), page.theme()) + " " + people);
    }

    @Override
    List<Figure.Table> tables(Page page) {
        if (answer.pairs().isEmpty()) {
            return List.of();
        }
        List<String> both = aligned(Pair::both, page.theme());
        List<String> either = aligned(Pair::either, page.theme());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < both.size(); i++) {
            Pair pair = answer.pairs().get(i);
            rows.add(List.of(
                    page.shown(pair.first()) + ", " + page.shown(pair.second()),
                    both.get(i),
                    either.get(i),
                    share(pair.shareOfFirst()),
                    share(pair.shareOfSecond())));
        }
        return List.of(new Figure.Table("pairs", PAIRS, 1, rows));
    }

    private List<String> aligned(Function<Pair, NoisyCount> number, Theme theme) {
        return Sizes.aligned(answer.pairs().stream().map(number).toList(), release.below(), theme);
    }

    @Override
    Picture picture(Page page) {
        List<String> names = List.copyOf(answer.audiences().keySet());
        return new Picture.Overlap(
                people,
                release.below(),
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
}
