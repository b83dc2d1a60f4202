package io.leadgen.cli.figure;

import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen in an answer, as data: a terminal and a file draw the same. Sizes are numbers of people with their interval,
 * or suppressed; a renderer shows that a number is suppressed, and never draws it as zero. All scales begin at zero.
 *
 * <p>Texts are as they may be shown: what others wrote has been made harmless, but not escaped for any format.
 */
public sealed interface Picture {

    /** What is counted: people, or rows. */
    String counted();

    /** The size below which numbers are suppressed. */
    int below();

    <R> R draw(Draughtsman<R> draughtsman);

    /** Draws pictures; there is one method for each kind, so that a new kind cannot be forgotten anywhere. */
    interface Draughtsman<R> {
        R bars(Bars bars);

        R series(Series series);

        R waterfall(Waterfall waterfall);

        R overlap(Overlap overlap);

        R histogram(Histogram histogram);
    }

    /** The letter of an audience by its place. */
    static String letter(int audience) {
        return String.valueOf((char) ('A' + audience));
    }

    /**
     * Numbers next to each other, in any order.
     *
     * @param keys what the labels of a bar are about, one for each
     * @param others what the further numbers of a bar are about, one for each
     */
    record Bars(String counted, int below, List<String> keys, List<String> others, List<Bar> bars) implements Picture {

        @Override
        public <R> R draw(Draughtsman<R> draughtsman) {
            return draughtsman.bars(this);
        }
    }

    /**
     * A bar.
     *
     * @param others further numbers in words, which are not drawn
     * @param before the number from which this one is left over; null if it is left over from none
     */
    record Bar(
            List<String> labels,
            NoisyCount size,
            List<String> others,
            @Nullable NoisyCount before) {

        public Bar(List<String> labels, NoisyCount size, List<String> others) {
            this(labels, size, others, null);
        }
    }

    /**
     * Numbers over time.
     *
     * @param every how long a window is: day, week, month, quarter or year
     * @param points windows that follow each other without a gap
     */
    record Series(String counted, int below, String every, List<Point> points) implements Picture {

        @Override
        public <R> R draw(Draughtsman<R> draughtsman) {
            return draughtsman.series(this);
        }
    }

    record Point(String name, NoisyCount size) {}

    /** How many are left after each step, of which the first is everyone. */
    record Waterfall(String counted, int below, List<Step> steps) implements Picture {

        @Override
        public <R> R draw(Draughtsman<R> draughtsman) {
            return draughtsman.waterfall(this);
        }

        /** A bar for each step, with what is missing from the one before. */
        public Bars bars() {
            List<Bar> bars = new ArrayList<>();
            NoisyCount before = null;
            for (Step step : steps) {
                bars.add(new Bar(
                        List.of(step.name()),
                        step.size(),
                        List.of(step.lost(), step.share(), step.shareOfFirst()),
                        before));
                before = step.size();
            }
            return new Bars(counted, below, List.of("step"), List.of("lost", "of prev", "of first"), bars);
        }
    }

    /**
     * A step.
     *
     * @param lost how many did not go on from the step before, in words; empty if it is not known
     * @param share of those who reached the step before, in words; empty if it is not known
     * @param shareOfFirst of those who reached the first step, in words; empty if it is not known
     */
    record Step(String name, NoisyCount size, String lost, String share, String shareOfFirst) {}

    /**
     * How audiences lie over each other.
     *
     * @param audiences in the order of the question
     * @param atoms who is in some audiences and in no other; not those who are in none
     */
    record Overlap(String counted, int below, List<Member> audiences, List<Atom> atoms) implements Picture {

        @Override
        public <R> R draw(Draughtsman<R> draughtsman) {
            return draughtsman.overlap(this);
        }
    }

    /** An audience, and how many it adds to those before it. */
    record Member(String name, NoisyCount size, NoisyCount adds) {}

    /** People in these audiences, by the order of the picture, and in no other. */
    record Atom(List<Boolean> in, NoisyCount size) {}

    /**
     * How the values of a column of numbers are spread.
     *
     * @param column the column
     * @param bands one above the other, without gaps; the first and the last have one edge only
     * @param without those who have no value
     * @param marks where in the bands some shares of all values lie, in ascending order
     */
    record Histogram(
            String counted,
            int below,
            String column,
            List<Band> bands,
            @Nullable Band without,
            List<Mark> marks) implements Picture {

        @Override
        public <R> R draw(Draughtsman<R> draughtsman) {
            return draughtsman.histogram(this);
        }
    }

    /**
     * A band of values.
     *
     * @param name as {@code [18, 30)}
     * @param share of all, in words; empty if it is not known
     */
    record Band(String name, NoisyCount size, String share) {}

    /**
     * A share of all values lies below this place, about.
     *
     * @param name {@code P25}
     * @param at bands from the lower end: 1.5 is in the middle of the second one
     */
    record Mark(String name, BigDecimal at) {}
}
