package io.leadgen.cli.answer;

import io.leadgen.attacks.AttackReport;
import io.leadgen.attacks.AttackReport.Result;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Leaks;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often attacks were right. */
public final class AttackAnswer {
    private static final int DIGITS = 4;
    /** Tables that had to be narrower would break every word. */
    private static final int WIDTH_OF_TABLES = 80;

    private static final Fields FIELDS = Fields.of(
            "name",
            "opponent",
            "accuracy",
            "trials",
            "interval.low",
            "interval.high",
            "interval.confidence",
            "ceiling",
            "found",
            "within",
            "broken");

    private AttackAnswer() {}

    public static Answer of(AttackReport report, String requestId) {
        List<Map<String, @Nullable Object>> attacks =
                report.attacks().stream().map(AttackAnswer::attack).toList();
        List<Map<String, @Nullable Object>> baselines =
                report.baselines().stream().map(AttackAnswer::baseline).toList();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("class", report.callerClass());
        document.put("seed", report.seed());
        document.put("as_expected", report.isAsExpected());
        document.put("attacks", attacks);
        document.put("baselines", baselines);
        document.put("request_id", requestId);
        return new Answer(
                document,
                Stream.concat(attacks.stream(), baselines.stream()).toList(),
                FIELDS,
                page -> write(page, report),
                report.isAsExpected() ? Answer.Kind.ANSWER : Answer.Kind.ALARM);
    }

    private static Map<String, @Nullable Object> attack(Result result) {
        Map<String, @Nullable Object> tree = evidence(result);
        boolean promised = !(result.evidence() instanceof Accuracy accuracy) || accuracy.ceiling() != null;
        tree.put("within", promised ? result.evidence().keepsThePromise() : null);
        return tree;
    }

    private static Map<String, @Nullable Object> baseline(Result result) {
        Map<String, @Nullable Object> tree = evidence(result);
        tree.put("broken", result.isBroken());
        return tree;
    }

    private static Map<String, @Nullable Object> evidence(Result result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", result.attack());
        tree.put("opponent", result.opponent());
        if (result.evidence() instanceof Accuracy accuracy) {
            tree.put("accuracy", rounded(accuracy.accuracy()));
            tree.put("trials", accuracy.trials());
            Map<String, @Nullable Object> interval = new LinkedHashMap<>();
            interval.put("low", rounded(accuracy.low()));
            interval.put("high", rounded(accuracy.high()));
            interval.put("confidence", Accuracy.CONFIDENCE);
            tree.put("interval", interval);
            Double ceiling = accuracy.ceiling();
            tree.put("ceiling", ceiling == null ? null : rounded(ceiling));
        } else if (result.evidence() instanceof Leaks leaks) {
            tree.put("found", leaks.found());
            tree.put("trials", leaks.probes());
        }
        return tree;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static void write(Page page, AttackReport report) {
        page.headline(
                report.isAsExpected()
                        ? "no attack learned more than is promised"
                        : "something is not as promised: see the verdicts in capitals");
        page.sentence("class " + page.shown(report.callerClass()) + ", seed " + report.seed()
                + "; invented people, a budget of its own, in memory");
        page.gap();
        boolean wide = page.theme().width() >= WIDTH_OF_TABLES;
        if (wide) {
            page.table(attacks(report.attacks()));
        } else {
            report.attacks().forEach(result -> page.fact(result.attack(), words(result.evidence())));
        }
        if (!report.baselines().isEmpty()) {
            page.gap();
            page.sentence("The same attacks on weak ways to protect people, which have to break:");
            page.gap();
            if (wide) {
                page.table(baselines(report.baselines()));
            } else {
                report.baselines()
                        .forEach(result -> page.fact(result.attack(), result.opponent() + " " + fate(result)));
            }
        }
    }

    private static String words(Evidence evidence) {
        return finding(evidence) + " of " + trials(evidence) + ", " + interval(evidence) + ", ceiling "
                + ceiling(evidence) + ": " + verdict(evidence);
    }

    private static TextTable attacks(List<Result> results) {
        TextTable table = new TextTable(List.of("attack", "accuracy", "99 % interval", "ceiling", "trials", "verdict"));
        results.forEach(result -> table.row(List.of(
                result.attack(),
                finding(result.evidence()),
                interval(result.evidence()),
                ceiling(result.evidence()),
                trials(result.evidence()),
                verdict(result.evidence()))));
        return table;
    }

    /** A row for each attack, a column for each baseline; where nothing stands, an attack is not made for a baseline. */
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

    /** What has become of a baseline. */
    private static String fate(Result result) {
        return finding(result.evidence()) + (result.isBroken() ? "" : " HOLDS");
    }

    private static String finding(Evidence evidence) {
        return evidence instanceof Accuracy accuracy ? percent(accuracy.accuracy()) : found((Leaks) evidence);
    }

    private static String found(Leaks leaks) {
        return Numerals.grouped(leaks.found()) + " found";
    }

    private static String interval(Evidence evidence) {
        return evidence instanceof Accuracy accuracy
                ? tenths(accuracy.low()) + " to " + tenths(accuracy.high())
                : ((Leaks) evidence).what();
    }

    private static String ceiling(Evidence evidence) {
        if (evidence instanceof Accuracy accuracy) {
            Double ceiling = accuracy.ceiling();
            return ceiling == null ? "none" : percent(ceiling);
        }
        return "0";
    }

    private static String trials(Evidence evidence) {
        return Numerals.grouped(
                evidence instanceof Accuracy accuracy ? accuracy.trials() : ((Leaks) evidence).probes());
    }

    private static String verdict(Evidence evidence) {
        if (evidence instanceof Accuracy accuracy && accuracy.ceiling() == null) {
            return "no promise";
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
