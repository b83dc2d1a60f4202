package io.leadgen.predicate.language.lex;

/**
 * How large a predicate may be. The limits are checked before any grammar reads the text, so they bound the time that a hostile
 * text can take.
 *
 * @param characters UTF-16 units of the text
 * @param tokens words, literals, operators and brackets
 * @param depth brackets within brackets; a {@code NOT} directly before another counts as a bracket
 * @param comparisons conditions that are joined by AND, OR and NOT
 * @param inValues values of one IN list
 */
public record PredicateLimits(int characters, int tokens, int depth, int comparisons, int inValues) {
    private static final int CHARACTERS_PER_TOKEN = 8;
    private static final int TOKENS_PER_COMPARISON = 4;
    private static final int TOKENS_PER_VALUE = 2;

    /** The limits for untrusted callers. */
    public static final PredicateLimits UNTRUSTED = new PredicateLimits(8192, 1024, 32, 64, 200);

    /** @throws IllegalArgumentException if a limit is less than 1 */
    public PredicateLimits {
        if (characters < 1 || tokens < 1 || depth < 1 || comparisons < 1 || inValues < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /**
     * The limits for a class of callers. Characters and tokens are at least those of {@link #UNTRUSTED} and enough for that many
     * comparisons and values; the depth is the same for all.
     *
     * @throws IllegalArgumentException if a limit is less than 1
     * @throws ArithmeticException if the numbers are too large
     */
    public static PredicateLimits of(int comparisons, int inValues) {
        int tokens = Math.max(
                UNTRUSTED.tokens,
                Math.addExact(
                        Math.multiplyExact(TOKENS_PER_COMPARISON, comparisons),
                        Math.multiplyExact(TOKENS_PER_VALUE, inValues)));
        return new PredicateLimits(
                Math.multiplyExact(CHARACTERS_PER_TOKEN, tokens), tokens, UNTRUSTED.depth, comparisons, inValues);
    }
}
