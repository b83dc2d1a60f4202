package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.and;
import static io.leadgen.testkit.Predicates.between;
import static io.leadgen.testkit.Predicates.call;
import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.distinct;
import static io.leadgen.testkit.Predicates.in;
import static io.leadgen.testkit.Predicates.isNull;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.or;
import static io.leadgen.testkit.Predicates.ref;

import io.leadgen.catalog.Column;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link WarehouseContractTest} about three-valued logic and numbers. */
abstract class PredicateContract extends WarehouseQuestions {
    // Three-valued logic

    @Test
    void knowsThreeTruthValues() {
        Predicate unknown = compare(ref(INT), ">", 0);
        assertIds(NUMBERS, Constant.TRUE, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, Constant.FALSE);
        assertIds(NUMBERS, Constant.UNKNOWN);
        assertIds(NUMBERS, not(Constant.UNKNOWN));
        assertIds(NUMBERS, not(Constant.FALSE), 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, unknown, 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, not(unknown), 1, 3);
        assertIds(NUMBERS, or(unknown, not(unknown)), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, or(unknown, isNull(ref(INT))), 0, 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, and(Constant.UNKNOWN, compare(ref(ID), "=", 1)));
        assertIds(NUMBERS, not(and(Constant.UNKNOWN, compare(ref(ID), "=", 1))), 0, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, or(Constant.UNKNOWN, compare(ref(ID), "=", 1)), 1);
    }

    @Test
    void bindsAndBeforeOr() {
        Predicate one = compare(ref(ID), "=", 1);
        Predicate two = compare(ref(ID), "=", 2);
        assertIds(NUMBERS, and(or(one, two), not(one)), 2);
        assertIds(NUMBERS, or(one, and(two, Constant.FALSE)), 1);
        assertIds(NUMBERS, not(or(one, two)), 0, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void keepsNullOutOfInAndNotIn() {
        assertIds(NUMBERS, in(ref(INT), 25, 26, 77), 4, 5);
        assertIds(NUMBERS, not(in(ref(INT), 25, 26, 77)), 1, 2, 3, 6, 7, 8);
        assertIds(TEXTS, in(ref(TEXT), "NYC", "", "it's"), 1, 2, 10);
        assertIds(TEXTS, not(in(ref(OTHER_TEXT), "nyc", "x")), 1, 4, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void distinguishesNullFromDistinct() {
        assertIds(NUMBERS, isNull(ref(INT)), 0);
        assertIds(NUMBERS, not(isNull(ref(INT))), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, distinct(ref(INT), 25), 0, 1, 2, 3, 5, 6, 7, 8);
        assertIds(NUMBERS, not(distinct(ref(INT), 25)), 4);
        assertIds(NUMBERS, distinct(ref(INT), 25.5), 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(TEXTS, distinct(ref(OTHER_TEXT), "nyc"), 0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void takesBooleansAsConditions() {
        Predicate flag = new Predicate.Truth(ref(FLAG));
        assertIds(TEXTS, flag, 1, 3, 6, 7, 10, 11, 13, 14, 16);
        assertIds(TEXTS, not(flag), 2, 5, 8, 9, 12, 17, 18);
        assertIds(TEXTS, new Predicate.IsTruth(ref(FLAG), true), 1, 3, 6, 7, 10, 11, 13, 14, 16);
        assertIds(TEXTS, new Predicate.IsTruth(ref(FLAG), false), 2, 5, 8, 9, 12, 17, 18);
        assertIds(TEXTS, not(new Predicate.IsTruth(ref(FLAG), true)), 0, 2, 4, 5, 8, 9, 12, 15, 17, 18);
        assertIds(TEXTS, compare(ref(FLAG), "=", false), 2, 5, 8, 9, 12, 17, 18);
        assertIds(TEXTS, compare(ref(FLAG), "<", true), 2, 5, 8, 9, 12, 17, 18);
        Predicate flagOrNull = new Predicate.Truth(call(Function.COALESCE, ref(FLAG), true));
        assertIds(TEXTS, flagOrNull, 0, 1, 3, 4, 6, 7, 10, 11, 13, 14, 15, 16);
    }

    // Numbers

    @Test
    void comparesIntegersAtTheirBounds() {
        for (Column column : List.of(TINY, SMALL, INT, BIG)) {
            ColumnRef ref = ref(column);
            BigDecimal max = BigDecimal.valueOf(
                    switch (column.type().kind()) {
                        case TINYINT -> Byte.MAX_VALUE;
                        case SMALLINT -> Short.MAX_VALUE;
                        case INT -> Integer.MAX_VALUE;
                        default -> Long.MAX_VALUE;
                    });
            BigDecimal min = max.negate().subtract(BigDecimal.ONE);
            assertIds(NUMBERS, compare(ref, "=", max), 2);
            assertIds(NUMBERS, compare(ref, "=", min), 1);
            assertIds(NUMBERS, compare(ref, ">=", max), 2);
            assertIds(NUMBERS, compare(ref, ">", max));
            assertIds(NUMBERS, compare(ref, ">", max.add(BigDecimal.ONE)));
            assertIds(NUMBERS, compare(ref, "<", max.add(BigDecimal.ONE)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, compare(ref, ">=", min.subtract(BigDecimal.ONE)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, compare(ref, "<", min.subtract(BigDecimal.ONE)));
            assertIds(NUMBERS, not(compare(ref, "=", max.add(BigDecimal.ONE))), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, compare(ref, "<>", max.add(BigDecimal.ONE)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, in(ref, max, max.add(BigDecimal.ONE), 0), 2, 3);
            assertIds(NUMBERS, not(in(ref, max.add(BigDecimal.ONE))), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, between(ref, min.subtract(BigDecimal.ONE), 0), 1, 3);
        }
    }

    @Test
    void comparesIntegersWithFractions() {
        assertIds(NUMBERS, compare(ref(TINY), ">", 25.5), 2, 5);
        assertIds(NUMBERS, compare(ref(TINY), ">=", 25.5), 2, 5);
        assertIds(NUMBERS, compare(ref(INT), "<", 0.5), 1, 3);
        assertIds(NUMBERS, compare(ref(INT), "=", 25.5));
        assertIds(NUMBERS, compare(ref(INT), "<>", 25.5), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, between(ref(BIG), 0.5, 25.5), 4, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(BIG), "=", new BigDecimal("9007199254740993")), 5);
        assertIds(NUMBERS, compare(ref(BIG), ">", new BigDecimal("9007199254740992")), 2, 5);
        assertIds(NUMBERS, compare(ref(INT), ">", new BigDecimal(FINEST)), 2, 4, 5, 6, 7, 8);
    }

    @Test
    void comparesDecimalsExactly() {
        assertIds(NUMBERS, compare(ref(DEC), "=", 25.5), 5);
        assertIds(NUMBERS, compare(ref(DEC), "=", new BigDecimal("1.1")), 6);
        assertIds(NUMBERS, compare(ref(DEC), ">", new BigDecimal("1.099")), 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(DEC), "<", new BigDecimal("1.101")), 1, 3, 6);
        assertIds(NUMBERS, compare(ref(DEC), "<=", new BigDecimal(MAX_38)), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(WIDE), "=", new BigDecimal(MAX_38)), 2);
        assertIds(NUMBERS, compare(ref(WIDE), "<", new BigDecimal(MAX_38)), 1, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(WIDE), "<=", new BigDecimal(MIN_38)), 1);
        assertIds(NUMBERS, compare(ref(WIDE), ">", new BigDecimal(FINEST)), 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "=", new BigDecimal(FINEST)), 2);
        assertIds(NUMBERS, compare(ref(FINE), ">=", new BigDecimal("0.1")), 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "<", new BigDecimal(MAX_38)), 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void comparesColumnsOfDifferentExactTypes() {
        assertIds(NUMBERS, compare(ref(TINY), "=", ref(INT)), 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(INT), "<", ref(BIG)), 2, 5);
        assertIds(NUMBERS, compare(ref(DEC), "=", ref(INT)), 3, 4, 7, 8);
        assertIds(NUMBERS, compare(ref(WIDE), ">=", ref(BIG)), 2, 3, 4, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "<", ref(INT)), 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "<=", ref(WIDE)), 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void ordersNotANumberAboveInfinity() {
        for (Column column : List.of(REAL, DOUBLE)) {
            assertIds(NUMBERS, compare(ref(column), "=", 0), 3);
            assertIds(NUMBERS, compare(ref(column), "<", 0), 1, 8);
            assertIds(NUMBERS, compare(ref(column), "=", ref(column)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, in(ref(column), 25, 25.5), 4, 5);
            assertIds(NUMBERS, between(ref(column), 25, 25.5), 4, 5);
        }
        assertIds(NUMBERS, compare(ref(REAL), ">", 25), 5, 6, 7);
        assertIds(NUMBERS, compare(ref(DOUBLE), ">", 25), 2, 5, 6, 7);
        assertIds(NUMBERS, compare(ref(DOUBLE), ">=", new BigDecimal(MAX_38)), 2, 6, 7);
        assertIds(NUMBERS, compare(ref(REAL), "<=", ref(DOUBLE)), 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void widensFloatsToDoubles() {
        assertIds(NUMBERS, compare(ref(REAL), "=", 0.1));
        BigDecimal widened = new BigDecimal((double) 0.1f).setScale(30, RoundingMode.HALF_EVEN);
        assertIds(NUMBERS, compare(ref(REAL), "=", widened), 2);
        assertIds(NUMBERS, compare(ref(REAL), ">", 0.1), 2, 4, 5, 6, 7);
    }

    @Test
    void calculatesOfNumbersWithoutOverflow() {
        assertIds(NUMBERS, compare(call(Function.ABS, ref(TINY)), "=", 128), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(SMALL)), ">", 32767), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(INT)), "=", 2147483648L), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(BIG)), "=", new BigDecimal("9223372036854775808")), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(WIDE)), "=", new BigDecimal(MAX_38)), 1, 2);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(DOUBLE)), ">", 1000), 1, 2, 6, 7, 8);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(INT), -1), "<", 0), 0, 1);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(TINY), 1000), ">", 127), 0);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(INT), 0.5), "=", 0.5), 0);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(INT), 0.5), ">", 0.25), 0, 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(WIDE), 0.5), "=", 0.5), 0);
        assertIds(NUMBERS, isNull(call(Function.NULLIF, ref(INT), 25)), 0, 4);
        assertIds(NUMBERS, isNull(call(Function.NULLIF, ref(INT), 25.5)), 0);
        assertIds(NUMBERS, isNull(call(Function.NULLIF, ref(REAL), 25)), 0, 4);
    }
}
