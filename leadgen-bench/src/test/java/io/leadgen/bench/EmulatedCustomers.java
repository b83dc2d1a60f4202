package io.leadgen.bench;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.H2Backend;
import java.util.List;
import java.util.stream.IntStream;

/** A few customers in an emulated Databricks. The engine takes only the time that the emulator is configured to take. */
final class EmulatedCustomers {
    private static final int ROWS = 2_000;

    private EmulatedCustomers() {}

    static DatabricksEmulator start() {
        TableData empty = TableData.of(
                CustomersFiles.TABLE.toString(),
                Column.of("age", ColumnType.INT),
                Column.of("income_level", ColumnType.STRING));
        return DatabricksEmulator.start(H2Backend.of(empty.withRows(IntStream.range(0, ROWS)
                .mapToObj(i -> List.<Object>of(i % 90, i % 3 == 0 ? "high" : "low"))
                .toList())));
    }
}
