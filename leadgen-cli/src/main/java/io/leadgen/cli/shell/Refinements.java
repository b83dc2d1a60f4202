package io.leadgen.cli.shell;

import io.leadgen.audience.AudienceEstimate;
import io.leadgen.catalog.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audience that is being refined, with the way back and forth.
 *
 * @param table the table that it is of, or null before one is chosen
 * @param past the steps before, the last one last
 * @param present the step that holds now
 * @param future the steps that were undone, the next one last
 */
public record Refinements(@Nullable TableName table, List<Step> past, Step present, List<Step> future) {

    /**
     * An audience on the way.
     *
     * @param predicate its condition; null for everyone
     * @param size its size as it was answered; null where it was not asked
     */
    public record Step(@Nullable String predicate, @Nullable AudienceEstimate size) {
        /** Everyone, not counted. */
        public static final Step EVERYONE = new Step(null, null);
    }

    public Refinements {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** Everyone in a table, with no way back: a condition may mean something else in another table. */
    public static Refinements of(@Nullable TableName table) {
        return new Refinements(table, List.of(), Step.EVERYONE, List.of());
    }

    /** With another audience; what was undone is forgotten. */
    public Refinements to(Step next) {
        return new Refinements(table, with(past, present), next, List.of());
    }

    /** One step back; the same where there is none. */
    public Refinements undone() {
        return past.isEmpty() ? this : new Refinements(table, allButLast(past), last(past), with(future, present));
    }

    /** One step forth; the same where there is none. */
    public Refinements redone() {
        return future.isEmpty() ? this : new Refinements(table, with(past, present), last(future), allButLast(future));
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
