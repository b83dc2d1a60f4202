package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Spark reads the statements for Databricks that people have reviewed: each as one scan of each table, with its filter in place. */
@Tag("slow")
class SparkStatementsTest {
    private static final String GOLDEN =
            "leadgen-tests/src/test/resources/io/leadgen/runtime/sql/databricks.golden.sql";

    @Test
    void sparkReadsEveryStatementAsOneFilteredScanOfEachTable() throws IOException {
        List<String> statements = Files.readAllLines(Checkout.ROOT.resolve(GOLDEN), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("SELECT "))
                .toList();
        assertThat(statements).hasSizeGreaterThan(100);
        CatalystSqlParser spark = new CatalystSqlParser();
        for (String statement : statements) {
            LogicalPlan plan = spark.parsePlan(statement);
            // The questions about rows of a related table have one, whatever the number of counts.
            int tables = statement.contains("LEFT JOIN (SELECT ") ? 2 : 1;
            assertThat(nodes(plan, UnresolvedRelation.class)).as(statement).isEqualTo(tables);
            assertThat(nodes(plan, Filter.class)).as(statement).isPositive();
        }
    }

    private static long nodes(LogicalPlan plan, Class<? extends LogicalPlan> type) {
        long inside = CollectionConverters.asJava(plan.children()).stream()
                .mapToLong(child -> nodes(child, type))
                .sum();
        return inside + (type.isInstance(plan) ? 1 : 0);
    }
}
