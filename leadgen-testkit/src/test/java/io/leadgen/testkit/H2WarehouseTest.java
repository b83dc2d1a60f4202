package io.leadgen.testkit;

import static io.leadgen.testkit.Terms.like;
import static io.leadgen.testkit.Terms.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.privacy.PrivacyUnit;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class H2WarehouseTest extends WarehouseContractTest {
    private static final Column TEXT = Column.of("s", ColumnType.STRING);

    @Override
    protected Warehouse open(List<TableData> tables) {
        List<TableData> all = new ArrayList<>(tables);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            rows.add(List.of("a".repeat(28)));
        }
        all.add(new TableData(TableData.of("main.lab.slow", TEXT).schema(), rows));
        return H2Warehouse.of(all.toArray(TableData[]::new));
    }

    /** H2 tries every way to share the letters out between the wildcards, some 400,000 for each row. */
    @Override
    protected AggregateQuery slowQuestion() {
        return new AggregateQuery(
                TableData.of("main.lab.slow", TEXT).schema().name(),
                new PrivacyUnit.Row(null),
                like(ref(TEXT), "*a*a*a*a*a*a*b"),
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }

    @Test
    void letsNobodyWriteOrReadFiles() throws SQLException {
        try (H2Warehouse warehouse =
                        H2Warehouse.of(TableData.of("main.lab.t", TEXT).row("x"));
                Connection connection = warehouse.connect("main");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "DELETE FROM \"lab\".\"t\"",
                    "DROP TABLE \"lab\".\"t\"",
                    "CREATE TABLE \"lab\".u (x INT)",
                    "SELECT FILE_READ('/etc/hostname')",
                    "SELECT * FROM CSVREAD('/etc/hostname')")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void sharesNothingWithOtherInstances() {
        try (H2Warehouse one = H2Warehouse.of(TableData.of("main.lab.t", TEXT).row("x"));
                H2Warehouse other = H2Warehouse.of(TableData.of("main.lab.t", TEXT))) {
            assertThat(one.catalogs()).isEqualTo(other.catalogs());
        }
    }
}
