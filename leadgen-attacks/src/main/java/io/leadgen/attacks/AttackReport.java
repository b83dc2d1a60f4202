package io.leadgen.attacks;

import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Evidence.Accuracy;
import java.util.List;

/**
 * What a run of the attacks has shown.
 *
 * @param callerClass the class of caller that was attacked
 * @param seed of all chance
 * @param attacks against the product
 * @param baselines against the baselines, each of which is to be broken
 */
public record AttackReport(String callerClass, long seed, List<Result> attacks, List<Result> baselines) {

    /**
     * What one attack has shown about one opponent.
     *
     * @param attack the attack's name
     * @param opponent the opponent's name
     */
    public record Result(String attack, String opponent, Evidence evidence) {
        /** Whether the opponent, a baseline, is broken. */
        public boolean isBroken() {
            return evidence instanceof Accuracy accuracy && accuracy.breaks();
        }
    }

    /** Whether the product keeps what it promises, and every baseline is broken. */
    public boolean isAsExpected() {
        return attacks.stream().allMatch(result -> result.evidence().keepsThePromise())
                && baselines.stream().allMatch(Result::isBroken);
    }
}
