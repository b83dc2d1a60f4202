package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.like;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** Here and not in the contract, because it takes that many rows; the reading is the same for every engine. */
    @Test
    void refusesTooManyGroups() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < Cells.FoundGroups.MOST_GROUPS; i++) {
            rows.add(List.of("" + i));
        }
        TableData most = new TableData(TableData.of("main.lab.most", TEXT).schema(), rows);
        TableData tooMany = new TableData(
                TableData.of("main.lab.too_many", TEXT).schema(),
                Stream.concat(rows.stream(), Stream.of(List.<Object>of("one more")))
                        .toList());
        try (H2Warehouse warehouse = H2Warehouse.of(most, tooMany)) {
            Aggregate aggregate = warehouse.aggregate(values(most, 1), new Cancellation());
            assertThat(TrueCells.values(aggregate, 0)).hasSize(Cells.FoundGroups.MOST_GROUPS);
            assertThatThrownBy(() -> warehouse.aggregate(values(tooMany, 1), new Cancellation()))
                    .isInstanceOfSatisfying(LeadgenException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_UNAVAILABLE);
                        assertThat(e.getMessage()).doesNotContain("one more", "too_many");
                    });
            assertThat(TrueCells.values(warehouse.aggregate(values(tooMany, 2), new Cancellation()), 0))
                    .isEmpty();
        }
    }

    private static AggregateQuery values(TableData table, int atLeast) {
        Cells cells = new Cells.FoundGroups(List.of(new GroupKey.Values(ref(TEXT))), new UnitLimit(1, 0), atLeast);
        return new AggregateQuery(
                table.schema().name(),
                new PrivacyUnit.Row(null),
                Predicate.Constant.TRUE,
                cells,
                List.of(new Measure.Units()));
    }

    @Test
    void sharesNothingWithOtherInstances() {
        try (H2Warehouse one = H2Warehouse.of(TableData.of("main.lab.t", TEXT).row("x"));
                H2Warehouse other = H2Warehouse.of(TableData.of("main.lab.t", TEXT))) {
            assertThat(one.catalogs()).isEqualTo(other.catalogs());
        }
    }
}
