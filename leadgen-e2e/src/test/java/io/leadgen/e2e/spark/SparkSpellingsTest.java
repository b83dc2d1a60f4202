package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.PredicateEvaluator;
import io.leadgen.fixture.TableData;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark reads the text of a predicate as we do: it selects the same rows, NULL, leap days and first and last days included. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkSpellingsTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final TableData table = table();
    private final LocalSpark spark = LocalSpark.with(List.of(table));

    private TableData table() {
        TableData rows = TableData.of(
                "main.lab.spellings",
                Column.of("id", ColumnType.INT),
                Column.of("age", ColumnType.INT),
                Column.of("city", ColumnType.STRING),
                Column.of("born", ColumnType.DATE),
                Column.of("seen", ColumnType.TIMESTAMP_NTZ));
        List<LocalDate> days = new ArrayList<>(Arrays.asList(
                null,
                LocalDate.of(2023, 12, 31),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 1, 1)));
        for (int back = -1; back < 100; back += back < 10 ? 1 : 9) {
            days.add(today.minusDays(back));
        }
        days.add(today.withDayOfMonth(1));
        days.add(today.withDayOfMonth(1).minusDays(1));
        days.add(today.withDayOfYear(1));
        List<String> cities = Arrays.asList(null, "x", " x ", "San Jose", "san", "");
        int id = 0;
        for (LocalDate day : days) {
            for (int hour : new int[] {0, 23}) {
                rows = rows.row(
                        id,
                        id % 7 == 0 ? null : id % 12,
                        cities.get(id % cities.size()),
                        day,
                        day == null ? null : day.atTime(hour, hour));
                id++;
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nvl(age, 0) > 5",
                "nvl(age, 0) = 0",
                "ifnull(city, 'x') = 'x'",
                "btrim(city) = 'x'",
                "trim(city) = 'x'",
                "isnull(age) OR isnotnull(city)",
                "NOT isnull(upper(city)) AND NOT isnotnull(age)",
                "born >= date_trunc('month', current_date)",
                "born >= date_trunc('week', current_date())",
                "seen >= date_trunc('quarter', current_date)",
                "born < trunc(current_date, 'MM')",
                "born = trunc(current_date, 'year')",
                "seen < trunc(current_date, 'week')",
                "born BETWEEN trunc(DATE '2024-02-29', 'year') AND trunc(DATE '2024-12-31', 'QUARTER')",
                "seen >= trunc(current_date, 'week') - INTERVAL 1 WEEK",
                "trunc(born, 'mon') = DATE '2024-02-01'",
                "trunc(born, 'YEAR') = DATE '2024-01-01'",
                "trunc(born, 'quarter') <> DATE '2024-01-01'",
                "trunc(born, 'week') = trunc(current_date, 'week')",
                "date_part('year', born) = 2024 AND datepart('DAY', seen) > 5",
                "date_part('quarter', born) = 1 OR date_part('dayofweek', born) = 1",
                "born >= date_sub(current_date, 30) AND born < date_add(current_date, 1)",
                "born >= add_months(current_date, -12)",
                "born >= current_date - INTERVAL 30 DAYS",
                "seen >= current_date - INTERVAL 1 MONTH"
            })
    void selectsTheSameRows(String text) {
        Predicate predicate = new PredicateBinder()
                .bind(new PredicateParser(PredicateLimits.UNTRUSTED).parse(text), table.schema(), Set.of(), today);
        List<Object> ours = new ArrayList<>();
        for (Map<ColumnName, Object> row : table.comparableRows()) {
            if (PredicateEvaluator.selects(predicate, row)) {
                ours.add(row.get(new ColumnName("id")));
            }
        }
        List<Object> sparks = new ArrayList<>();
        spark.sql("SELECT id FROM main.lab.spellings WHERE " + text + " ORDER BY id", List.of())
                .collectAsList()
                .forEach(row -> sparks.add(row.get(0)));
        assertThat(ours.toString()).isEqualTo(sparks.toString());
        assertThat(ours).isNotEmpty().hasSizeLessThan(table.comparableRows().size());
    }
}
