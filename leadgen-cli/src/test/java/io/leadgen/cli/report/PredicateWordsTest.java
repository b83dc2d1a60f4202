package io.leadgen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateWordsTest {
    private static final TableSchema SCHEMA = new TableSchema(
            TableName.parse("main.leads.people"),
            List.of(
                    Column.of("age", ColumnType.INT),
                    Column.of("city", ColumnType.STRING),
                    Column.of("vip", ColumnType.BOOLEAN),
                    Column.of("joined", ColumnType.DATE),
                    Column.of("seen", ColumnType.TIMESTAMP)),
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "age > 25                           | age is more than 25",
                "age <= 1000000                     | age is at most 1000000",
                "age <> 3                           | age is not 3",
                "age BETWEEN 18 AND 30              | age is between 18 and 30, both included",
                "age NOT BETWEEN 18 AND 30          | age is not between 18 and 30, both included",
                "city IN ('NYC', 'LA', 'Boston')    | city is one of “NYC”, “LA” or “Boston”",
                "city IN ('NYC')                    | city is “NYC”",
                "city NOT IN ('NYC', 'LA')          | city is none of “NYC” or “LA”",
                "city NOT IN ('NYC')                | city is not “NYC”",
                "city LIKE 'San%'                   | city begins with “San”",
                "city LIKE '%ton'                   | city ends with “ton”",
                "city ILIKE '%an%'                  | city contains “an”, in small or capital letters",
                "city NOT LIKE '%an%'               | city does not contain “an”",
                "city LIKE 'S_n%'                   | city matches “S?n…”, where ? is any letter and … any text",
                "city IS NULL                       | city has no value",
                "city IS NOT NULL                   | city has a value",
                "city IS DISTINCT FROM 'LA'         | city is not “LA”, or has no value",
                "city IS NOT DISTINCT FROM 'LA'     | city is “LA”",
                "vip                                | vip is true",
                "NOT vip                            | vip is false",
                "vip IS NOT TRUE                    | vip is not true, or has no value",
                "joined >= DATE '2026-01-31'        | joined is not before 2026-01-31",
                "joined < DATE '2026-01-31'         | joined is before 2026-01-31",
                "seen > TIMESTAMP '2026-01-31 10:30:00' | seen is after 2026-01-31 10:30",
                "lower(city) = 'la'                 | city in small letters is “la”",
                "year(joined) = 2024                | the year of joined is 2024",
                "coalesce(age, 0) > 3               | age (0 where it has no value) is more than 3",
                "date_trunc('month', joined) = DATE '2026-01-01' | the first day of the month of joined is 2026-01-01",
                "age > 25 OR vip                    | age is more than 25 or vip is true",
                "age > 25 AND (vip OR city = 'LA')  | age is more than 25 and (vip is true or city is “LA”)",
                "NOT (age > 25 AND vip)             | it is not so that (age is more than 25 and vip is true)",
                "TRUE                               | everyone",
                "FALSE                              | nobody",
            })
    void saysWhatTheConditionSays(String predicate, String words) {
        assertThat(PredicateWords.of(new PredicateBinder()
                        .bind(
                                new PredicateParser(PredicateLimits.UNTRUSTED).parse(predicate),
                                SCHEMA,
                                Set.of(),
                                LocalDate.of(2026, 11, 24))))
                .isEqualTo(words);
    }
}
