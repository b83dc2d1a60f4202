package io.leadgen.e2e.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.e2e.spark.LocalSpark;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.fixture.TableData;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.testkit.H2Warehouse;
import io.leadgen.testkit.TrueCells;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.SqlFailure;
import io.leadgen.tests.databricks.SqlParameter;
import io.leadgen.tests.databricks.SqlResult;
import io.leadgen.tests.databricks.SqlStatement;
import io.leadgen.tests.generate.GoldenQuestions;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkStatusTracker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Some questions through the real driver to Spark; all of them are in {@link DatabricksOnSparkTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class SparkEmulatorTest {
    /** Spark plans and compiles each question anew, which is most of its time. */
    private static final int ONE_OF = 10;

    private final List<TableData> tables = GoldenQuestions.tables();
    private final SparkBackend spark = SparkBackend.of(tables);
    private final DatabricksEmulator emulator = DatabricksEmulator.start(spark);
    private final Warehouse warehouse =
            DatabricksWarehouse.of(emulator.config(), emulator.auth(), QueryLimits.ofSeconds(2, 60, 120));

    @AfterAll
    void close() {
        warehouse.close();
        assertThat(emulator.journal().openSessions()).isZero();
        assertThat(emulator.journal().openStatements()).isZero();
        assertThat(emulator.journal().tripwires()).isEmpty();
        assertThat(emulator.journal().refusedTargets()).isEmpty();
        emulator.close();
    }

    @Test
    void answersAsEveryWarehouseDoes() {
        try (Warehouse h2 = H2Warehouse.of(tables.toArray(TableData[]::new))) {
            List<Map.Entry<String, AggregateQuery>> questions =
                    List.copyOf(GoldenQuestions.all().entrySet());
            int asked = 0;
            for (int i = 0; i < questions.size(); i += ONE_OF) {
                AggregateQuery question = questions.get(i).getValue();
                assertThat(cells(warehouse, question))
                        .as(questions.get(i).getKey())
                        .isEqualTo(cells(h2, question));
                asked++;
            }
            assertThat(asked).isGreaterThan(10);
        }
    }

    private static List<Object> cells(Warehouse warehouse, AggregateQuery question) {
        Aggregate aggregate = warehouse.aggregate(question, new Cancellation());
        List<Object> cells = new ArrayList<>(TrueCells.keys(aggregate));
        for (int measure = 0; measure < question.measures().size(); measure++) {
            cells.add(TrueCells.values(aggregate, measure));
        }
        return cells;
    }

    @Test
    void describesTables() {
        for (TableData table : tables) {
            assertThat(warehouse.describe(table.schema().name())).hasValueSatisfying(schema -> {
                assertThat(schema.columns()).isEqualTo(table.schema().columns());
            });
            assertThat(warehouse.tables(
                            table.schema().name().catalog(),
                            table.schema().name().schema()))
                    .contains(table.schema().name());
        }
    }

    @Test
    void tellsOfATableThatIsNotThere() {
        AggregateQuery question = GoldenQuestions.all().values().iterator().next();
        AggregateQuery elsewhere = new AggregateQuery(
                TableData.of("main.leads.nowhere").schema().name(),
                question.unit(),
                question.filter(),
                question.cells(),
                question.measures());
        assertThatThrownBy(() -> warehouse.aggregate(elsewhere, new Cancellation()))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isNotEqualTo(ErrorCode.INTERNAL);
                    assertThat(e.getMessage()).doesNotContain("nowhere");
                });
    }

    @Test
    void bindsParametersByTheirTypes() throws SqlFailure {
        String sql = "SELECT typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), ?";
        List<SqlParameter> parameters = List.of(
                new SqlParameter("INT", "1"),
                new SqlParameter("LONG", "1"),
                new SqlParameter("DECIMAL(4,2)", "10.50"),
                new SqlParameter("DOUBLE", "1.5"),
                new SqlParameter("BOOLEAN", "true"),
                new SqlParameter("DATE", "2024-02-29"),
                new SqlParameter("TIMESTAMP", "2024-02-29 00:00:00.0"),
                new SqlParameter("STRING", "it's ?"));
        SqlResult result = spark.execute(new SqlStatement(sql, parameters, null, null, Map.of()), new Cancellation());
        assertThat(result.rows())
                .containsExactly(SqlResult.row(
                        "int", "bigint", "decimal(4,2)", "double", "boolean", "date", "timestamp", "it's ?"));
    }

    @Test
    void keepsSparksOwnErrors() {
        assertFailure("SELECT 1 FROM main.leads.nowhere", "TABLE_OR_VIEW_NOT_FOUND", "42P01");
        assertFailure("SELECT 1 FROM nowhere.leads.t", "NO_SUCH_CATALOG_EXCEPTION", "42704");
        assertFailure("SELEC 1", "PARSE_SYNTAX_ERROR", "42601");
        assertFailure("SELECT 1 / 0", "DIVIDE_BY_ZERO", "22012");
        assertFailure("SELECT CAST('x' AS INT)", "CAST_INVALID_INPUT", "22018");
    }

    private void assertFailure(String sql, String errorClass, String state) {
        assertThatThrownBy(
                        () -> spark.execute(new SqlStatement(sql, List.of(), null, null, Map.of()), new Cancellation()))
                .isInstanceOfSatisfying(SqlFailure.class, e -> {
                    assertThat(e.errorClass()).isEqualTo(errorClass);
                    assertThat(e.text()).startsWith("[" + errorClass + "] ").endsWith(" SQLSTATE: " + state);
                });
    }

    @Test
    void stopsAStatement() {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> {
            assertThatThrownBy(() -> spark.execute(
                            new SqlStatement(
                                    "SELECT SUM(a.id * b.id % 7) FROM range(10000000) a CROSS JOIN range(10000000) b",
                                    List.of(), null, null, Map.of()),
                            cancellation))
                    .isInstanceOf(SqlFailure.class);
        });
        SparkStatusTracker jobs =
                LocalSpark.with(List.of()).session().sparkContext().statusTracker();
        while (jobs.getActiveJobIds().length == 0 && !ended.isDone()) {
            Thread.onSpinWait();
        }
        cancellation.cancel();
        ended.join();
    }
}
