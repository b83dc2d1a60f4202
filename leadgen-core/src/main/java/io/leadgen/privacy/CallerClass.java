package io.leadgen.privacy;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far a caller is trusted: the finest noise it may ask for, and how much it may learn.
 *
 * @param name the class's name in answers and configuration
 * @param sigma the finest noise, in sensitivities; at least 1
 * @param principalBudget rho that one principal may spend on all tables within {@link #window()}
 * @param tableBudget rho that all principals of the class may spend on one table within the window
 * @param lifetimeBudget rho that all principals of the class may ever spend on one table
 * @param window the rolling window of the two budgets
 * @param epoch how long one question keeps its answer
 * @param threshold an audience whose noisy size is below is suppressed
 * @param maxComparisons comparisons in one predicate
 * @param maxInValues values in one IN list
 */
public record CallerClass(
        String name,
        int sigma,
        Rho principalBudget,
        Rho tableBudget,
        Rho lifetimeBudget,
        Duration window,
        Duration epoch,
        int threshold,
        int maxComparisons,
        int maxInValues) {
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    /** The default of every caller: agents, partners, anyone. */
    public static final CallerClass UNTRUSTED = new CallerClass(
            "untrusted", 40, rho("0.1"), rho("0.5"), rho("2.5"), THIRTY_DAYS, Duration.ofDays(7), 100, 64, 200);

    /** People of the house, by the operator's decision only. */
    public static final CallerClass TRUSTED = new CallerClass(
            "trusted", 10, rho("1.0"), rho("2.0"), rho("10"), THIRTY_DAYS, Duration.ofDays(1), 20, 256, 1000);

    public CallerClass {
        if (sigma < 1 || threshold < 1 || maxComparisons < 1 || maxInValues < 1) {
            throw new IllegalArgumentException("limits of a class are at least 1");
        }
        if (window.isNegative() || window.isZero() || epoch.isNegative() || epoch.isZero()) {
            throw new IllegalArgumentException("durations of a class are positive");
        }
    }

    private static Rho rho(String value) {
        return Rho.of(new BigDecimal(value));
    }
}
