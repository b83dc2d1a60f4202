package io.leadgen.privacy.policy;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far a caller is trusted: the finest noise it may ask for, and how much it may learn.
 *
 * @param name the class's name in answers and configuration
 * @param sigma the finest noise, in sensitivities; at least 1
 * @param principalBudget what one principal may spend on all tables within {@link #window()}
 * @param tableBudget what all principals of the class may spend on the people of a table within the window, in whichever of their tables
 * @param lifetimeBudget what all principals of the class may ever spend on them
 * @param window the rolling window of the two budgets
 * @param epoch how long one question keeps its answer
 * @param threshold an audience whose noisy size is below is suppressed
 * @param responseStep answers that took a scan come on a multiple of this, so that the scan's time is not disclosed; zero for none
 * @param maxComparisons comparisons in one predicate
 * @param maxInValues values in one IN list
 * @param undeclaredTables whether questions about tables are answered of which nobody has declared what one person is
 * @param precision of answers to questions that ask for none; not {@link Precision#DEFAULT}
 */
public record CallerClass(
        String name,
        int sigma,
        PrivacyLoss principalBudget,
        PrivacyLoss tableBudget,
        PrivacyLoss lifetimeBudget,
        Duration window,
        Duration epoch,
        int threshold,
        Duration responseStep,
        int maxComparisons,
        int maxInValues,
        boolean undeclaredTables,
        Precision precision) {
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    /** The default of every caller: agents, partners, anyone. */
    public static final CallerClass UNTRUSTED = new CallerClass(
            "untrusted",
            40,
            budget("0.1", "1e-7"),
            budget("0.5", "5e-7"),
            budget("2.5", "2.5e-6"),
            THIRTY_DAYS,
            Duration.ofDays(7),
            100,
            Duration.ofMillis(100),
            64,
            200,
            false,
            new Precision(new BigDecimal("0.01")));

    /**
     * Analysts who work with audiences every day: noise of half the size, for three times the budget. A class of callers who are
     * known by name, and whose time is hidden all the same.
     */
    public static final CallerClass ANALYST = new CallerClass(
            "analyst",
            20,
            budget("0.3", "3e-7"),
            budget("1.0", "1e-6"),
            budget("5", "5e-6"),
            THIRTY_DAYS,
            Duration.ofDays(3),
            50,
            Duration.ofMillis(100),
            128,
            500,
            false,
            new Precision(new BigDecimal("0.02")));

    /** Employees, by the operator's decision only. */
    public static final CallerClass TRUSTED = new CallerClass(
            "trusted",
            10,
            budget("1.0", "1e-6"),
            budget("2.0", "2e-6"),
            budget("10", "1e-5"),
            THIRTY_DAYS,
            Duration.ofDays(1),
            20,
            Duration.ZERO,
            256,
            1000,
            true,
            new Precision(new BigDecimal("0.05")));

    public CallerClass {
        if (precision.equals(Precision.DEFAULT)) {
            throw new IllegalArgumentException("the default of a class is a number");
        }
        if (sigma < 1 || threshold < 1 || maxComparisons < 1 || maxInValues < 1) {
            throw new IllegalArgumentException("limits of a class are at least 1");
        }
        if (window.isNegative() || window.isZero() || epoch.isNegative() || epoch.isZero()) {
            throw new IllegalArgumentException("durations of a class are positive");
        }
        if (responseStep.isNegative()) {
            throw new IllegalArgumentException("a step is not negative");
        }
    }

    /**
     * What answers show of the budget that all callers of the class have left on a table. Where time is hidden, what others spend is
     * hidden too: to the digit, it would disclose how large their audiences are. Such a class sees whole tenths of the budget,
     * rounded down.
     */
    public PrivacyLoss shownOfTable(PrivacyLoss left) {
        return responseStep.isZero() ? left : left.inTenthsOf(tableBudget);
    }

    /** The same class without a response step: for simulations, in which nobody can measure time. */
    public CallerClass answeringAtOnce() {
        return answeringEvery(Duration.ZERO);
    }

    /**
     * The same class with another response step. Any step but zero makes scans that do not depend on the condition.
     *
     * @param step how often answers come; zero for at once
     */
    public CallerClass answeringEvery(Duration step) {
        return new CallerClass(
                name,
                sigma,
                principalBudget,
                tableBudget,
                lifetimeBudget,
                window,
                epoch,
                threshold,
                step,
                maxComparisons,
                maxInValues,
                undeclaredTables,
                precision);
    }

    private static PrivacyLoss budget(String rho, String delta) {
        return new PrivacyLoss(Rho.of(new BigDecimal(rho)), Delta.of(new BigDecimal(delta)));
    }
}
