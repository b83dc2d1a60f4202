package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.isNull;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link Warehouse} does, whatever the engine: the same tables and the same questions give the same cells. Extend
 * it for a warehouse of your own. Expected values are written out by hand; no engine is the measure of another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WarehouseContractTest extends RelatedContract {
    private @Nullable Warehouse opened;

    /** The warehouse under test, with these tables. Called once for the class. */
    protected abstract Warehouse open(List<TableData> tables) throws Exception;

    /** A question about the tables of {@link #open} that keeps the engine busy for a minute or more, or null if there is none. */
    protected @Nullable AggregateQuery slowQuestion() {
        return null;
    }

    @BeforeAll
    void openWarehouse() throws Exception {
        List<TableData> tables = new ArrayList<>(all());
        tables.addAll(visited());
        opened = open(tables);
    }

    @AfterAll
    void closeWarehouse() {
        warehouse().close();
    }

    @Override
    protected final Warehouse warehouse() {
        return Objects.requireNonNull(opened, "not open");
    }

    // What is there

    @Test
    void listsCatalogsSchemasAndTables() {
        assertThat(warehouse().catalogs()).contains("main", "odd \"cat'").isSorted();
        assertThat(warehouse().schemas("main")).contains("lab").isSorted();
        assertThat(warehouse().schemas("MAIN")).isEqualTo(warehouse().schemas("main"));
        assertThat(warehouse().schemas("nowhere")).isEmpty();
        assertThat(warehouse().tables("main", "lab"))
                .contains(NUMBERS.schema().name(), EMPTY.schema().name())
                .doesNotContain(ODD.schema().name());
        assertThat(warehouse().tables("main", "nowhere")).isEmpty();
        assertThat(warehouse().describe(TableName.parse("main.lab.nowhere"))).isEmpty();
    }

    @Test
    void describesColumnsInTheirOrder() {
        for (TableData table : List.of(NUMBERS, TEXTS, TIMES, ODD, EMPTY, MANY_COLUMNS)) {
            TableSchema described = warehouse().describe(table.schema().name()).orElseThrow();
            List<Column> columns = table.schema().columns();
            assertThat(described.columns())
                    .extracting(Column::name, Column::type)
                    .containsExactlyElementsOf(columns.stream()
                            .map(column -> tuple(column.name(), column.type()))
                            .toList());
        }
    }

    @Test
    void explainsWithoutLiterals() {
        AggregateQuery query = count(TEXTS, compare(ref(TEXT), "=", "a secret"));
        assertThat(warehouse().explain(query)).startsWith("SELECT ").doesNotContain("a secret");
    }

    // Names

    @Test
    void quotesNames() {
        for (int i = 0; i < 5; i++) {
            Column column = List.of(ODD_1, ODD_2, ODD_3, ODD_4, ODD_5).get(i);
            assertThat(wholeCount(ODD, compare(ref(column), "=", i + 1))).isEqualTo(1);
            assertThat(wholeCount(ODD, compare(ref(column), "<>", i + 1))).isEqualTo(0);
        }
        UnitValue value = new UnitValue(ref(ODD_2), Combination.SUM);
        assertThat(steps(ODD, new PrivacyUnit.Key(ODD_1.name()), value, new Bounds(0, 4)))
                .isEqualTo(0);
    }

    @Test
    void readsTablesWithManyColumns() {
        List<Predicate> all = new ArrayList<>();
        MANY_COLUMNS.schema().columns().forEach(column -> all.add(not(isNull(ref(column)))));
        assertThat(wholeCount(MANY_COLUMNS, new Predicate.And(all))).isEqualTo(1);
    }

    // What goes wrong

    @Test
    void hidesWhatTheEngineSays() {
        TableData unknownTable = TableData.of("main.lab.nowhere", ID);
        TableData unknownCatalog = TableData.of("nowhere.lab.numbers", ID);
        Column unknown = Column.of("no_such_column", ColumnType.INT);
        assertHidden(count(unknownTable, Constant.TRUE), ErrorCode.UNKNOWN_TABLE);
        assertHidden(count(unknownCatalog, Constant.TRUE), ErrorCode.UNKNOWN_TABLE);
        assertHidden(count(NUMBERS, compare(ref(unknown), "=", 4711)), ErrorCode.WAREHOUSE_UNAVAILABLE);
    }

    /** @param better what an engine may say that knows what is wrong */
    private void assertHidden(AggregateQuery query, ErrorCode better) {
        assertThatThrownBy(() -> warehouse().aggregate(query, new Cancellation()))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isIn(ErrorCode.WAREHOUSE_UNAVAILABLE, better);
                    assertThat(e.getCause()).isNotNull();
                    assertThat(e.getMessage() + e.hint()).doesNotContain("no_such", "nowhere", "4711");
                });
    }

    @Test
    void doesNotBeginWhatIsCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertCancelled(count(NUMBERS, Constant.TRUE), cancellation);
    }

    private void assertCancelled(AggregateQuery query, Cancellation cancellation) {
        assertThatThrownBy(() -> warehouse().aggregate(query, cancellation))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void stopsWhatIsCancelled() {
        AggregateQuery slow = slowQuestion();
        assumeTrue(slow != null, "no slow question");
        for (int delay : new int[] {0, 5, 100}) {
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Void> cancelled = CompletableFuture.runAsync(
                    cancellation::cancel, CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS));
            long start = System.nanoTime();
            assertCancelled(slow, cancellation);
            // A bound against hanging, no measure: an engine stops between two rows, and machines are busy.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
            cancelled.join();
        }
        assertThat(wholeCount(NUMBERS, Constant.TRUE)).isEqualTo(9);
    }
}
