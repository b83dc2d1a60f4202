package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.between;
import static io.leadgen.testkit.Predicates.call;
import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.distinct;
import static io.leadgen.testkit.Predicates.ilike;
import static io.leadgen.testkit.Predicates.in;
import static io.leadgen.testkit.Predicates.isNull;
import static io.leadgen.testkit.Predicates.like;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.ref;
import static io.leadgen.testkit.Predicates.trunc;

import io.leadgen.catalog.Column;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link WarehouseContractTest} about strings, dates and times. */
abstract class TextAndTimeContract extends PredicateContract {
    // Strings

    @Test
    void comparesStringsByCodePoints() {
        assertIds(TEXTS, compare(ref(TEXT), "=", "NYC"), 2);
        assertIds(TEXTS, compare(ref(TEXT), "=", "NYC "), 4);
        assertIds(TEXTS, compare(ref(TEXT), "=", ""), 1);
        assertIds(TEXTS, compare(ref(TEXT), "=", "it's"), 10);
        assertIds(TEXTS, compare(ref(TEXT), "=", "a\\b"), 9);
        assertIds(TEXTS, compare(ref(TEXT), "=", "\u00E9"), 13);
        assertIds(TEXTS, compare(ref(TEXT), "=", ref(OTHER_TEXT)), 1, 3, 14);
        assertIds(TEXTS, compare(ref(TEXT), "<", "NYC"), 1, 5, 6, 16);
        assertIds(TEXTS, compare(ref(TEXT), ">", "a"), 3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18);
        assertIds(TEXTS, compare(ref(TEXT), ">", "\uFF5A"), 11, 12);
        assertIds(TEXTS, compare(ref(TEXT), ">", ref(OTHER_TEXT)), 4, 7, 9, 10, 11, 12, 13, 15, 17, 18);
        assertIds(TEXTS, between(ref(TEXT), "\uFF5A", "\uD83D\uDE00"), 11, 18);
    }

    @Test
    void matchesPatterns() {
        assertIds(TEXTS, like(ref(TEXT), "NYC"), 2);
        assertIds(TEXTS, like(ref(TEXT), "NYC*"), 2, 4);
        assertIds(TEXTS, like(ref(TEXT), "*NYC"), 2, 5);
        assertIds(TEXTS, not(like(ref(OTHER_TEXT), "*y*")), 1, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
        assertIds(TEXTS, like(ref(TEXT), "*%"), 6);
        assertIds(TEXTS, like(ref(TEXT), "*_*"), 7);
        assertIds(TEXTS, like(ref(TEXT), "*!*"), 8);
        assertIds(TEXTS, like(ref(TEXT), "*\\*"), 9);
        assertIds(TEXTS, like(ref(TEXT), "a\\b"), 9);
        assertIds(TEXTS, like(ref(TEXT), "a?b"), 7, 8, 9);
        assertIds(TEXTS, like(ref(TEXT), "?"), 11, 13, 18);
        assertIds(TEXTS, like(ref(TEXT), "??"), 12, 14);
        assertIds(TEXTS, like(ref(TEXT), "line*"), 17);
        assertIds(TEXTS, like(ref(TEXT), "line?end"), 17);
        assertIds(TEXTS, like(ref(TEXT), "*\uD83D\uDE00"), 11, 12);
        assertIds(TEXTS, like(ref(TEXT), "\u05E9*"), 15);
        assertIds(TEXTS, like(ref(TEXT), "*"), IntStream.rangeClosed(1, 18).toArray());
        assertIds(TEXTS, like(ref(TEXT), ""), 1);
        assertIds(TEXTS, like(call(Function.LOWER, ref(TEXT)), "nyc*"), 2, 3, 4);
    }

    @Test
    void matchesPatternsWithoutCase() {
        assertIds(TEXTS, ilike(ref(TEXT), "nyc"), 2, 3);
        assertIds(TEXTS, ilike(ref(TEXT), "NYC*"), 2, 3, 4);
        assertIds(TEXTS, ilike(ref(TEXT), "A!B"), 8);
        assertIds(TEXTS, ilike(ref(TEXT), "A?B"), 7, 8, 9);
        assertIds(TEXTS, ilike(ref(TEXT), "istanbul"), 16);
        assertIds(TEXTS, ilike(ref(OTHER_TEXT), "ISTANBUL"), 16);
        assertIds(TEXTS, ilike(ref(TEXT), "\u00C9"), 13);
        assertIds(TEXTS, ilike(ref(TEXT), "\u00C9?*"));
    }

    @Test
    void calculatesOfStrings() {
        assertIds(TEXTS, compare(call(Function.LOWER, ref(TEXT)), "=", "nyc"), 2, 3);
        assertIds(TEXTS, compare(call(Function.UPPER, ref(TEXT)), "=", "NYC"), 2, 3);
        assertIds(TEXTS, compare(call(Function.LOWER, ref(TEXT)), "=", "istanbul"), 16);
        assertIds(TEXTS, compare(call(Function.UPPER, ref(OTHER_TEXT)), "=", "ISTANBUL"), 16);
        assertIds(TEXTS, compare(call(Function.UPPER, ref(TEXT)), "=", "\u00C9"), 13);
        assertIds(TEXTS, compare(call(Function.TRIM, ref(TEXT)), "=", "NYC"), 2, 4, 5);
        assertIds(TEXTS, compare(call(Function.LTRIM, ref(TEXT)), "=", "NYC"), 2, 5);
        assertIds(TEXTS, compare(call(Function.RTRIM, ref(TEXT)), "=", "NYC"), 2, 4);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), "=", 0), 1);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), "=", 1), 11, 13, 18);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), "=", 2), 12, 14);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), ">=", 8), 16, 17);
        assertIds(TEXTS, compare(call(Function.COALESCE, ref(OTHER_TEXT), "none"), "=", "none"), 0, 5);
        assertIds(TEXTS, isNull(call(Function.NULLIF, ref(TEXT), "")), 0, 1);
    }

    // Dates and times

    @Test
    void comparesDates() {
        assertIds(TIMES, compare(ref(DATE), "=", LocalDate.of(2024, 2, 29)), 3);
        assertIds(TIMES, compare(ref(DATE), "<=", LocalDate.of(1, 1, 1)), 1);
        assertIds(TIMES, compare(ref(DATE), ">=", LocalDate.of(9999, 12, 31)), 2);
        assertIds(TIMES, compare(ref(DATE), ">", LocalDate.of(1970, 1, 1)), 2, 3, 4, 5, 7);
        assertIds(TIMES, in(ref(DATE), LocalDate.of(2024, 3, 10), LocalDate.of(2024, 11, 3)), 4, 5);
        assertIds(TIMES, distinct(ref(DATE), LocalDate.of(2024, 2, 29)), 0, 1, 2, 4, 5, 6, 7);
        LocalDate first = LocalDate.of(1, 1, 1);
        assertIds(TIMES, compare(call(Function.COALESCE, ref(DATE), first), "=", first), 0, 1);
    }

    @Test
    void comparesTimesToTheMicrosecondInUtc() {
        for (Column column : List.of(TIME, WALL)) {
            ColumnRef ref = ref(column);
            assertIds(TIMES, compare(ref, "=", LocalDateTime.of(1, 1, 1, 0, 0)), 1);
            assertIds(TIMES, compare(ref, "=", time("9999-12-31T23:59:59.999999")), 2);
            assertIds(TIMES, compare(ref, "<", time("9999-12-31T23:59:59.999999")), 1, 3, 4, 5, 6, 7);
            assertIds(TIMES, compare(ref, "=", time("2024-02-29T23:30:00")), 3);
            assertIds(TIMES, compare(ref, "=", time("2024-11-03T01:30:00")), 5);
            assertIds(TIMES, in(ref, time("2024-11-03T01:30:00"), time("2024-02-29T23:30:00")), 3, 5);
            assertIds(TIMES, between(ref, time("2024-02-29T23:30:00"), time("2024-11-03T01:30:00")), 3, 4, 5);
        }
        assertIds(TIMES, compare(ref(TIME), "=", time("2024-03-10T02:30:00")), 4);
        assertIds(TIMES, compare(ref(WALL), ">", time("2024-03-10T02:30:00")), 2, 4, 5);
        assertIds(TIMES, compare(ref(WALL), "=", time("2024-03-10T02:30:00.000001")), 4);
        assertIds(TIMES, compare(ref(WALL), "<", time("1970-01-01T00:00:00")), 1, 6);
        assertIds(TIMES, compare(ref(TIME), "=", ref(WALL)), 1, 2, 3, 5);
        LocalDateTime night = time("2024-11-03T01:30:00");
        assertIds(TIMES, isNull(call(Function.NULLIF, ref(TIME), night)), 0, 5);
        assertIds(TIMES, compare(call(Function.COALESCE, ref(WALL), night), "=", night), 0, 5);
    }

    @Test
    void takesTimesApart() {
        for (Column column : List.of(DATE, TIME)) {
            ColumnRef ref = ref(column);
            assertIds(TIMES, compare(call(Function.YEAR, ref), "=", 2024), 3, 4, 5, 7);
            assertIds(TIMES, compare(call(Function.YEAR, ref), "=", 9999), 2);
            assertIds(TIMES, compare(call(Function.YEAR, ref), "=", 1), 1);
            assertIds(TIMES, compare(call(Function.QUARTER, ref), "=", 1), 1, 3, 4, 6, 7);
            assertIds(TIMES, compare(call(Function.QUARTER, ref), "=", 4), 2, 5);
            assertIds(TIMES, compare(call(Function.MONTH, ref), "=", 2), 3);
            assertIds(TIMES, compare(call(Function.DAY, ref), "=", 29), 3);
            // 0001-01-01 and 2024-01-01 are Mondays, 2024-03-10 and 2024-11-03 Sundays, 1970-01-01 and 2024-02-29
            // Thursdays.
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 1), 4, 5);
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 2), 1, 7);
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 5), 3, 6);
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 6), 2);
        }
        assertIds(TIMES, compare(call(Function.YEAR, ref(WALL)), "=", 2023), 7);
        assertIds(TIMES, compare(call(Function.YEAR, ref(WALL)), "=", 1969), 6);
    }

    @Test
    void truncatesTimes() {
        for (Column column : List.of(DATE, TIME)) {
            ColumnRef ref = ref(column);
            assertIds(TIMES, compare(trunc(DateUnit.DAY, ref), "=", LocalDate.of(2024, 2, 29)), 3);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(2024, 2, 26)), 3);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(2024, 3, 4)), 4);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(2024, 1, 1)), 7);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(1, 1, 1)), 1);
            assertIds(TIMES, compare(trunc(DateUnit.MONTH, ref), "=", LocalDate.of(2024, 11, 1)), 5);
            assertIds(TIMES, compare(trunc(DateUnit.QUARTER, ref), "=", LocalDate.of(2024, 1, 1)), 3, 4, 7);
            assertIds(TIMES, compare(trunc(DateUnit.YEAR, ref), "=", LocalDate.of(9999, 1, 1)), 2);
        }
        assertIds(TIMES, isNull(trunc(DateUnit.MONTH, ref(DATE))), 0);
        assertIds(TIMES, compare(trunc(DateUnit.DAY, ref(WALL)), "=", LocalDate.of(2023, 12, 31)), 7);
        assertIds(TIMES, compare(trunc(DateUnit.DAY, ref(TIME)), "=", ref(DATE)), 1, 2, 3, 4, 5, 6, 7);
    }
}
