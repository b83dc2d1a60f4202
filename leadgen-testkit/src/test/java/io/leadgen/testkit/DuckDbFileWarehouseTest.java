package io.leadgen.testkit;

import static io.leadgen.testkit.Terms.compare;
import static io.leadgen.testkit.Terms.ref;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class DuckDbFileWarehouseTest extends WarehouseContractTest {
    private static final TableName ENDLESS = TableName.parse("main.lab.endless");

    @TempDir
    static Path directory;

    @Override
    protected Warehouse open(List<TableData> tables) throws Exception {
        Map<TableName, Path> files =
                new HashMap<>(DuckDbTestFiles.database(directory, tables).files());
        files.put(ENDLESS, DuckDbTestFiles.endless(directory));
        return DuckDbWarehouse.open(EmbeddedTables.of(files), DuckDbLimits.defaults());
    }

    @Override
    protected AggregateQuery slowQuestion() {
        return new AggregateQuery(
                ENDLESS,
                new PrivacyUnit.Row(null),
                compare(ref(Column.of("id", ColumnType.INT)), ">", 500),
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }
}
