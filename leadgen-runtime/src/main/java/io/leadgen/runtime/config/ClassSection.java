package io.leadgen.runtime.config;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.KeyType;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
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
                    SingleValue.integer(1, 1_000_000),
                    CallerClass::sigma,
                    "The finest noise: the standard deviation of a count.");
            private final Key<Rho> principalBudget = rho(
                    "principal_budget",
                    CallerClass::principalBudget,
                    "The rho that one principal can spend within the window.");
            private final Key<Rho> tableBudget = rho(
                    "table_budget",
                    CallerClass::tableBudget,
                    "The rho that all principals of the class can spend on the people of one table within the window, in all tables that they are in.");
            private final Key<Rho> lifetimeBudget = rho(
                    "lifetime_budget",
                    CallerClass::lifetimeBudget,
                    "The rho that all principals of the class can ever spend on the people of one table, in all tables that they are in.");
            private final Key<Delta> principalDelta = delta(
                    "principal_delta",
                    CallerClass::principalBudget,
                    "The delta that one principal can spend within the window. Answers that name values found in the data"
                            + " cost 1e-8 each.");
            private final Key<Delta> tableDelta = delta(
                    "table_delta",
                    CallerClass::tableBudget,
                    "The delta that all principals of the class can spend on the people of one table within the window, in all tables that they are in.");
            private final Key<Delta> lifetimeDelta = delta(
                    "lifetime_delta",
                    CallerClass::lifetimeBudget,
                    "The delta that all principals of the class can ever spend on the people of one table, in all tables that they are in.");
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
                    SingleValue.integer(1, Integer.MAX_VALUE),
                    CallerClass::threshold,
                    "Smaller audiences are suppressed.");
            private final Key<Duration> responseStep = figure(
                    "response_step_ms",
                    SingleValue.integer(0, 60_000).map(Duration::ofMillis),
                    caller -> caller.responseStep().toMillis(),
                    "Answers that need a scan take a multiple of this many milliseconds, which hides the time of the scan."
                            + " 0 turns it off.");
            private final Key<Integer> maxComparisons = figure(
                    "max_comparisons",
                    SingleValue.integer(1, MAX_PREDICATE),
                    CallerClass::maxComparisons,
                    "The most comparisons in one predicate.");
            private final Key<Integer> maxInValues = figure(
                    "max_in_values",
                    SingleValue.integer(1, MAX_PREDICATE),
                    CallerClass::maxInValues,
                    "The most values in one IN list.");

            private final Key<Boolean> undeclaredTables = figure(
                    "undeclared_tables",
                    SingleValue.bool(),
                    CallerClass::undeclaredTables,
                    "Answer questions about tables of which nobody has declared what one person is.");

            private final Key<Precision> precision = figure(
                    "precision",
                    SingleValue.parsed(Precision::parse, "a precision from 0.1% to 20%, or max"),
                    CallerClass::precision,
                    "The precision of answers to questions that ask for none.");

            private Key<Rho> rho(String key, Function<CallerClass, PrivacyLoss> budget, String documentation) {
                KeyType<Rho> type = SingleValue.decimal(
                                rho -> isBelow(rho, MAX_RHO, RHO_DIGITS) && rho.signum() > 0,
                                "a number above 0 and up to 1000, with at most 12 decimal places",
                                Map.of("type", "number", "exclusiveMinimum", 0, "maximum", MAX_RHO))
                        .map(Rho::of);
                return figure(key, type, caller -> budget.apply(caller).rho().value(), documentation);
            }

            private Key<Delta> delta(String key, Function<CallerClass, PrivacyLoss> budget, String documentation) {
                KeyType<Delta> type = SingleValue.decimal(
                                delta -> isBelow(delta, MAX_DELTA, DELTA_DIGITS) && delta.signum() >= 0,
                                "a number from 0 to 0.001, with at most 18 decimal places",
                                Map.of("type", "number", "minimum", 0, "maximum", MAX_DELTA))
                        .map(Delta::of);
                return figure(key, type, caller -> budget.apply(caller).delta().value(), documentation);
            }

            /** A key whose default is what the base has; the documentation shows those of the classes with defaults of their own. */
            private <V> Key<V> figure(
                    String key, KeyType<V> type, Function<CallerClass, Object> figure, String documentation) {
                return defaulted(
                        key,
                        type,
                        text(figure.apply(base)),
                        "%s untrusted: %s, analyst: %s, trusted: %s."
                                .formatted(
                                        documentation,
                                        text(figure.apply(CallerClass.UNTRUSTED)),
                                        text(figure.apply(CallerClass.ANALYST)),
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
                        values.get(maxInValues),
                        values.get(undeclaredTables),
                        values.get(precision));
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

    private static KeyType<Duration> days() {
        return SingleValue.integer(1, 3_650).map(Duration::ofDays);
    }

    private static boolean isBelow(BigDecimal number, BigDecimal most, int digits) {
        return number.compareTo(most) <= 0 && number.stripTrailingZeros().scale() <= digits;
    }
}
