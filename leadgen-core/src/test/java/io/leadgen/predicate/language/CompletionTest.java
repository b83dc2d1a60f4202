package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.language.complete.Completion;
import io.leadgen.predicate.language.complete.Completion.Kind;
import io.leadgen.predicate.language.complete.Completion.Known;
import io.leadgen.predicate.language.lex.FunctionNames;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.Token;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final int WALKS = 1_500;
    private static final int MOST_STEPS = 40;

    private static final Map<String, List<String>> VALUES = Map.of(
            "income_level", List.of("low", "high", "it's"),
            "age", List.of("18", "no number"),
            "my column", List.of("a"),
            "born", List.of("2000-02-29"));

    private static final List<Known> COLUMNS = People.SCHEMA.columns().stream()
            .filter(column -> !People.FORBIDDEN.contains(column.name()))
            .map(column -> Known.of(
                    column.name().value(),
                    column.type().toString(),
                    VALUES.getOrDefault(column.name().value(), List.of())))
            .toList();

    private static List<String> texts(String text) {
        return Completion.of(text, COLUMNS).each().stream()
                .map(Completion::text)
                .toList();
    }

    /** Chooses randomly among the completions and makes up values where needed. */
    @Test
    void buildsPredicatesFromCompletions() {
        Random random = new Random(7);
        Set<String> met = new HashSet<>();
        int predicates = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            String text = "";
            for (int step = 0; step < MOST_STEPS; step++) {
                List<String> offered = texts(text);
                if (offered.contains("OR") && !offered.contains(")")) { // BETWEEN has AND too
                    People.bind(text);
                    predicates++;
                    if (step > MOST_STEPS / 2) {
                        break;
                    }
                }
                String next = offered.isEmpty() ? "7" : offered.get(random.nextInt(offered.size()));
                met.add(next.strip());
                if (!offered.isEmpty()) {
                    assertOfferedAfterItsStart(text, next, random);
                }
                text += switch (next) {
                    case "'" -> "'abc' ";
                    case "DATE '" -> "DATE '2024-02-29' ";
                    case "TIMESTAMP '" -> "TIMESTAMP '2024-02-29 12:00:00' ";
                    default -> next + " ";
                };
                if (text.length() > PredicateLimits.UNTRUSTED.characters() / 20) {
                    break;
                }
            }
        }
        assertThat(predicates).isGreaterThan(WALKS);
        assertThat(met)
                .contains(functions())
                .contains("LIKE", "ILIKE", "BETWEEN", "IN (", "<=", "IS NULL", "IS NOT NULL");
    }

    private static void assertOfferedAfterItsStart(String text, String offer, Random random) {
        String start = offer.substring(0, random.nextInt(offer.length()));
        boolean looksWhole = start.length() > 1 && (start.endsWith("'") || start.endsWith("`") || start.endsWith("("));
        if (!looksWhole && !start.contains(" ")) {
            assertThat(texts(text + start)).as(text + start).anyMatch(offer::equalsIgnoreCase);
        }
    }

    private static String[] functions() {
        return Stream.of(
                        Stream.of(io.leadgen.predicate.Function.values())
                                .map(function -> function.name().toLowerCase(java.util.Locale.ROOT)),
                        FunctionNames.TEXT_TESTS.stream(),
                        Stream.of(FunctionNames.DATE_TRUNC))
                .flatMap(names -> names)
                .map(name -> name + "(")
                .toArray(String[]::new);
    }

    @Test
    void offeredEveryTestOfTheLanguage() {
        Set<String> offered = COLUMNS.stream()
                .filter(known -> !known.column().type().equals(ColumnType.OTHER))
                .map(known -> texts(io.leadgen.predicate.PredicatePrinter.name(
                                known.column().name()) + " "))
                .flatMap(Collection::stream)
                .map(text -> text.split("[ (]", 2)[0])
                .collect(Collectors.toSet());
        assertThat(EnumSet.allOf(Token.Kind.class).stream()
                        .filter(Token.Kind::isTest)
                        .filter(kind -> kind != Token.Kind.NULL_SAFE_EQ) // rarely used
                        .map(kind -> new Token(kind, "", 0, 0).normalized(0)))
                .isSubsetOf(offered);
    }

    @Test
    void answersEveryPrefix() {
        Stream.of("accepted.txt", "rejected.txt")
                .flatMap(file -> new GoldenFile(file).inputs().stream())
                .filter(text -> text.length() < 200)
                .forEach(text -> {
                    for (int end = 0; end <= text.length(); end++) {
                        Completion.All all = Completion.of(text.substring(0, end), COLUMNS);
                        assertThat(all.from()).isBetween(0, end);
                    }
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "inc                              | 0  | income_level",
                "INC                              | 0  | income_level",
                "age > 25 and inc                 | 13 | income_level",
                "age > 25 an                      | 9  | and",
                "age > 25 AN                      | 9  | AND",
                "age >                            | 4  | >,>=",
                "income_level = 'h                | 15 | 'high'",
                "income_level = 'H                | 15 | 'high'",
                "income_level = hi                | 15 | 'high'",
                "income_level IN ('low', 'i       | 24 | 'it''s'",
                "income_level IN ('low'           | 22 | ,,)",
                "age = 1                          | 6  | 18",
                "age = 7                          | 7  | _AND,_OR",
                "(age = 18                        | 9  | _AND,_OR,)",
                "born = 2                         | 7  | DATE '2000-02-29'",
                "ci = 'x' AND `my                 | 13 | ",
                "`my                              | 0  | `my column`",
                "m                                | 0  | `my column`,month(",
                "vip IS N                         | 7  | NULL,NOT NULL",
                "city NOT L                       | 9  | LIKE",
                "date_trunc('mo                   | 11 | 'month'",
                "lower(c                          | 6  | city",
                "year(c                           | 5  | ",
                "abs(sc                           | 4  | score",
                "age = sma                        | 6  | small",
                "joined < se                      | 9  | ",
                "1 +                              | 3  | ",
                "18 <= age AND v                  | 14 | visits,vip",
                "NOT v                            | 4  | visits,vip",
                "age NOT                          | 4  | NOT IN (,NOT BETWEEN",
                "age BETWEEN 1                    | 12 | 18",
                "age BETWEEN 1 A                  | 14 | AND",
                "age BETWEEN 1 AND 2 O            | 20 | OR",
                "age IS DISTINCT F                | 16 | FROM",
                "age IS NOT DISTINCT FROM 1       | 25 | 18",
                "age IN (1) O                     | 11 | OR",
                "city LIKE 'a' ESCAPE '!' A       | 25 | AND",
                "startswith(city, '               | 17 | '",
                "coalesce(age, 1                  | 14 | 18",
                "date_trunc('month', j            | 20 | joined",
                "born < (c                        | 8  | ",
                "born > current_date + b          | 22 | ",
                "age > 25 -- an                   | 12 | ",
            })
    void offersWhatFits(String text, int from, String offered) {
        Completion.All all = Completion.of(text, COLUMNS);

        assertThat(all.from()).isEqualTo(from);
        assertThat(String.join(
                        ",",
                        all.each().stream()
                                .map(Completion::text)
                                .map(offer -> offer.replaceFirst("^ ", "_"))
                                .toList()))
                .isEqualTo(offered == null ? "" : offered);
    }

    @Test
    void returnsKindsAndColumns() {
        assertThat(Completion.of("", COLUMNS).each().stream()
                        .map(Completion::kind)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.COLUMN, Kind.FUNCTION, Kind.JOINT);
        assertThat(Completion.of("income_level = ", COLUMNS).each())
                .allSatisfy(value -> assertThat(value.kind()).isEqualTo(Kind.VALUE))
                .allSatisfy(value -> assertThat(value.column()).hasToString("income_level"));
        assertThat(Completion.of("income_level ", COLUMNS).each())
                .allSatisfy(test -> assertThat(test.kind()).isEqualTo(Kind.TEST));
    }

    @Test
    void offeredNoForbiddenColumns() {
        assertThat(texts("")).doesNotContain("msisdn", "tags");
    }

    @Test
    void readsTypesAsTheyAreWritten() {
        People.SCHEMA
                .columns()
                .forEach(column ->
                        assertThat(ColumnType.spelled(column.type().toString())).isEqualTo(column.type()));
        assertThat(ColumnType.spelled("array<int>")).isEqualTo(ColumnType.OTHER);
        assertThat(ColumnType.spelled("decimal")).isEqualTo(ColumnType.OTHER);
    }
}
