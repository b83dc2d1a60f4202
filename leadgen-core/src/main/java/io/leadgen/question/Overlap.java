package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceOverlap.Atom;
import io.leadgen.question.answer.AudienceOverlap.Member;
import io.leadgen.question.answer.AudienceOverlap.Pair;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Cells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compares up to five audiences and their overlap.
 *
 * @param audiences a predicate for each name; their order matters for what each adds to the reach
 * @param precision of the mean atom
 */
public record Overlap(TableName table, Map<String, String> audiences, Precision precision)
        implements Question<AudienceOverlap> {
    private static final int LONGEST_NAME = 100;

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for no audience or a bad name, TOO_MANY_CELLS for too many audiences
     */
    public Overlap {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        audiences = Collections.unmodifiableMap(new LinkedHashMap<>(audiences));
        if (audiences.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "An overlap needs at least one audience",
                    "name two to five conditions");
        }
        if (audiences.size() > Cells.Atoms.MOST_AUDIENCES) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "An overlap supports up to " + Cells.Atoms.MOST_AUDIENCES + " audiences; got " + audiences.size(),
                    "leave some out");
        }
        for (String name : audiences.keySet()) {
            if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "An audience has a printable name of 1 to " + LONGEST_NAME + " characters",
                        "choose another name");
            }
        }
    }

    public static Overlap of(TableName table, Map<String, String> audiences) {
        return new Overlap(table, audiences, Precision.DEFAULT);
    }

    public Overlap precision(Precision wanted) {
        return new Overlap(table, audiences, wanted);
    }

    @Override
    public String kind() {
        return "overlap";
    }

    @Override
    public Plan<AudienceOverlap> plan(QuestionCompiler compiler) {
        Map<String, String> named = new LinkedHashMap<>();
        audiences.forEach((name, audience) -> named.put("audience " + name, audience));
        CompiledQuestion question = compiler.compile(named);
        Cells cells = new Cells.Atoms(question.partPredicates());
        return Plan.OneScan.of(
                question, question.count(cells, precision), answered -> new Atoms(answered).answer(audiences));
    }

    /** The noisy atoms, of which any set of people is made. Bit {@code i} of an atom's number is set if it is in audience {@code i}. */
    private record Atoms(Plan.Answered answered) {

        AudienceOverlap answer(Map<String, String> audiences) {
            List<String> names = List.copyOf(audiences.keySet());
            Map<String, Member> members = new LinkedHashMap<>();
            audiences.forEach((name, predicate) -> {
                int one = 1 << members.size();
                int before = one - 1;
                NoisyCount size = sum(atom -> (atom & one) != 0);
                members.put(name, new Member(predicate, size, sum(atom -> (atom & one) != 0 && (atom & before) == 0)));
            });
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    pairs.add(pair(names.get(i), 1 << i, names.get(j), 1 << j));
                }
            }
            List<Atom> atoms = new ArrayList<>();
            for (int atom = 0; atom < 1 << names.size(); atom++) {
                int number = atom;
                List<String> in = IntStream.range(0, names.size())
                        .filter(i -> (number & (1 << i)) != 0)
                        .mapToObj(names::get)
                        .toList();
                atoms.add(new Atom(in, sum(other -> other == number)));
            }
            return new AudienceOverlap(members, atoms, sum(atom -> atom != 0), pairs, answered.info());
        }

        private Pair pair(String first, int one, String second, int other) {
            NoisyCount both = sum(atom -> (atom & one) != 0 && (atom & other) != 0);
            return new Pair(
                    first,
                    second,
                    both,
                    sum(atom -> (atom & (one | other)) != 0),
                    sum(atom -> (atom & one) != 0 && (atom & other) == 0),
                    sum(atom -> (atom & one) == 0 && (atom & other) != 0),
                    both.shareOf(sum(atom -> (atom & one) != 0)),
                    both.shareOf(sum(atom -> (atom & other) != 0)));
        }

        /** The people in the chosen atoms. */
        private NoisyCount sum(IntPredicate chosen) {
            List<Cell> cells = answered.release().cells();
            BigDecimal sum = BigDecimal.ZERO;
            int atoms = 0;
            for (int atom = 0; atom < cells.size(); atom++) {
                if (chosen.test(atom)) {
                    sum = sum.add(NoisyCount.whole(cells.get(atom).count()));
                    atoms++;
                }
            }
            double sigma = cells.get(0).count().sigma() * Math.sqrt(atoms);
            return NoisyCount.of(sum, sigma, answered.callerClass());
        }
    }
}
