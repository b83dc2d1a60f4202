package io.leadgen.tests;

import static io.leadgen.testkit.Predicates.like;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.testkit.WarehouseContractTest;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.H2Backend;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** The real driver, over the emulator, over H2. */
@Tag("slow")
class DatabricksOnH2Test extends WarehouseContractTest {
    private static final Column TEXT = Column.of("s", ColumnType.STRING);

    private @Nullable DatabricksEmulator emulator;

    @Override
    protected Warehouse open(List<TableData> tables) {
        List<TableData> all = new ArrayList<>(tables);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            rows.add(List.of("a".repeat(18)));
        }
        all.add(new TableData(TableData.of("main.lab.slow", TEXT).schema(), rows));
        emulator = DatabricksEmulator.start(H2Backend.of(all.toArray(TableData[]::new)));
        return DatabricksWarehouse.of(emulator.config(), emulator.auth(), QueryLimits.ofSeconds(8, 60, 120));
    }

    /** A regular expression tries every way to share the letters out between the wildcards, some 20,000 for each row. */
    @Override
    protected AggregateQuery slowQuestion() {
        return new AggregateQuery(
                TableData.of("main.lab.slow", TEXT).schema().name(),
                new PrivacyUnit.Row(null),
                like(ref(TEXT), "*a*a*a*a*a*a*b"),
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }

    @AfterAll
    void closeEmulator() {
        warehouse().close();
        assertThat(emulator.journal().openSessions()).isZero();
        assertThat(emulator.journal().runningStatements()).isZero();
        assertThat(emulator.journal().tripwires()).isEmpty();
        assertThat(emulator.journal().refusedTargets()).isEmpty();
        emulator.close();
    }
}
