package io.leadgen.runtime.config;

import io.leadgen.privacy.CallerClass;
import io.leadgen.privacy.Rho;
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
        WINDOW_DAYS,
        EPOCH_DAYS,
        THRESHOLD,
        MAX_COMPARISONS,
        MAX_IN_VALUES
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final int MAX_SIGMA = 1_000_000;
    private static final int MAX_DAYS = 3_650;
    private static final int MAX_PREDICATE = 10_000;
    private static final BigDecimal MAX_RHO = BigDecimal.valueOf(1000);
    private static final int RHO_DIGITS = 12;

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
                rho(figures.get(Key.PRINCIPAL_BUDGET), base.principalBudget()),
                rho(figures.get(Key.TABLE_BUDGET), base.tableBudget()),
                rho(figures.get(Key.LIFETIME_BUDGET), base.lifetimeBudget()),
                days(figures.get(Key.WINDOW_DAYS), base.window()),
                days(figures.get(Key.EPOCH_DAYS), base.epoch()),
                figures.get(Key.THRESHOLD).integer(1, Integer.MAX_VALUE).orElse(base.threshold()),
                figures.get(Key.MAX_COMPARISONS).integer(1, MAX_PREDICATE).orElse(base.maxComparisons()),
                figures.get(Key.MAX_IN_VALUES).integer(1, MAX_PREDICATE).orElse(base.maxInValues()));
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
