package io.leadgen.attacks.leak;

import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.LeadgenOracle;
import io.leadgen.attacks.world.Engine;
import io.leadgen.attacks.world.World;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Count;
import io.leadgen.question.Metric;
import io.leadgen.question.Question;
import io.leadgen.question.answer.MetricType;
import io.leadgen.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions that would fail for some rows, were they handed to an engine as they are: overflow, division, casts, dates beyond
 * all calendars, patterns, deep nesting. Each is asked of a table of ordinary people and of one where the target's row is as
 * bad as rows can be; the answer or the error must be the same for both.
 */
public final class ErrorChannel implements Attack {
    private static final TableName TABLE = World.TABLE;
    private static final List<String> NUMBERS =
            List.of("tiny", "small", "whole", "big", "price", "wide", "real", "amount");

    private static final TableData ORDINARY = TableData.of(
                    TABLE.toString(),
                    Column.of("tiny", ColumnType.TINYINT),
                    Column.of("small", ColumnType.SMALLINT),
                    Column.of("whole", ColumnType.INT),
                    Column.of("big", ColumnType.BIGINT),
                    Column.of("price", ColumnType.decimal(12, 2)),
                    Column.of("wide", ColumnType.decimal(38, 0)),
                    Column.of("real", ColumnType.FLOAT),
                    Column.of("amount", ColumnType.DOUBLE),
                    Column.of("name", ColumnType.STRING),
                    Column.of("flag", ColumnType.BOOLEAN),
                    Column.of("day", ColumnType.DATE),
                    Column.of("moment", ColumnType.TIMESTAMP))
            .row(1, 1, 1, 1, "1.00", 1, 1.0, 1.0, "ann", true, LocalDate.of(2024, 2, 29), time("2024-02-29T12:00:00"))
            .row(2, 2, 2, 2, "2.00", 2, 2.0, 2.0, "bob", false, LocalDate.of(2024, 3, 1), time("2024-03-01T12:00:00"));

    private static final List<TableData> WORST = List.of(
            ORDINARY.row(null, null, null, null, null, null, null, null, null, null, null, null),
            ORDINARY.row(
                    Byte.MIN_VALUE,
                    Short.MIN_VALUE,
                    Integer.MIN_VALUE,
                    Long.MIN_VALUE,
                    "-9999999999.99",
                    "-" + "9".repeat(38),
                    Float.NEGATIVE_INFINITY,
                    -Double.MAX_VALUE,
                    "",
                    false,
                    LocalDate.of(1, 1, 1),
                    time("0001-01-01T00:00:00")),
            ORDINARY.row(
                    Byte.MAX_VALUE,
                    Short.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Long.MAX_VALUE,
                    "9999999999.99",
                    "9".repeat(38),
                    Float.NaN,
                    Double.NaN,
                    "%_\\'\"; --\uD83D\uDE00".repeat(500),
                    true,
                    LocalDate.of(9999, 12, 31),
                    time("9999-12-31T23:59:59.999999")),
            ORDINARY.row(0, 0, 0, 0, "0.00", 0, 0.0, -0.0, "0x1p3", null, null, null));

    /** Bounds are declared, since to find them takes many people. */
    private static final TablePolicy POLICY = new TablePolicy(
            new PrivacyUnit.Row(null),
            null,
            null,
            null,
            NUMBERS.stream()
                    .collect(Collectors.toMap(
                            ColumnName::new,
                            column -> new ColumnPolicy(ColumnRole.ATTRIBUTE, new Bounds(-1e300, 1e300), List.of()))));

    @Override
    public String name() {
        return "error-channel";
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text);
    }

    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        int probes = 0;
        int different = 0;
        for (Engine engine : Engine.values()) {
            List<String> ordinary = engine.with(ORDINARY, warehouse -> outcomes(opponent, warehouse));
            for (TableData worst : WORST) {
                List<String> outcomes = engine.with(worst, warehouse -> outcomes(opponent, warehouse));
                probes += outcomes.size();
                different += (int) IntStream.range(0, outcomes.size())
                        .filter(i -> !outcomes.get(i).equals(ordinary.get(i)))
                        .count();
            }
        }
        return new Evidence.Leaks(different, probes, "outcomes differ");
    }

    /** What becomes of every question, each with a budget of its own. */
    private static List<String> outcomes(LeadgenOpponent opponent, Warehouse warehouse) {
        Stream<Question<?>> counts = predicates().stream()
                .map(predicate -> Count.of(TABLE).where(predicate).precision(Precision.MAX));
        Stream<Question<?>> metrics = NUMBERS.stream()
                .flatMap(column -> Stream.of(MetricType.values())
                        .map(metric -> question(metric, column).precision(Precision.MAX)));
        return Stream.concat(counts, metrics)
                .map(question -> outcome(opponent, warehouse, question))
                .toList();
    }

    private static Metric question(MetricType metric, String column) {
        return metric == MetricType.PERCENTILE
                ? Metric.percentiles(TABLE, List.of(10, 90), column)
                : Metric.of(TABLE, metric, column);
    }

    private static String outcome(LeadgenOpponent opponent, Warehouse warehouse, Question<?> question) {
        LeadgenOracle oracle = opponent.over(warehouse, POLICY, new SplittableRandom(1));
        try {
            oracle.audience().ask(question, oracle.context(Principal.of("attacker")));
            return "answered";
        } catch (LeadgenException e) {
            return e.code() + " " + e.getMessage();
        }
    }

    private static List<String> predicates() {
        List<String> predicates = new ArrayList<>();
        for (String column : NUMBERS) {
            for (String template : List.of(
                    "abs(%s) > 127",
                    "abs(%s) >= 9223372036854775807",
                    "%s = 99999999999999999999999999999999999999",
                    "%s < -9223372036854775809",
                    "%s > 0.000000000000000000000000000001",
                    "1 / %s > 0",
                    "%s / 0 IS NULL",
                    "%s * 9223372036854775807 > 0",
                    "%s + %s > 0",
                    "CAST(%s AS TINYINT) > 0",
                    "%s = 'x'",
                    "sqrt(%s) > 1",
                    "coalesce(%s, 1000) > 127",
                    "nullif(%s, 0) IS NULL",
                    "%s IN (1, 2.5, 1e308)",
                    "%s BETWEEN -1e308 AND 1e308")) {
                predicates.add(template.replace("%s", column));
            }
        }
        for (String unit : List.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR")) {
            predicates.add("date_trunc('" + unit + "', day) <= DATE '0001-01-01'");
            predicates.add("date_trunc('" + unit + "', moment) >= DATE '9999-12-31'");
        }
        predicates.addAll(List.of(
                "year(day) = 9999",
                "quarter(moment) = 4",
                "dayofweek(day) = 1",
                "day >= current_date",
                "day > DATE '2024-02-30'",
                "moment < TIMESTAMP '9999-12-31 23:59:59.999999'",
                "name LIKE '%\\\\%' ESCAPE '\\\\'",
                "name LIKE '%a%a%a%a%a%a%b'",
                "name ILIKE '%ISTANBUL%'",
                "name RLIKE '('",
                "CAST(name AS INT) > 0",
                "name > 5",
                "length(name) > 1000",
                "substr(name, 1, 2147483647) = ''",
                "lower(upper(trim(name))) = ''",
                "flag",
                "flag = 1",
                "NOT flag IS TRUE",
                "NOT (".repeat(30) + "flag" + ")".repeat(30),
                "(".repeat(100) + "flag" + ")".repeat(100),
                "raise_error('x') IS NULL",
                "whole > (SELECT max(whole) FROM lab.attack.people)"));
        return predicates;
    }
}
