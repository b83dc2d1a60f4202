package io.leadgen.cli.shell;

import io.leadgen.catalog.TableName;
import io.leadgen.question.answer.AudienceEstimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audience that is being refined, with the way back and forth.
 *
 * @param table the table that it is of, or null before one is chosen
 * @param word how it was named when it was chosen, which can be a file; null before one is
 * @param past the steps before, the last one last
 * @param present the step that holds now
 * @param future the steps that were undone, the next one last
 */
public record Refinements(
        @Nullable TableName table, @Nullable String word, List<Step> past, Step present, List<Step> future) {
    public static final Refinements NONE = new Refinements(null, null, List.of(), Step.EVERYONE, List.of());

    /**
     * An audience on the way.
     *
     * @param predicate its condition; null for everyone
     * @param size its size as it was answered; null where it was not asked
     */
    public record Step(@Nullable String predicate, @Nullable AudienceEstimate size) {
        public static final Step EVERYONE = new Step(null, null);
    }

    /** Everyone in a table, with no way back: a condition may mean something else in another table. */
    public static Refinements of(TableName table, String word) {
        return new Refinements(table, word, List.of(), Step.EVERYONE, List.of());
    }

    /** Whether one of the words of a line names the table. */
    boolean isNamedIn(List<String> words) {
        return table != null && (words.contains(table.toString()) || words.contains(word));
    }

    /** With another audience; what was undone is forgotten. */
    public Refinements to(Step next) {
        return new Refinements(table, word, with(past, present), next, List.of());
    }

    /** One step back; the same where there is none. */
    public Refinements undone() {
        return past.isEmpty()
                ? this
                : new Refinements(table, word, allButLast(past), last(past), with(future, present));
    }

    /** One step forth; the same where there is none. */
    public Refinements redone() {
        return future.isEmpty()
                ? this
                : new Refinements(table, word, with(past, present), last(future), allButLast(future));
    }

    private static List<Step> with(List<Step> steps, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private static List<Step> allButLast(List<Step> steps) {
        return steps.subList(0, steps.size() - 1);
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }
}
