package io.leadgen.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import io.leadgen.runtime.warehouse.duckdb.DuckDbDialect;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Databricks takes 256 markers; that the answers stay the same is proved on Spark, in leadgen-e2e. */
class MarkersTest {
    private static final int MOST = 256;
    private static final TableName TABLE = TableName.parse("main.leads.customers");
    private static final ColumnRef CITY = new ColumnRef(new ColumnName("city"), ColumnType.STRING);

    @Test
    void literalsHaveAMarkerEachAsLongAsTheyMay() {
        assertThat(in(new DatabricksDialect(), MOST).binds()).hasSize(MOST);
        assertThat(in(new DatabricksDialect(), MOST).text()).doesNotContain("FROM_JSON");
        assertThat(in(new DuckDbDialect(), MOST + 1).binds()).hasSize(MOST + 1);
        assertThat(in(new H2Dialect(), MOST + 1).binds()).hasSize(MOST + 1);
    }

    @Test
    void moreLiteralsGoInOneMarkerAndNeverIntoTheText() {
        ParameterizedSql sql = in(new DatabricksDialect(), MOST + 1);
        assertThat(sql.text())
                .startsWith("SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 CROSS JOIN"
                        + " (SELECT FROM_JSON(?, 'ARRAY<STRING>') AS texts) AS b0 WHERE (t0.`city` IN (b0.texts[0], ")
                .endsWith("b0.texts[256]))")
                .doesNotContain("O'Hara");
        assertThat(sql.binds()).hasSize(1);
        assertThat((String) sql.binds().get(0).value()).startsWith("[\"O'Hara 0\",\"O'Hara 1\",");
    }

    /** It is asked for outside of the scan, where the texts are not seen. */
    @Test
    void theSaltKeepsAMarkerOfItsOwn() {
        Cells cells = new Cells.Groups(List.of(new GroupKey.Listed(CITY, values(MOST + 1))), new UnitLimit(2, 4711));
        ParameterizedSql sql = render(
                new DatabricksDialect(), new PrivacyUnit.Key(new ColumnName("id")), Predicate.Constant.TRUE, cells);
        assertThat(sql.binds()).hasSize(2);
        assertThat(sql.binds().get(0)).isEqualTo(new Bind(4711L, ColumnType.BIGINT));
    }

    /** COALESCE(age, 7) is distinct from 0.5 whatever the age is, so that nobody asks for the 7. */
    @Test
    void literalsThatAreNotNeededAreNoProblem() {
        Operand age = new ColumnRef(new ColumnName("age"), ColumnType.INT);
        Operand filled = new Operand.Call(Function.COALESCE, List.of(age, new Literal.Number(BigDecimal.valueOf(7))));
        Predicate filter = new Predicate.And(List.of(
                new Predicate.IsDistinctFrom(filled, new Literal.Number(new BigDecimal("0.5"))),
                new Predicate.In(CITY, values(MOST + 1))));
        ParameterizedSql sql = render(new DatabricksDialect(), new PrivacyUnit.Row(null), filter, new Cells.Whole());
        assertThat(sql.binds()).hasSize(1);
        assertThat(sql.text()).contains("WHERE (TRUE AND (t0.`city` IN (b0.texts[0], ");
    }

    private static ParameterizedSql in(SqlDialect dialect, int count) {
        return render(dialect, new PrivacyUnit.Row(null), new Predicate.In(CITY, values(count)), new Cells.Whole());
    }

    private static ParameterizedSql render(SqlDialect dialect, PrivacyUnit unit, Predicate filter, Cells cells) {
        return new SqlRenderer(dialect)
                .render(new AggregateQuery(TABLE, unit, filter, cells, List.of(new Measure.Units())));
    }

    private static List<Literal> values(int count) {
        return IntStream.range(0, count)
                .<Literal>mapToObj(i -> new Literal.Text("O'Hara " + i))
                .toList();
    }
}
