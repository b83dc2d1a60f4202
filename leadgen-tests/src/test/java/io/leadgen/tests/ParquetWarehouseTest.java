package io.leadgen.tests;

import io.leadgen.fixture.TableData;
import io.leadgen.testkit.WarehouseContractTest;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ParquetWarehouseTest extends WarehouseContractTest {
    @TempDir
    static Path directory;

    @Override
    protected Warehouse open(List<TableData> tables) throws Exception {
        return DuckDbTestFiles.open(directory, DuckDbTestFiles.parquet(directory, tables));
    }

    @Override
    protected AggregateQuery slowQuestion() {
        return DuckDbTestFiles.slowQuestion();
    }
}
