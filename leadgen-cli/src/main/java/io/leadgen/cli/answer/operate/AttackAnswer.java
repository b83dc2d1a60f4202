package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.attacks.AttackReport;
import io.leadgen.attacks.AttackReport.Result;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Audit;
import io.leadgen.attacks.game.Evidence.Leaks;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.question.answer.Interval;
import io.leadgen.runtime.answer.Columns;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often attacks succeeded. */
public final class AttackAnswer {
    private static final int DIGITS = 4;
    /** Tables that had to be narrower would break every word. */
    private static final int WIDTH_OF_TABLES = 80;

    private static final Shape<Result> EVIDENCE = Shape.<Result>of()
            .field("name", TEXT, Result::attack)
            .field("opponent", TEXT, Result::opponent)
            .optional("accuracy", NUMBER, ofAccuracy(accuracy -> rounded(accuracy.accuracy())))
            .about("How often the attack guessed right.")
            .optional("found", WHOLE, result -> result.evidence() instanceof Leaks leaks ? leaks.found() : null)
            .columnAfter("ceiling")
            .field("trials", WHOLE, AttackAnswer::tried)
            .optional(
                    "interval",
                    CommonShapes.INTERVAL,
                    ofAccuracy(accuracy ->
                            new Interval(rounded(accuracy.low()), rounded(accuracy.high()), Accuracy.CONFIDENCE)))
            .field(
                    "ceiling",
                    NUMBER.orNull(),
                    ofAccuracy(accuracy -> accuracy.ceiling() == null ? null : rounded(accuracy.ceiling())))
            .when(result -> accuracy(result.evidence()) != null)
            .optional("epsilon", NUMBER, ofAudit(Audit::epsilon))
            .about("What is promised of a person's presence.")
            .optional("epsilon_at_least", NUMBER, ofAudit(Audit::epsilonAtLeast))
            .about("What an audit shows with 95 % confidence.");

    private static final Shape<Result> ATTACK = EVIDENCE.field(
                    "within",
                    TRUTH.orNull(),
                    result -> isPromised(result.evidence()) ? result.evidence().keepsThePromise() : null)
            .about("True if the guarantee held; null where nothing is guaranteed.");

    private static final Shape<Result> BASELINE = EVIDENCE.field("broken", TRUTH, Result::isBroken);

    public record Attacked(AttackReport report, String requestId) {}

    public static final Shape<Attacked> SHAPE = Shape.<Attacked>of()
            .field("class", TEXT, answer -> answer.report().callerClass())
            .field("seed", WHOLE, answer -> answer.report().seed())
            .field("as_expected", TRUTH, answer -> answer.report().isAsExpected())
            .field("attacks", listOf(ATTACK), answer -> answer.report().attacks())
            .field("baselines", listOf(BASELINE), answer -> answer.report().baselines())
            .field("request_id", TEXT, Attacked::requestId);

    private AttackAnswer() {}

    public static Answer of(AttackReport report, String requestId) {
        Map<String, @Nullable Object> document = SHAPE.tree(new Attacked(report, requestId));
        return new Answer(
                document,
                Stream.of("attacks", "baselines")
                        .flatMap(list -> Answer.records(document, list).stream())
                        .toList(),
                ATTACK.columns().and(Columns.of("broken")),
                page -> write(page, report),
                report.isAsExpected() ? Answer.Kind.ANSWER : Answer.Kind.ALARM);
    }

    private static <V> Function<Result, @Nullable V> ofAccuracy(Function<Accuracy, @Nullable V> value) {
        return result -> {
            Accuracy accuracy = accuracy(result.evidence());
            return accuracy == null ? null : value.apply(accuracy);
        };
    }

    private static Function<Result, @Nullable BigDecimal> ofAudit(ToDoubleFunction<Audit> value) {
        return result -> result.evidence() instanceof Audit audit ? rounded(value.applyAsDouble(audit)) : null;
    }

    /** The guesses of a fair coin that it consists of; null where nothing was guessed. */
    private static @Nullable Accuracy accuracy(Evidence evidence) {
        if (evidence instanceof Audit audit) {
            double odds = Math.exp(audit.epsilon());
            return new Accuracy(audit.guesses().right(), audit.guesses().trials(), odds / (1 + odds));
        }
        return evidence instanceof Accuracy accuracy ? accuracy : null;
    }

    private static int tried(Result result) {
        Accuracy accuracy = accuracy(result.evidence());
        return accuracy != null ? accuracy.trials() : ((Leaks) result.evidence()).probes();
    }

    private static boolean isPromised(Evidence evidence) {
        return !(evidence instanceof Accuracy accuracy) || accuracy.ceiling() != null;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static void write(Page page, AttackReport report) {
        page.headline(
                report.isAsExpected()
                        ? "no attack exceeded the guarantee"
                        : "the guarantee does not hold: see the verdicts in capitals");
        page.sentence("class " + page.shown(report.callerClass()) + ", seed " + report.seed()
                + "; synthetic people with a budget of their own, in memory");
        page.gap();
        boolean wide = page.theme().width() >= WIDTH_OF_TABLES;
        if (wide) {
            page.table(attacks(report.attacks()));
        } else {
            report.attacks().forEach(result -> page.fact(result.attack(), words(result)));
        }
        report.attacks().forEach(result -> audit(page, result));
        if (!report.baselines().isEmpty()) {
            page.gap();
            page.sentence("The same attacks on weak protections, which must break:");
            page.gap();
            if (wide) {
                page.table(baselines(report.baselines()));
            } else {
                report.baselines()
                        .forEach(result -> page.fact(result.attack(), result.opponent() + " " + fate(result)));
            }
        }
    }

    private static void audit(Page page, Result result) {
        if (result.evidence() instanceof Audit audit) {
            page.gap();
            page.sentence(result.attack() + ": epsilon is at least " + hundredths(audit.epsilonAtLeast()) + " ("
                    + Numerals.percent(Audit.CONFIDENCE) + " confidence), and at most " + hundredths(audit.epsilon())
                    + " is promised");
        }
    }

    private static String hundredths(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String words(Result result) {
        Evidence evidence = result.evidence();
        return finding(evidence) + " of " + trials(result) + ", " + interval(evidence) + ", ceiling "
                + ceiling(evidence) + ": " + verdict(evidence);
    }

    private static TextTable attacks(List<Result> results) {
        TextTable table = new TextTable(List.of("attack", "accuracy", "99 % interval", "ceiling", "trials", "verdict"));
        results.forEach(result -> table.row(List.of(
                result.attack(),
                finding(result.evidence()),
                interval(result.evidence()),
                ceiling(result.evidence()),
                trials(result),
                verdict(result.evidence()))));
        return table;
    }

    /** A row for each attack, a column for each baseline; a cell is empty if the attack is not made for the baseline. */
    private static TextTable baselines(List<Result> results) {
        List<String> opponents =
                Stream.of(WeakBaseline.values()).map(WeakBaseline::label).toList();
        TextTable table = new TextTable(
                Stream.concat(Stream.of("attack"), opponents.stream()).toList());
        results.stream().map(Result::attack).distinct().forEach(attack -> {
            List<String> cells = new ArrayList<>(List.of(attack));
            for (String opponent : opponents) {
                cells.add(results.stream()
                        .filter(result -> result.attack().equals(attack)
                                && result.opponent().equals(opponent))
                        .map(AttackAnswer::fate)
                        .findFirst()
                        .orElse(""));
            }
            table.row(cells);
        });
        return table;
    }

    private static String fate(Result result) {
        return finding(result.evidence()) + (result.isBroken() ? "" : " HOLDS");
    }

    private static String finding(Evidence evidence) {
        Accuracy accuracy = accuracy(evidence);
        return accuracy != null ? percent(accuracy.accuracy()) : found((Leaks) evidence);
    }

    private static String found(Leaks leaks) {
        return Numerals.grouped(leaks.found()) + " found";
    }

    private static String interval(Evidence evidence) {
        Accuracy accuracy = accuracy(evidence);
        return accuracy != null ? tenths(accuracy.low()) + " to " + tenths(accuracy.high()) : ((Leaks) evidence).what();
    }

    private static String ceiling(Evidence evidence) {
        Accuracy accuracy = accuracy(evidence);
        if (accuracy != null) {
            Double ceiling = accuracy.ceiling();
            return ceiling == null ? "none" : percent(ceiling);
        }
        return "0";
    }

    private static String trials(Result result) {
        return Numerals.grouped(tried(result));
    }

    private static String verdict(Evidence evidence) {
        if (!isPromised(evidence)) {
            return "no guarantee";
        }
        return evidence.keepsThePromise() ? "kept" : "BROKEN";
    }

    private static String percent(double share) {
        return tenths(share) + " %";
    }

    private static String tenths(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
