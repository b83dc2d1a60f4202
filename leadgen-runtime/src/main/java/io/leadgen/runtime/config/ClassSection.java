package io.leadgen.runtime.config;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.Scalar;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.Type;
import io.leadgen.runtime.config.key.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** One of {@code privacy.classes}. */
final class ClassSection {
    private static final BigDecimal MAX_RHO = BigDecimal.valueOf(1000);
    private static final int RHO_DIGITS = 12;
    private static final BigDecimal MAX_DELTA = new BigDecimal("0.001");
    private static final int DELTA_DIGITS = 18;
    /** The exponent of the smallest number that is written without one. */
    private static final int SMALLEST_PLAIN = -3;

    private static final int MAX_PREDICATE = 10_000;

    private ClassSection() {}

    /** @param base where the default of each key comes from */
    static Section<CallerClass> of(String name, CallerClass base) {
        return new Section<>() {
            private final Key<Integer> sigma = figure(
                    "sigma",
                    Scalar.integer(1, 1_000_000),
                    CallerClass::sigma,
                    "The finest noise: the standard deviation of a count.");
            private final Key<Rho> principalBudget = figure(
                    "principal_budget",
                    rho(),
                    caller -> caller.principalBudget().rho().value(),
                    "The rho that one principal can spend within the window.");
            private final Key<Rho> tableBudget = figure(
                    "table_budget",
                    rho(),
                    caller -> caller.tableBudget().rho().value(),
                    "The rho that all principals of the class can spend on one table within the window.");
            private final Key<Rho> lifetimeBudget = figure(
                    "lifetime_budget",
                    rho(),
                    caller -> caller.lifetimeBudget().rho().value(),
                    "The rho that all principals of the class can ever spend on one table.");
            private final Key<Delta> principalDelta = figure(
                    "principal_delta",
                    delta(),
                    caller -> caller.principalBudget().delta().value(),
                    "The delta that one principal can spend within the window. Answers that name values found in the data"
                            + " cost 1e-8 each.");
            private final Key<Delta> tableDelta = figure(
                    "table_delta",
                    delta(),
                    caller -> caller.tableBudget().delta().value(),
                    "The delta that all principals of the class can spend on one table within the window.");
            private final Key<Delta> lifetimeDelta = figure(
                    "lifetime_delta",
                    delta(),
                    caller -> caller.lifetimeBudget().delta().value(),
                    "The delta that all principals of the class can ever spend on one table.");
            private final Key<Duration> window = figure(
                    "window_days",
                    days(),
                    caller -> caller.window().toDays(),
                    "The rolling window of the budgets, in days.");
            private final Key<Duration> epoch = figure(
                    "epoch_days",
                    days(),
                    caller -> caller.epoch().toDays(),
                    "How long the answer of a question is cached, in days.");
            private final Key<Integer> threshold = figure(
                    "threshold",
                    Scalar.integer(1, Integer.MAX_VALUE),
                    CallerClass::threshold,
                    "Smaller audiences are suppressed.");
            private final Key<Duration> responseStep = figure(
                    "response_step_ms",
                    Scalar.integer(0, 60_000).map(Duration::ofMillis),
                    caller -> caller.responseStep().toMillis(),
                    "Answers that need a scan take a multiple of this many milliseconds, which hides the time of the scan."
                            + " 0 turns it off.");
            private final Key<Integer> maxComparisons = figure(
                    "max_comparisons",
                    Scalar.integer(1, MAX_PREDICATE),
                    CallerClass::maxComparisons,
                    "The most comparisons in one predicate.");
            private final Key<Integer> maxInValues = figure(
                    "max_in_values",
                    Scalar.integer(1, MAX_PREDICATE),
                    CallerClass::maxInValues,
                    "The most values in one IN list.");
            /** A key whose default is what the base has; the documentation shows those of the two classes that always exist. */
            private <V> Key<V> figure(
                    String key, Type<V> type, Function<CallerClass, Object> figure, String documentation) {
                return defaulted(
                        key,
                        type,
                        text(figure.apply(base)),
                        "%s untrusted: %s, trusted: %s."
                                .formatted(
                                        documentation,
                                        text(figure.apply(CallerClass.UNTRUSTED)),
                                        text(figure.apply(CallerClass.TRUSTED))));
            }

            @Override
            protected CallerClass build(Values values) {
                return new CallerClass(
                        name,
                        values.get(sigma),
                        new PrivacyLoss(values.get(principalBudget), values.get(principalDelta)),
                        new PrivacyLoss(values.get(tableBudget), values.get(tableDelta)),
                        new PrivacyLoss(values.get(lifetimeBudget), values.get(lifetimeDelta)),
                        values.get(window),
                        values.get(epoch),
                        values.get(threshold),
                        values.get(responseStep),
                        values.get(maxComparisons),
                        values.get(maxInValues));
            }
        };
    }

    /** As people write it: {@code 2.5e-6}, {@code 0.1}, {@code 40}. */
    private static String text(Object figure) {
        if (!(figure instanceof BigDecimal number)) {
            return figure.toString();
        }
        int exponent = number.precision() - number.scale() - 1;
        return exponent < SMALLEST_PLAIN
                ? number.movePointRight(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent
                : number.toPlainString();
    }

    private static Type<Duration> days() {
        return Scalar.integer(1, 3_650).map(Duration::ofDays);
    }

    private static Type<Delta> delta() {
        return Scalar.decimal(
                        delta -> delta.signum() >= 0
                                && delta.compareTo(MAX_DELTA) <= 0
                                && delta.stripTrailingZeros().scale() <= DELTA_DIGITS,
                        "a number from 0 to 0.001, with at most 18 decimal places",
                        Map.of("type", "number", "minimum", 0, "maximum", MAX_DELTA))
                .map(Delta::of);
    }

    private static Type<Rho> rho() {
        return Scalar.decimal(
                        rho -> rho.signum() > 0
                                && rho.compareTo(MAX_RHO) <= 0
                                && rho.stripTrailingZeros().scale() <= RHO_DIGITS,
                        "a number above 0 and up to 1000, with at most 12 decimal places",
                        Map.of("type", "number", "exclusiveMinimum", 0, "maximum", MAX_RHO))
                .map(Rho::of);
    }
}
