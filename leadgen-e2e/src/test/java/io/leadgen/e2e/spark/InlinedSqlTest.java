package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.runtime.warehouse.databricks.AudienceSql;
import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import io.leadgen.tests.generate.PredicateGenerator;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.analysis.PosParameter;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.internal.SQLConf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The SQL that people paste is, to Spark, the statement that is sent, with the values in the places of the markers: whatever
 * is in the values.
 */
@Tag("slow")
class InlinedSqlTest {
    private static final int PREDICATES = 400;
    private static final long SEED = 20_261_124;
    private static final TableName TABLE = new TableName("main", "odd schema", "a?b");
    private static final ColumnRef CITY = new ColumnRef(new ColumnName("the ?city`s"), ColumnType.STRING);

    private final CatalystSqlParser spark = new CatalystSqlParser();

    @Test
    void generatedPredicatesAreTheStatementThatIsSent() {
        List<Column> columns = new ArrayList<>(PredicateGenerator.everyType().columns());
        columns.add(Column.of("wide", ColumnType.decimal(38, 10)));
        columns.add(Column.of("fine", ColumnType.decimal(38, 38)));
        PredicateGenerator generator = new PredicateGenerator(new TableSchema(TABLE, columns, null), SEED);
        for (int i = 0; i < PREDICATES; i++) {
            assertSame(generator.predicate());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "O'Brien",
                "''",
                "\\",
                "\\'",
                "\\\\'; DROP TABLE t; --",
                "' OR 1=1 --",
                "a\\nb",
                "\\u0041",
                "\\101",
                "\\%",
                "100%_!",
                "\n\r\t\0\b\u001a\u007f",
                "\u2028\u2029\u0085",
                "${env:HOME}",
                "$${x}$",
                "/* c */ -- d",
                "`\"?:p?",
                "é\ud83d\ude00"
            })
    void nastyStringsStayOneConstant(String text) {
        assertSame(new Predicate.In(CITY, List.of(new Literal.Text(text), new Literal.Text("x" + text + "y"))));
        assertSame(new Predicate.Like(
                CITY,
                new LikePattern(List.of(new LikePattern.Text("x" + text), LikePattern.Wildcard.ANY_TEXT)),
                text.isEmpty()));
    }

    @Test
    void noVariableOfSparkBeginsInAString() {
        Predicate predicate = new Predicate.In(CITY, List.of(new Literal.Text("${env:HOME} ${spark:x} $${y}")));
        assertThat(new AudienceSql("t", predicate).rows()).doesNotContain("${");
    }

    @Test
    void countsAreTheStatementThatIsSent() {
        PrivacyUnit unit = new PrivacyUnit.Key(CITY.name());
        String sent = sent(new Predicate.IsNull(CITY), unit).text();
        assertThat(new AudienceSql(AudienceSql.name(TABLE), new Predicate.IsNull(CITY)).count(unit))
                .isEqualTo("SELECT COUNT(DISTINCT t0.`the ?city``s`) AS people\nFROM `main`.`odd schema`.`a?b` AS t0\n"
                        + "WHERE (t0.`the ?city``s` IS NULL)");
        assertThat(sent)
                .startsWith("SELECT COUNT(DISTINCT t0.`the ?city``s`) AS m0 FROM `main`.`odd schema`.`a?b` AS t0");
    }

    private void assertSame(Predicate predicate) {
        // Spark reads many texts here; its settings are of the thread.
        SQLConf.get().setConfString("spark.sql.session.timeZone", "UTC");
        ParameterizedSql sent = sent(predicate, new PrivacyUnit.Row(null));
        String inlined = new AudienceSql(AudienceSql.name(TABLE), predicate).rows();
        Expression marked = condition(sent.text());
        Map<Integer, Bind> binds = new TreeMap<>();
        positions(marked, new ArrayList<>()).stream()
                .sorted()
                .forEach(position -> binds.put(position, sent.binds().get(binds.size())));
        assertThat(binds).hasSameSizeAs(sent.binds());
        assertThat(text(condition(inlined), binds)).as(inlined).isEqualTo(text(marked, binds));
    }

    private static ParameterizedSql sent(Predicate predicate, PrivacyUnit unit) {
        return new SqlRenderer(new DatabricksDialect())
                .render(new AggregateQuery(TABLE, unit, predicate, new Cells.Whole(), List.of(new Measure.Units())));
    }

    private Expression condition(String sql) {
        LogicalPlan plan = spark.parsePlan(sql);
        while (!(plan instanceof Filter)) {
            plan = plan.children().head();
        }
        return ((Filter) plan).condition();
    }

    private static List<Integer> positions(Expression node, List<Integer> found) {
        if (node instanceof PosParameter marker) {
            found.add(marker.pos());
        }
        CollectionConverters.asJava(node.children()).forEach(child -> positions(child, found));
        return found;
    }

    /** The tree as text, with the values of its markers, and with numbers as such, whatever their type. */
    private static String text(Expression node, Map<Integer, Bind> binds) {
        if (node instanceof PosParameter marker) {
            Object value = binds.get(marker.pos()).value();
            return constant(value instanceof LocalDate day ? (Object) day.toEpochDay() : value);
        }
        if (node instanceof org.apache.spark.sql.catalyst.expressions.Literal literal) {
            return constant(literal.value());
        }
        List<Expression> children = CollectionConverters.asJava(node.children());
        if (children.isEmpty()) {
            return node.toString();
        }
        StringBuilder out = new StringBuilder(node.getClass().getSimpleName());
        if (node instanceof UnresolvedFunction function) {
            out.append(function.nameParts());
        } else if (node instanceof Cast cast) {
            out.append(cast.dataType());
        }
        Iterator<Expression> each = children.iterator();
        while (each.hasNext()) {
            out.append(" (").append(text(each.next(), binds)).append(')');
        }
        return out.toString();
    }

    private static String constant(Object value) {
        String text = String.valueOf(value);
        return value instanceof Boolean || value == null || !isNumber(value)
                ? "<" + text + ">"
                : "<number " + new BigDecimal(text).stripTrailingZeros().toPlainString() + ">";
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value.getClass().getName().equals("org.apache.spark.sql.types.Decimal");
    }
}
