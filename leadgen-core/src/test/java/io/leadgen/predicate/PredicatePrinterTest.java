package io.leadgen.predicate;

import static io.leadgen.predicate.Examples.AGE;
import static io.leadgen.predicate.Examples.BORN;
import static io.leadgen.predicate.Examples.FLAG;
import static io.leadgen.predicate.Examples.NAME;
import static io.leadgen.predicate.Examples.PRICE;
import static io.leadgen.predicate.Examples.SEEN;
import static io.leadgen.predicate.Examples.and;
import static io.leadgen.predicate.Examples.between;
import static io.leadgen.predicate.Examples.call;
import static io.leadgen.predicate.Examples.column;
import static io.leadgen.predicate.Examples.compare;
import static io.leadgen.predicate.Examples.ilike;
import static io.leadgen.predicate.Examples.in;
import static io.leadgen.predicate.Examples.isDistinct;
import static io.leadgen.predicate.Examples.isNotNull;
import static io.leadgen.predicate.Examples.isNull;
import static io.leadgen.predicate.Examples.isTruth;
import static io.leadgen.predicate.Examples.like;
import static io.leadgen.predicate.Examples.literal;
import static io.leadgen.predicate.Examples.not;
import static io.leadgen.predicate.Examples.or;
import static io.leadgen.predicate.Examples.truth;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Predicate.Constant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredicatePrinterTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 1, 31, 12, 0);

    private static void prints(String text, Predicate predicate) {
        assertThat(PredicatePrinter.text(predicate)).isEqualTo(text);
    }

    private static void shows(String shape, Predicate predicate) {
        assertThat(PredicatePrinter.shape(predicate)).isEqualTo(shape);
    }

    @Test
    void writesEveryTest() {
        prints("age <> 5", compare(AGE, "<>", 5));
        prints("price < -0.05", compare(PRICE, "<", -0.05));
        prints("5 < age", new Predicate.Comparison(Predicate.ComparisonOperator.LT, literal(5), AGE));
        prints("age NOT BETWEEN 1 AND 2", not(between(AGE, 1, 2)));
        prints("age IN (1, 2)", in(AGE, 1, 2));
        prints("name NOT IN ('a')", not(in(NAME, "a")));
        prints("name IS NOT NULL", isNotNull(NAME));
        prints("flag IS NOT FALSE", not(isTruth(FLAG, false)));
        prints("name IS NOT DISTINCT FROM 'a'", not(isDistinct(NAME, "a")));
        prints("NOT flag", not(truth(FLAG)));
        prints("NOT age = 5", not(compare(AGE, "=", 5)));
        prints("NULL", Constant.UNKNOWN);
    }

    @Test
    void writesOnlyTheBracketsThatTheTreeNeeds() {
        Predicate a = truth(FLAG);
        Predicate b = isNull(AGE);
        prints("flag AND age IS NULL OR flag", or(and(a, b), a));
        prints("flag AND (age IS NULL OR flag)", and(a, or(b, a)));
        prints("NOT (flag AND age IS NULL)", not(and(a, b)));
        prints("NOT NOT flag", not(not(a)));
        prints("(flag AND age IS NULL) AND flag", and(and(a, b), a));
        prints("(flag OR age IS NULL) OR flag", or(or(a, b), a));
    }

    @Test
    void writesLiteralsAsTheParserReadsThem() {
        prints("name = 'it''s'", compare(NAME, "=", "it's"));
        prints("born = DATE '0099-01-02'", compare(BORN, "=", LocalDate.of(99, 1, 2)));
        prints("seen > TIMESTAMP '2024-01-31 12:00:00'", compare(SEEN, ">", NOON));
        prints("seen > TIMESTAMP '2024-01-31 12:00:00.00001'", compare(SEEN, ">", NOON.plusNanos(10_000)));
        prints("price = 100000000000000000000", compare(PRICE, "=", "#100000000000000000000"));
    }

    @Test
    void escapesOnlyWherePatternsNeedIt() {
        prints("name LIKE 'a_%'", like(NAME, "a%_%"));
        prints("name NOT ILIKE 'it''s%'", not(ilike(NAME, "it's%")));
        LikePattern percent = new LikePattern(List.of(new LikePattern.Text("5%_!'"), Wildcard.ANY_TEXT));
        prints("name LIKE '5!%!_!!''%' ESCAPE '!'", new Predicate.Like(NAME, percent, false));
    }

    @Test
    void writesUnusualNamesInBackticks() {
        prints("`my column`", truth(column("My Column", ColumnType.BOOLEAN)));
        prints("`a``b`", truth(column("a`b", ColumnType.BOOLEAN)));
        prints("`date` = 1", compare(column("date", ColumnType.INT), "=", 1));
        prints("`1st`", truth(column("1st", ColumnType.BOOLEAN)));
        prints("customer_id = 1", compare(column("customer_id", ColumnType.INT), "=", 1));
    }

    @Test
    void writesFunctions() {
        prints(
                "coalesce(lower(name), 'x') = 'a'",
                compare(call(Function.COALESCE, call(Function.LOWER, NAME), "x"), "=", "a"));
        prints(
                "date_trunc('MONTH', born) = DATE '2024-01-01'",
                compare(new Operand.DateTrunc(Operand.DateUnit.MONTH, BORN), "=", LocalDate.of(2024, 1, 1)));
    }

    @Test
    void writesNoValueInAShape() {
        shows("age > <int>", compare(AGE, ">", 25));
        shows("price > <decimal>", compare(PRICE, ">", 25.5));
        shows("name IN (<string>×3)", in(NAME, "NYC", "LA", "SF"));
        shows("age IN (<number>×2)", in(AGE, 1, 2.5));
        shows("name LIKE <pattern>", like(NAME, "a%"));
        shows("born BETWEEN <date> AND <date>", between(BORN, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)));
        shows("flag = <boolean> AND seen > <timestamp>", and(compare(FLAG, "=", true), compare(SEEN, ">", NOON)));
        shows(
                "coalesce(name, <string>) IS DISTINCT FROM <string>",
                isDistinct(call(Function.COALESCE, NAME, "x"), "y"));
        shows("flag IS TRUE OR NOT flag", or(isTruth(FLAG, true), not(truth(FLAG))));
    }

    @Test
    void findsTheColumnsOfAPredicate() {
        Predicate predicate = or(
                and(compare(call(Function.LENGTH, NAME), ">", 1), truth(FLAG)),
                not(compare(AGE, "<", PRICE)),
                like(NAME, "a"),
                Constant.TRUE);
        assertThat(ColumnsOf.predicate(predicate))
                .extracting(ColumnName::value)
                .containsExactly("age", "flag", "name", "price");
        assertThat(ColumnsOf.predicate(Constant.FALSE)).isEmpty();
    }
}
