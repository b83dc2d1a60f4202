package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is proved on the local Spark is worth no more than this: that it is the engine we mean, and gets what we send. */
@Tag("slow")
class LocalSparkTest {
    private static final TableData TABLE = TableData.of(
                    "main.lab.`a?b`", Column.of("age", ColumnType.INT), Column.of("it's `?`", ColumnType.STRING))
            .row(31, "x")
            .row(17, null);

    private final LocalSpark spark = LocalSpark.with(List.of(TABLE));

    @Test
    void isAnAnsiEngineInUtc() {
        assertThat(spark.session().conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(spark.session().conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
        assertThatThrownBy(() -> spark.sql("SELECT CAST('x' AS INT)", List.of()).collectAsList())
                .hasMessageContaining("CAST_INVALID_INPUT");
    }

    @Test
    void bindsManyValuesInTheirOrder() {
        List<Object> values = new ArrayList<>(Arrays.asList(
                1,
                2L,
                "it's \\ `?` ${x}",
                true,
                new BigDecimal("1.50"),
                LocalDate.of(2024, 2, 29),
                0.1,
                "\uD83D\uDE00"));
        for (int i = 0; i < 12; i++) {
            values.add(i);
        }
        List<String> markers = values.stream().map(value -> "?").toList();
        Row row = spark.sql("SELECT " + String.join(", ", markers), values)
                .collectAsList()
                .get(0);
        for (int i = 0; i < values.size(); i++) {
            assertThat(row.get(i)).isEqualTo(values.get(i));
        }
    }

    @Test
    void leavesQuestionMarksInQuotesAlone() {
        assertThat(spark.sql(
                                "SELECT COUNT(*) FROM `main`.`lab`.`a?b` AS t0 WHERE (t0.`it's ``?``` = ?)"
                                        + " AND ('?' <> ?)",
                                List.of("x", "y"))
                        .collectAsList()
                        .get(0)
                        .getLong(0))
                .isEqualTo(1);
    }

    @Test
    void keepsSessionsApart() {
        LocalSpark other = LocalSpark.with(List.of(TABLE.row(50, "y")));
        String count = "SELECT COUNT(*) FROM main.lab.`a?b` AS t0";
        assertThat(spark.sql(count, List.of()).collectAsList().get(0).getLong(0))
                .isEqualTo(2);
        assertThat(other.sql(count, List.of()).collectAsList().get(0).getLong(0))
                .isEqualTo(3);
    }
}
