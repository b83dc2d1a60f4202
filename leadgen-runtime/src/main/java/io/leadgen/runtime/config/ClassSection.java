package io.leadgen.runtime.config;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

/** One of {@code privacy.classes}. */
final class ClassSection {
    enum Key implements YamlKey {
        SIGMA,
        PRINCIPAL_BUDGET,
        TABLE_BUDGET,
        LIFETIME_BUDGET,
        PRINCIPAL_DELTA,
        TABLE_DELTA,
        LIFETIME_DELTA,
        WINDOW_DAYS,
        EPOCH_DAYS,
        THRESHOLD,
        RESPONSE_STEP_MS,
        MAX_COMPARISONS,
        MAX_IN_VALUES
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final int MAX_SIGMA = 1_000_000;
    private static final int MAX_DAYS = 3_650;
    private static final int MAX_PREDICATE = 10_000;
    private static final BigDecimal MAX_RHO = BigDecimal.valueOf(1000);
    private static final int RHO_DIGITS = 12;
    private static final BigDecimal MAX_DELTA = new BigDecimal("0.001");
    private static final int DELTA_DIGITS = 18;
    private static final int MAX_STEP = 60_000;

    private ClassSection() {}

    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("name");
        }
        return text;
    }

    /**
     * A class of callers.
     *
     * @param base where a figure that is not given comes from
     */
    static CallerClass read(String name, YamlValue value, CallerClass base) {
        YamlMapping<Key> figures = value.mapping(Key.class);
        return new CallerClass(
                name,
                figures.get(Key.SIGMA).integer(1, MAX_SIGMA).orElse(base.sigma()),
                budget(figures, Key.PRINCIPAL_BUDGET, Key.PRINCIPAL_DELTA, base.principalBudget()),
                budget(figures, Key.TABLE_BUDGET, Key.TABLE_DELTA, base.tableBudget()),
                budget(figures, Key.LIFETIME_BUDGET, Key.LIFETIME_DELTA, base.lifetimeBudget()),
                days(figures.get(Key.WINDOW_DAYS), base.window()),
                days(figures.get(Key.EPOCH_DAYS), base.epoch()),
                figures.get(Key.THRESHOLD).integer(1, Integer.MAX_VALUE).orElse(base.threshold()),
                figures.get(Key.RESPONSE_STEP_MS)
                        .integer(0, MAX_STEP)
                        .map(Duration::ofMillis)
                        .orElse(base.responseStep()),
                figures.get(Key.MAX_COMPARISONS).integer(1, MAX_PREDICATE).orElse(base.maxComparisons()),
                figures.get(Key.MAX_IN_VALUES).integer(1, MAX_PREDICATE).orElse(base.maxInValues()));
    }

    private static PrivacyLoss budget(YamlMapping<Key> figures, Key rho, Key delta, PrivacyLoss fallback) {
        return new PrivacyLoss(rho(figures.get(rho), fallback.rho()), delta(figures.get(delta), fallback.delta()));
    }

    private static Delta delta(YamlValue value, Delta fallback) {
        return value.decimal(
                        delta -> delta.signum() >= 0
                                && delta.compareTo(MAX_DELTA) <= 0
                                && delta.stripTrailingZeros().scale() <= DELTA_DIGITS,
                        "a number from 0 to 0.001, with at most 18 digits behind the point")
                .map(Delta::of)
                .orElse(fallback);
    }

    private static Rho rho(YamlValue value, Rho fallback) {
        return value.decimal(
                        rho -> rho.signum() > 0
                                && rho.compareTo(MAX_RHO) <= 0
                                && rho.stripTrailingZeros().scale() <= RHO_DIGITS,
                        "a number above 0 and up to 1000, with at most 12 digits behind the point")
                .map(Rho::of)
                .orElse(fallback);
    }

    private static Duration days(YamlValue value, Duration fallback) {
        return value.integer(1, MAX_DAYS).map(Duration::ofDays).orElse(fallback);
    }
}
