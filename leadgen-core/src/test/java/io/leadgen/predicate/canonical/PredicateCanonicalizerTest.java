package io.leadgen.predicate.canonical;

import static io.leadgen.predicate.Examples.AGE;
import static io.leadgen.predicate.Examples.BORN;
import static io.leadgen.predicate.Examples.FLAG;
import static io.leadgen.predicate.Examples.NAME;
import static io.leadgen.predicate.Examples.PRICE;
import static io.leadgen.predicate.Examples.SCORE;
import static io.leadgen.predicate.Examples.SEEN;
import static io.leadgen.predicate.Examples.SIZE;
import static io.leadgen.predicate.Examples.TINY;
import static io.leadgen.predicate.Examples.and;
import static io.leadgen.predicate.Examples.between;
import static io.leadgen.predicate.Examples.call;
import static io.leadgen.predicate.Examples.compare;
import static io.leadgen.predicate.Examples.ilike;
import static io.leadgen.predicate.Examples.in;
import static io.leadgen.predicate.Examples.isDistinct;
import static io.leadgen.predicate.Examples.isNotNull;
import static io.leadgen.predicate.Examples.isNull;
import static io.leadgen.predicate.Examples.isTruth;
import static io.leadgen.predicate.Examples.like;
import static io.leadgen.predicate.Examples.not;
import static io.leadgen.predicate.Examples.or;
import static io.leadgen.predicate.Examples.truth;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Examples;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.PredicatePrinter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredicateCanonicalizerTest {
    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2024, 1, 1, 0, 0);

    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    private String form(Predicate predicate) {
        return PredicatePrinter.text(canonicalizer.canonicalize(predicate));
    }

    private void sameForm(String form, Predicate... predicates) {
        for (Predicate predicate : predicates) {
            assertThat(form(predicate)).as(PredicatePrinter.text(predicate)).isEqualTo(form);
        }
    }

    private void differentForms(Predicate... predicates) {
        assertThat(List.of(predicates).stream().map(this::form)).doesNotHaveDuplicates();
    }

    @Test
    void ignoresOrderNestingAndRepetition() {
        Predicate adult = compare(AGE, ">=", 18);
        Predicate rich = compare(PRICE, ">", 100);
        Predicate known = isNotNull(NAME);
        sameForm(
                "age >= 18 AND name IS NOT NULL AND price >= 100.01",
                and(known, and(rich, adult)),
                and(and(adult, known), and(rich, known)),
                not(or(not(adult), not(and(known, rich)))));
    }

    @Test
    void saysHowManyPredicatesOneRowMeetsAtMost() {
        Predicate young = compare(AGE, "<", 18);
        Predicate middle = between(AGE, 18, 65);
        Predicate old = compare(AGE, ">", 65);
        Predicate rich = compare(PRICE, ">", 100);
        assertThat(canonicalizer.mostTogether(List.of(young))).isEqualTo(1);
        assertThat(canonicalizer.mostTogether(List.of(young, middle, old, isNull(AGE))))
                .isEqualTo(1);
        assertThat(canonicalizer.mostTogether(List.of(young, middle, old, rich)))
                .isEqualTo(2);
        assertThat(canonicalizer.mostTogether(List.of(young, young, rich, isNull(NAME))))
                .isEqualTo(4);
        assertThat(canonicalizer.mostTogether(List.of(and(young, old), rich))).isEqualTo(1);
        assertThat(canonicalizer.mostTogether(List.of(Constant.FALSE))).isZero();
        List<Predicate> decades = new ArrayList<>();
        for (int decade = 0; decade < 100; decade++) {
            decades.add(between(AGE, 10 * decade, 10 * decade + 9));
        }
        assertThat(canonicalizer.mostTogether(decades)).isEqualTo(1);
        decades.set(0, rich);
        assertThat(canonicalizer.mostTogether(decades)).isEqualTo(2);
    }

    @Test
    void removesAbsorbedTerms() {
        Predicate adult = compare(AGE, ">=", 18);
        Predicate named = like(NAME, "a%");
        sameForm(
                "age >= 18",
                or(adult, and(adult, named)),
                and(adult, or(named, adult)),
                and(adult, compare(AGE, ">", 5)));
        sameForm(
                "age >= 18 AND name LIKE 'a%'",
                or(and(adult, named), and(adult, named, truth(FLAG))), and(or(adult, named), adult, named));
    }

    @Test
    void givesWholeNumbersOneBoundary() {
        sameForm(
                "age >= 26",
                compare(AGE, ">", 25),
                compare(AGE, ">=", 26),
                compare(AGE, ">", 25.5),
                compare(AGE, ">=", "#25.0001"),
                not(compare(AGE, "<=", 25)));
        sameForm("age <= 25", compare(AGE, "<=", 25.5), compare(AGE, "<", 26));
        sameForm("price >= 1.01", compare(PRICE, ">", 1), compare(PRICE, ">=", "#1.001"));
        sameForm("born <= DATE '2023-12-31'", compare(BORN, "<", LocalDate.of(2024, 1, 1)));
        sameForm("FALSE", compare(AGE, "=", 2.5), in(AGE, 2.5, 3.5), compare(PRICE, "=", "#0.001"));
        sameForm("age IS NOT NULL", compare(AGE, "<>", 2.5), not(in(AGE, 2.5, 3.5)));
    }

    @Test
    void dropsTheLimitsOfAType() {
        sameForm("tiny IS NOT NULL", compare(TINY, "<", 1000), compare(TINY, ">=", -128), compare(TINY, "<=", 127));
        sameForm("FALSE", compare(TINY, ">", 127), compare(TINY, "=", 128), compare(TINY, "<", -128));
        sameForm("tiny = 127", compare(TINY, ">", 126), compare(TINY, ">=", 127), compare(TINY, "=", 127));
        sameForm("price IS NOT NULL", compare(PRICE, "<=", "#999.99"), compare(PRICE, "<", 1000));
        sameForm("name IS NOT NULL", compare(NAME, ">=", ""));
        sameForm("name = ''", compare(NAME, "<=", ""), like(NAME, ""));
        sameForm("name <> ''", compare(NAME, ">", ""), compare(NAME, "<>", ""));
        sameForm("length(name) = 0", compare(call(Function.LENGTH, NAME), "<=", 0));
        sameForm("month(born) IS NOT NULL", compare(call(Function.MONTH, BORN), ">", 0));
    }

    @Test
    void keepsOperatorsAtTheEndsOfTheCalendar() {
        LocalDate last = LocalDate.of(9999, 12, 31);
        LocalDate first = LocalDate.of(1, 1, 1);
        sameForm("born > DATE '9999-12-31'", compare(BORN, ">", last));
        sameForm("born <= DATE '9999-12-31'", compare(BORN, "<=", last));
        sameForm("born < DATE '0001-01-01'", compare(BORN, "<", first));
        sameForm("born = DATE '9999-12-31'", and(compare(BORN, ">", last.minusDays(1)), compare(BORN, "<=", last)));
    }

    @Test
    void listsFewValuesAndWritesLongRunsAsRanges() {
        sameForm(
                "age IN (1, 2, 3)",
                in(AGE, 3, 1, 2, 1),
                between(AGE, 1, 3),
                or(compare(AGE, "=", 1), in(AGE, 3, 2)),
                and(compare(AGE, ">", 0), compare(AGE, "<", 4)));
        sameForm("age >= 1 AND age <= 4", in(AGE, 1, 2, 3, 4), between(AGE, 1, 4));
        sameForm("age = 7", in(AGE, 7), in(AGE, 7, 7), between(AGE, 7, 7), and(in(AGE, 6, 7), in(AGE, 7, 8)));
        sameForm("age NOT IN (1, 2)", and(compare(AGE, "<>", 1), compare(AGE, "<>", 2)), not(in(AGE, 2, 1)));
        sameForm(
                "age >= 1 AND age <= 9 AND age <> 5",
                and(between(AGE, 1, 9), compare(AGE, "<>", 5)),
                or(between(AGE, 1, 4), between(AGE, 6, 9)));
        sameForm(
                "age IN (1, 20) OR age >= 5 AND age <= 9",
                or(compare(AGE, "=", 20), between(AGE, 5, 9), compare(AGE, "=", 1)));
        sameForm("FALSE", between(AGE, 9, 1), and(in(AGE, 1, 2), in(AGE, 3)));
    }

    @Test
    void roundsLiteralsToTheNearestDouble() {
        sameForm(
                "score = 0.1",
                compare(SCORE, "=", "#0.1"),
                compare(SCORE, "=", "#0.10000000000000001"),
                compare(SCORE, "=", "#0.1000000000000000055511151231257827"));
        sameForm("score = 9007199254740992", compare(SCORE, "=", "#9007199254740993"));
        differentForms(
                compare(SCORE, "=", "#0.1"), compare(SCORE, "=", "#0.10000000000000002"), compare(SCORE, ">", "#0.1"));
        sameForm("score >= 0", compare(SCORE, ">=", "#-0.0"), compare(SCORE, ">=", 0));
    }

    @Test
    void hasNoLargestDouble() {
        differentForms(compare(SCORE, "<=", "#99999999999999999999999999999999999999"), isNotNull(SCORE));
        // NaN equals NaN, so comparing a column with itself only asks whether it is NULL.
        sameForm("score IS NOT NULL", compare(SCORE, "=", SCORE), compare(SCORE, ">=", SCORE));
        sameForm("FALSE", compare(SCORE, "<>", SCORE));
    }

    @Test
    void treatsUnknownAsNotTrueAlsoWhenNegated() {
        Predicate adult = compare(AGE, ">=", 18);
        sameForm("FALSE", and(adult, not(adult)), and(compare(AGE, ">", 3), compare(AGE, "<", 2)));
        sameForm("age IS NOT NULL", or(adult, not(adult)), or(compare(AGE, "<", 2), compare(AGE, ">=", 2)));
        sameForm("age >= 18", and(adult, isNotNull(AGE)));
        sameForm(
                "age IS NULL OR age >= 18",
                or(isNull(AGE), adult),
                or(adult, isNull(AGE), and(isNull(AGE), truth(FLAG))));
        sameForm("TRUE", or(isNull(AGE), isNotNull(AGE)), or(adult, not(adult), isNull(AGE)), Constant.TRUE);
        sameForm("FALSE", Constant.UNKNOWN, not(Constant.UNKNOWN), and(isNull(AGE), adult));
        sameForm("name IS NOT NULL", or(like(NAME, "a%"), not(like(NAME, "a%"))), like(NAME, "%"), ilike(NAME, "%%"));
        sameForm("FALSE", and(like(NAME, "a%"), not(like(NAME, "a%"))), not(like(NAME, "%")));
        sameForm(
                "age IS NOT NULL AND size IS NOT NULL",
                or(compare(AGE, "<", SIZE), compare(SIZE, "<=", AGE)),
                not(and(compare(AGE, "=", SIZE), compare(AGE, "<>", SIZE))));
    }

    @Test
    void includesNullsInDistinctFrom() {
        sameForm("age = 5", not(isDistinct(AGE, 5)));
        sameForm("age IS NULL OR age <> 5", isDistinct(AGE, 5), or(compare(AGE, "<>", 5), isNull(AGE)));
        sameForm("TRUE", isDistinct(AGE, 2.5));
        sameForm("FALSE", not(isDistinct(TINY, 128)));
    }

    @Test
    void givesBooleansOneForm() {
        sameForm(
                "flag",
                truth(FLAG),
                compare(FLAG, "=", true),
                compare(FLAG, "<>", false),
                compare(FLAG, ">", false),
                isTruth(FLAG, true),
                not(isDistinct(FLAG, true)),
                in(FLAG, true));
        sameForm(
                "NOT flag",
                not(truth(FLAG)),
                compare(FLAG, "=", false),
                compare(FLAG, "<>", true),
                isTruth(FLAG, false));
        sameForm("flag IS NULL OR NOT flag", not(isTruth(FLAG, true)), isDistinct(FLAG, true));
        sameForm("flag IS NOT NULL", in(FLAG, true, false), or(truth(FLAG), not(truth(FLAG))));
        sameForm("TRUE", or(not(isTruth(FLAG, true)), truth(FLAG)));
    }

    @Test
    void comparesColumnsInOneOrder() {
        sameForm("age < size", compare(AGE, "<", SIZE), compare(SIZE, ">", AGE), not(compare(AGE, ">=", SIZE)));
        sameForm("age = size", and(compare(AGE, "<=", SIZE), compare(SIZE, "<=", AGE)));
        sameForm("age <> size", or(compare(AGE, "<", SIZE), compare(AGE, ">", SIZE)));
        sameForm("FALSE", and(compare(AGE, "<", SIZE), compare(AGE, ">", SIZE)));
        sameForm("age < size", and(compare(AGE, "<", SIZE), isNotNull(SIZE)));
    }

    @Test
    void normalizesPatterns() {
        sameForm("name = 'Ann'", like(NAME, "Ann"));
        sameForm("name LIKE 'a%'", like(NAME, "a%"), like(NAME, "a%%"));
        sameForm("name LIKE '_%'", like(NAME, "%_"), like(NAME, "_%"));
        sameForm("name ILIKE 'ann'", ilike(NAME, "ANN"), ilike(NAME, "Ann"));
        sameForm("name = '12-3'", ilike(NAME, "12-3"));
        differentForms(
                like(NAME, "ann"), ilike(NAME, "ann"), like(NAME, "Ann"), ilike(NAME, "\u00e4"), ilike(NAME, "\u00c4"));
    }

    @Test
    void resolvesCoalesceAndNullif() {
        sameForm("age IS NULL OR age <= 5", compare(call(Function.COALESCE, AGE, 0), "<=", 5));
        sameForm("age >= 1", compare(call(Function.COALESCE, AGE, 0), ">", 0));
        sameForm("age IS NULL OR age >= 3", compare(call(Function.COALESCE, AGE, 2.5), ">", 2));
        sameForm("FALSE", isNull(call(Function.COALESCE, AGE, 0)));
        sameForm("age IS NULL OR age = 0", isNull(call(Function.NULLIF, AGE, 0)));
        sameForm("age >= 1", compare(call(Function.NULLIF, AGE, 0), ">=", 0));
        sameForm("FALSE", compare(call(Function.NULLIF, AGE, 0), "=", 0));
        // Where age is NULL this compares 7 with size, so it does not follow that age is not NULL.
        Operand neverNull = call(Function.NULLIF, call(Function.COALESCE, AGE, 7), 0);
        differentForms(or(compare(neverNull, "<>", SIZE), isNotNull(AGE)), isNotNull(AGE));
    }

    @Test
    void movesNullTestsToTheArgument() {
        Operand lower = call(Function.LOWER, NAME);
        sameForm("name IS NULL", isNull(lower), isNull(call(Function.LENGTH, lower)));
        sameForm("lower(name) = 'ann'", and(compare(lower, "=", "ann"), isNotNull(NAME), isNotNull(lower)));
        sameForm("name IS NULL OR lower(name) <> 'ann'", isDistinct(lower, "ann"));
        // An infinite day of some engine is not NULL, but its year is.
        differentForms(isNull(call(Function.YEAR, BORN)), isNull(BORN));
    }

    /** Pairs that some systems confuse. */
    @Test
    void distinguishesSimilarPredicates() {
        differentForms(
                compare(NAME, "=", "a"), compare(NAME, "=", "a "), compare(NAME, "=", "A"), compare(NAME, "=", " a"));
        differentForms(compare(NAME, "=", "caf\u00e9"), compare(NAME, "=", "cafe\u0301"));
        differentForms(compare(NAME, "<", "\ue000"), compare(NAME, "<", "\ud834\udd1e"));
        differentForms(not(in(AGE, 1)), isDistinct(AGE, 1), or(not(in(AGE, 1)), compare(AGE, "=", 1)), Constant.TRUE);
        differentForms(isTruth(FLAG, false), not(isTruth(FLAG, true)), isNull(FLAG), Constant.FALSE);
        differentForms(
                compare(SEEN, ">", NEW_YEAR),
                compare(SEEN, ">=", NEW_YEAR),
                compare(SEEN, ">=", NEW_YEAR.plusNanos(1000)),
                compare(SEEN, ">", NEW_YEAR.minusNanos(1000)));
        differentForms(between(AGE, 1, 5), between(AGE, 5, 1), not(between(AGE, 5, 1)), Constant.TRUE);
        differentForms(compare(PRICE, ">", 1), compare(PRICE, ">=", 1), compare(PRICE, ">", "#1.01"));
        differentForms(compare(AGE, "<", SIZE), compare(AGE, "<=", SIZE), compare(SIZE, "<", AGE));
    }

    @Test
    void handlesDepthAndWidthWithinTheLimits() {
        Predicate deep = compare(AGE, ">", 1);
        for (int i = 0; i < 1024; i++) {
            deep = not(deep);
        }
        sameForm("age >= 2", deep);
        Predicate nested = truth(FLAG);
        for (int i = 0; i < 512; i++) {
            Predicate next = compare(i % 2 == 0 ? AGE : SIZE, i % 3 == 0 ? "<" : "=", 2 * i);
            nested = i % 2 == 0 ? and(nested, next) : or(next, nested);
        }
        Predicate form = canonicalizer.canonicalize(nested);
        assertThat(canonicalizer.canonicalize(form)).isEqualTo(form);
        List<Predicate> wide = new ArrayList<>();
        for (int i = 0; i < 512; i++) {
            wide.add(compare(AGE, "=", i * 10));
        }
        assertThat(canonicalizer.canonicalize(new Predicate.Or(wide))).isInstanceOf(Predicate.In.class);
    }

    private String key(Predicate predicate) {
        return canonicalizer.keyed(predicate).key();
    }

    @Test
    void includesColumnTypesInTheKey() {
        Operand other = Examples.column("age", ColumnType.BIGINT);
        assertThat(form(compare(other, ">", 1))).isEqualTo(form(compare(AGE, ">", 1)));
        assertThat(key(compare(other, ">", 1))).isNotEqualTo(key(compare(AGE, ">", 1)));
        List<Predicate> many = new ArrayList<>(List.of(compare(other, ">", 1)));
        List<Predicate> same = new ArrayList<>(List.of(compare(AGE, ">", 1)));
        for (int i = 0; i < 40; i++) {
            Predicate more = compare(Examples.column("c" + i, ColumnType.INT), "=", i);
            many.add(more);
            same.add(more);
        }
        assertThat(form(new Predicate.And(many))).isEqualTo(form(new Predicate.And(same)));
        assertThat(key(new Predicate.And(many))).isNotEqualTo(key(new Predicate.And(same)));
    }

    @Test
    void omitsIrrelevantColumnsFromTheKey() {
        Predicate adult = compare(AGE, ">=", 18);
        Predicate flag = truth(FLAG);
        Predicate said = or(and(adult, flag), and(adult, not(flag)), and(adult, isNull(FLAG)));
        assertThat(key(said)).isEqualTo(key(adult)).doesNotContain("flag");
    }

    /** Keys in ledgers outlive a release: a change here invalidates them. */
    @Test
    void keepsKeysStable() {
        assertThat(key(Constant.TRUE)).isEqualTo("rows 0 1");
        assertThat(key(Constant.UNKNOWN)).isEqualTo("rows 0 0");
        assertThat(key(and(compare(AGE, ">", 25), truth(FLAG))))
                .isEqualTo("rows 4 17 0 int age IS NULL 0 1 : 17 1 int age IS NULL 0 8 age < 26 1 : "
                        + "22 0 boolean flag IS NULL 0 1 : 22 1 boolean flag IS NULL 0 11 flag < TRUE 1 : "
                        + "3 0 1; 2 0 2; 1 0 3; 0 0 4; 5");
        assertThat(key(or(compare(AGE, "<", SIZE), compare(AGE, "=", 7), like(NAME, "a%"))))
                .isEqualTo("rows 6 17 0 int age IS NULL 0 1 : 17 1 int age IS NULL 0 7 age < 7 1 7 age < 8 0 : "
                        + "21 0 string name IS NULL 0 1 : 23 2 string name LIKE 'a%' 0 1 : "
                        + "18 0 int size IS NULL 0 1 : 20 3 int int age < size 0 1 1 : "
                        + "3 0 1; 2 0 2; 5 1 0; 4 0 4; 3 5 1; 2 5 6; 1 7 1; 0 3 8; 9");
    }

    /** The truth table does not know that axes depend on each other. That must not matter. */
    @Test
    void distinguishesDependentOperands() {
        Operand year = call(Function.YEAR, BORN);
        Operand distance = call(Function.ABS, AGE);
        List<Predicate> predicates = List.of(
                compare(AGE, ">", 5),
                compare(distance, ">", 5),
                and(compare(AGE, ">", 5), compare(distance, "<", 9)),
                or(compare(AGE, ">", 5), compare(distance, ">", 5), compare(AGE, "=", -3)),
                compare(year, ">", 2000),
                compare(BORN, ">", LocalDate.of(2001, 12, 31)),
                and(compare(AGE, "<", SIZE), compare(AGE, ">", 5)),
                and(compare(AGE, "<", SIZE), compare(SIZE, ">", 5)),
                compare(AGE, "<", SIZE),
                and(isNotNull(AGE), isNotNull(SIZE)));
        assertThat(predicates.stream().map(this::key)).doesNotHaveDuplicates();
    }

    @Test
    void namesEveryColumnInTheKeyOfAForm() {
        List<Predicate> terms = new ArrayList<>(List.of(like(NAME, "a%"), compare(PRICE, "<", SIZE)));
        for (int i = 0; i < 17; i++) {
            terms.add(compare(Examples.column("c" + i, ColumnType.INT), "=", i));
        }
        assertThat(key(new Predicate.And(terms)))
                .startsWith("form ")
                .contains("11 string name ", "18 decimal(5,2) price ", "8 int size ", "6 int c0 ");
    }

    /** Up to 2^16 cells there is a table. Either kind of key reflects a small difference. */
    @Test
    void usesTheFormAboveTheLimitOfCells() {
        for (int columns : new int[] {16, 17}) {
            List<Predicate> terms = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                terms.add(compare(Examples.column("c" + i, ColumnType.INT), "=", i));
            }
            String all = key(new Predicate.And(terms));
            assertThat(all).startsWith(columns == 16 ? "rows " : "form ");
            terms.set(columns - 1, compare(Examples.column("c" + (columns - 1), ColumnType.INT), "=", 0));
            assertThat(key(new Predicate.And(terms))).isNotEqualTo(all);
        }
    }
}
