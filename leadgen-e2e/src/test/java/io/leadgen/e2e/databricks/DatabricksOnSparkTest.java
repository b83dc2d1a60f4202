package io.leadgen.e2e.databricks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.testkit.WarehouseContractTest;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The real driver, over the emulator, over Spark. Thousands of statements, which Spark plans and compiles one by one, so that it
 * is asked for: {@code ./mvnw -pl leadgen-e2e -am -Pspark test -Dtest=DatabricksOnSparkTest}.
 */
@EnabledIfSystemProperty(named = "leadgen.spark.contract", matches = "true")
class DatabricksOnSparkTest extends WarehouseContractTest {
    private static final Column TEXT = Column.of("s", ColumnType.STRING);

    private @Nullable DatabricksEmulator emulator;

    @Override
    protected Warehouse open(List<TableData> tables) {
        List<TableData> all = new ArrayList<>(tables);
        all.add(new TableData(
                TableData.of("main.lab.slow", TEXT).schema(), Collections.nCopies(50_000, List.of("a".repeat(18)))));
        emulator = DatabricksEmulator.start(SparkBackend.of(all));
        return DatabricksWarehouse.of(emulator.config(), emulator.auth(), QueryLimits.ofSeconds(2, 60, 120));
    }

    /** Spark's LIKE is a regular expression, which tries every way to share the letters out between the wildcards. */
    @Override
    protected AggregateQuery slowQuestion() {
        List<LikePattern.Token> pattern = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pattern.add(Wildcard.ANY_TEXT);
            pattern.add(new LikePattern.Text("a"));
        }
        pattern.add(Wildcard.ANY_TEXT);
        pattern.add(new LikePattern.Text("b"));
        return new AggregateQuery(
                TableData.of("main.lab.slow", TEXT).schema().name(),
                new PrivacyUnit.Row(null),
                new Predicate.Like(new ColumnRef(TEXT.name(), TEXT.type()), new LikePattern(pattern), false),
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }

    @AfterAll
    void closeEmulator() {
        warehouse().close();
        DatabricksEmulator used = requireNonNull(emulator, "emulator");
        assertThat(used.journal().openSessions()).isZero();
        assertThat(used.journal().openStatements()).isZero();
        assertThat(used.journal().tripwires()).isEmpty();
        assertThat(used.journal().refusedTargets()).isEmpty();
        used.close();
    }
}
