package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.GoldenPredicates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of the two readers is worth as much as what it notices: here one of them is given another text. */
class TreeTest {
    private final TwoReaders readers = new TwoReaders(GoldenPredicates.SCHEMA);

    private void assertNoticed(String one, String other) {
        Tree product = readers.product(one).orElseThrow();
        Tree otherProduct = readers.product(other).orElseThrow();
        assertThat(readers.spark(one)).isEqualTo(product);
        assertThat(readers.spark(other)).isEqualTo(otherProduct);
        assertThat(readers.spark(other)).isNotEqualTo(product);
        assertThat(readers.spark(one)).isNotEqualTo(otherProduct);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // operands exchanged
                "age < year | year < age",
                "age < 5 | 5 < age",
                "age = year | year = age",
                "age BETWEEN 1 AND 2 | age BETWEEN 2 AND 1",
                "city IN ('a', 'b') | city IN ('b', 'a')",
                "vip AND consent | consent AND vip",
                // other operators
                "age < 5 | age <= 5",
                "age = 5 | age <> 5",
                "age = 5 | age <=> 5",
                "age <> 5 | age IS DISTINCT FROM 5",
                "age BETWEEN 1 AND 2 | age NOT BETWEEN 1 AND 2",
                "age BETWEEN 1 AND 2 | age >= 1 AND age <= 2",
                "age = 5 | age IN (5)",
                "vip | vip IS TRUE",
                "vip | vip = TRUE",
                "vip IS TRUE | vip IS NOT FALSE",
                "vip IS TRUE | vip IS NOT TRUE",
                "age IS NULL | age IS NOT NULL",
                "vip | NOT vip",
                "vip | NOT NOT vip",
                "NOT age = 1 AND vip | NOT (age = 1 AND vip)",
                // precedence
                "vip OR consent AND age = 1 | (vip OR consent) AND age = 1",
                "vip AND consent OR age = 1 | vip AND (consent OR age = 1)",
                "NOT vip OR consent | NOT (vip OR consent)",
                "NOT age BETWEEN 1 AND 2 AND vip | NOT (age BETWEEN 1 AND 2 AND vip)",
                // something dropped or repeated
                "vip AND consent AND age = 1 | vip AND consent",
                "vip OR vip | vip",
                "city IN ('a', 'b') | city IN ('a')",
                "city IN ('a', 'a') | city IN ('a')",
                "coalesce(age, 1) = 1 | age = 1",
                "NOT age > 5 | age <= 5",
                // other literals
                "age = 5 | age = 6",
                "age = 5 | age = -5",
                "age = 5 | age = 5.5",
                "age = 5 | age = 50",
                "city = 'a' | city = 'A'",
                "city = 'a' | city = 'a '",
                "city = '5' | city = '''5'",
                "vip = TRUE | vip = FALSE",
                "born = '2024-01-31' | born = '2024-01-30'",
                "joined = '2024-01-31' | joined = '2024-01-31 00:00:00.000001'",
                "joined = '2024-01-31 12:00:00Z' | joined = '2024-01-31 12:00:00+02:00'",
                "born = current_date | born = current_date - INTERVAL 1 DAY",
                "born = current_date - INTERVAL 1 DAY | born = current_date + INTERVAL 1 DAY",
                "born = current_date - INTERVAL 1 MONTH | born = current_date - INTERVAL 1 DAY",
                "born = date_add(current_date, 1) | born = date_sub(current_date, 1)",
                "TRUE | FALSE",
                "TRUE | NULL",
                "1 < 2 | 2 < 1",
                "1 = 1 | 1 <> 1",
                // other columns and functions
                "age = 1 | year = 1",
                "city = 'a' | email = 'a'",
                "lower(city) = 'a' | upper(city) = 'a'",
                "lower(city) = 'a' | city = 'a'",
                "trim(lower(city)) = 'a' | lower(trim(city)) = 'a'",
                "coalesce(age, 1) = 1 | nullif(age, 1) = 1",
                "coalesce(age, 1) = 1 | coalesce(age, 2) = 1",
                "year(born) = 1 | month(born) = 1",
                "date_trunc('month', born) = '2024-01-01' | date_trunc('year', born) = '2024-01-01'",
                // patterns
                "city LIKE 'a%' | city ILIKE 'a%'",
                "city LIKE 'a%' | city LIKE 'a_'",
                "city LIKE 'a%' | city LIKE '%a'",
                "city LIKE 'a%' | city LIKE 'a!%' ESCAPE '!'",
                "city LIKE 'a!%' | city LIKE 'a!%' ESCAPE '!'",
                "city LIKE 'a__' | city LIKE 'a_'",
                "city LIKE 'a' | city = 'a'",
                "startswith(city, 'a') | endswith(city, 'a')",
                "startswith(city, 'a') | contains(city, 'a')",
                "startswith(city, 'a%') | city LIKE 'a%'",
            })
    void noticesTheDifference(String one, String other) {
        assertNoticed(one, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "5 < age | age > 5",
                "age != 5 | age <> 5",
                "age == 5 | age = 5.0",
                "AGE = 5 | `age` = 5",
                "vip AND (consent AND age = 1) | vip AND consent AND age = 1",
                "age <=> 5 | NOT age IS DISTINCT FROM 5",
                "age IS NOT NULL | NOT age IS NULL",
                "startswith(city, 'a') | city LIKE 'a%'",
                "born = '2024-01-31' | born = DATE '2024-01-31'",
                "joined = '2024-01-31' | joined = TIMESTAMP '2024-01-31 00:00:00'",
                "born = current_date | born = DATE '2026-03-31'",
            })
    void levelsOutWhatIsDocumented(String one, String other) {
        assertThat(readers.product(one)).isEqualTo(readers.product(other));
        assertThat(readers.spark(one))
                .isEqualTo(readers.spark(other))
                .isEqualTo(readers.product(one).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "age = 1 x",
                "age + 1 = 2",
                "age = 1 AND vip AND",
                "CAST(age AS STRING) = '1'",
                "city RLIKE 'a'",
                "city = 'a' 'b' OR city COLLATE UTF8_LCASE = 'a'",
                "age IN (SELECT 1)",
                "trim(BOTH 'x' FROM city) = 'a'",
                "count(DISTINCT age) = 1",
                "t.age = 1",
                "age = NULL",
                "age IN (1, NULL)",
                "concat(city, 'a') = 'a'",
            })
    void hasNoEqualForWhatTheLanguageLacks(String text) {
        Tree tree = readers.spark(text);
        assertThat(tree.head()).matches("refused: .*|other meaning: .*");
        assertThat(readers.product(text)).isEmpty();
    }

    @Test
    void aMessageDoesNotHideInAChain() {
        Tree refused = readers.spark("age = 1 AND age + 1 = 2");
        assertThat(refused.parts()).isEmpty();
    }
}
