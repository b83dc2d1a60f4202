package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryWarehouseTest extends WarehouseContractTest {
    private static final Column AGE = Column.of("age", ColumnType.INT);
    private static final TableData PEOPLE = TableData.of("main.lab.people", AGE);

    @Override
    protected Warehouse open(List<TableData> tables) {
        return MemoryWarehouse.of(tables.toArray(TableData[]::new));
    }

    @Test
    void readsTheNewestVersionOfATable() {
        MemoryWarehouse warehouse = MemoryWarehouse.of(PEOPLE.row(31));
        assertThat(adults(warehouse)).isEqualTo(1);
        warehouse.put(PEOPLE.row(31).row(31).row(17));
        assertThat(adults(warehouse)).isEqualTo(2);
        assertThat(warehouse.catalogs()).containsExactly("main");
    }

    private static long adults(MemoryWarehouse warehouse) {
        Predicate adult = compare(ref(AGE), ">=", 18);
        AggregateQuery query = new AggregateQuery(
                PEOPLE.schema().name(),
                new PrivacyUnit.Row(null),
                adult,
                new Cells.Whole(),
                List.of(new Measure.Units()));
        return TrueCells.value(warehouse.aggregate(query, new Cancellation()), 0, 0)
                .longValueExact();
    }
}
