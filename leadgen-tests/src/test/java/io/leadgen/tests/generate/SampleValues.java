package io.leadgen.tests.generate;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A few values of each type that lie where conditions go wrong: at the limits of the type, next to each other, not quite
 * equal. Small enough to try a predicate on all of them.
 */
public final class SampleValues {
    private SampleValues() {}

    /**
     * Values of a column of this type, without NULL: BigDecimal for exact numbers, Float, Double, String, Boolean, LocalDate or
     * LocalDateTime. Some have no literal: NaN, infinities, days before the year 1 and after 9999, nanoseconds.
     */
    public static List<Object> values(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> List.of(false, true);
            case TINYINT -> integers(8);
            case SMALLINT -> integers(16);
            case INT -> integers(32);
            case BIGINT -> integers(64);
            case DECIMAL -> decimals(type.precision(), type.scale());
            case FLOAT ->
                List.of(
                        Float.NEGATIVE_INFINITY,
                        -Float.MAX_VALUE,
                        -1f,
                        -0f,
                        0f,
                        Float.MIN_VALUE,
                        0.1f,
                        0.5f,
                        1f,
                        2.5f,
                        16777216f,
                        Float.POSITIVE_INFINITY,
                        Float.NaN);
            case DOUBLE ->
                List.of(
                        Double.NEGATIVE_INFINITY,
                        -Double.MAX_VALUE,
                        -1d,
                        -0d,
                        0d,
                        Double.MIN_VALUE,
                        0.1,
                        Math.nextUp(0.1),
                        0.5,
                        1d,
                        2.5,
                        9007199254740992d,
                        1e300,
                        Double.POSITIVE_INFINITY,
                        Double.NaN);
            case STRING ->
                List.of(
                        "",
                        " ",
                        "a",
                        "A",
                        "a ",
                        " a",
                        "ab",
                        "abc",
                        "b",
                        "%",
                        "a_c",
                        "caf\u00e9",
                        "cafe\u0301",
                        "\ue000",
                        "\ud834\udd1e");
            case DATE ->
                List.of(
                        LocalDate.of(-44, 3, 15),
                        LocalDate.of(0, 12, 31),
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(2023, 12, 31),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(10000, 1, 1));
            case TIMESTAMP, TIMESTAMP_NTZ ->
                List.of(
                        LocalDateTime.of(1, 1, 1, 0, 0),
                        LocalDateTime.of(2023, 12, 31, 23, 59, 59, 999_999_000),
                        LocalDateTime.of(2024, 1, 1, 0, 0),
                        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 500),
                        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1000),
                        LocalDateTime.of(2024, 2, 29, 12, 30),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
            case OTHER -> List.of();
        };
    }

    /** Literals to compare such a column with: its own values and others that lie between or beyond them. */
    public static List<Literal> literals(ColumnType type) {
        return switch (type.family()) {
            case BOOLEAN -> List.of(new Literal.Bool(false), new Literal.Bool(true));
            case EXACT_NUMBER -> exactNumbers(type);
            case APPROXIMATE_NUMBER ->
                numbers(
                        "-1",
                        "0",
                        "0.1",
                        "0.10000000000000001",
                        "0.1000000000000000055511151231257827",
                        "0.10000000149011612",
                        "0.10000000000000002",
                        "0.5",
                        "1",
                        "2.5",
                        "3",
                        "16777216",
                        "16777217",
                        "9007199254740992",
                        "9007199254740993",
                        "99999999999999999999999999999999999999");
            case STRING ->
                values(type).stream()
                        .<Literal>map(value -> new Literal.Text((String) value))
                        .toList();
            case DATE ->
                values(type).stream()
                        .map(LocalDate.class::cast)
                        .filter(date -> date.getYear() >= 1 && date.getYear() <= 9999)
                        .<Literal>map(Literal.Date::new)
                        .toList();
            case TIMESTAMP ->
                values(type).stream()
                        .map(LocalDateTime.class::cast)
                        .filter(time -> time.truncatedTo(ChronoUnit.MICROS).equals(time))
                        .<Literal>map(Literal.Timestamp::new)
                        .toList();
            case OTHER -> List.of();
        };
    }

    private static List<Literal> exactNumbers(ColumnType type) {
        List<Literal> result = new ArrayList<>();
        values(type).forEach(value -> result.add(new Literal.Number((BigDecimal) value)));
        BigDecimal half = BigDecimal.valueOf(5, type.scale() + 1);
        if (type.precision() < 30) {
            Stream.of(-1, 0, 1, 2, 3, 4)
                    .map(step -> BigDecimal.valueOf(step, type.scale()).add(half))
                    .forEach(between -> result.add(new Literal.Number(between)));
            result.addAll(numbers("-129", "128", "2.5", "25.5", "99999999999999999999"));
        }
        return result;
    }

    private static List<Literal> numbers(String... texts) {
        return Stream.of(texts)
                .<Literal>map(text -> new Literal.Number(new BigDecimal(text)))
                .toList();
    }

    private static List<Object> integers(int bits) {
        BigDecimal half = BigDecimal.valueOf(2).pow(bits - 1);
        return around(half.negate(), half.subtract(BigDecimal.ONE), 0);
    }

    private static List<Object> decimals(int precision, int scale) {
        BigDecimal max = BigDecimal.TEN.pow(precision).subtract(BigDecimal.ONE).movePointLeft(scale);
        return around(max.negate(), max, scale);
    }

    private static List<Object> around(BigDecimal min, BigDecimal max, int scale) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        List<Object> result = new ArrayList<>(List.of(min, min.add(step), max.subtract(step), max));
        for (int i = -1; i <= 5; i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            if (value.compareTo(min) > 0 && value.compareTo(max) < 0) {
                result.add(value);
            }
        }
        return result.stream().distinct().toList();
    }
}
