package io.leadgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
    private static final TableName NAME = TableName.parse("main.leads.people");

    private static Column partition(String name, int index) {
        return new Column(new ColumnName(name), ColumnType.DATE, true, null, index);
    }

    @Test
    void findsColumnsInAnyCase() {
        TableSchema schema = new TableSchema(NAME, List.of(Column.of("Age", ColumnType.INT)), "comment");

        assertThat(schema.column(new ColumnName("AGE"))).isPresent();
        assertThat(schema.column(new ColumnName("ages"))).isEmpty();
        assertThat(schema.partitionColumns()).isEmpty();
    }

    @Test
    void ordersPartitionColumnsByTheirIndex() {
        TableSchema schema = new TableSchema(
                NAME, List.of(partition("day", 1), Column.of("age", ColumnType.INT), partition("month", 0)), null);

        assertThat(schema.partitionColumns())
                .extracting(Column::name)
                .extracting(ColumnName::value)
                .containsExactly("month", "day");
    }

    @Test
    void rejectsNamesThatDifferOnlyInCase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableSchema(
                        NAME, List.of(Column.of("age", ColumnType.INT), Column.of("AGE", ColumnType.INT)), null));
    }

    @Test
    void rejectsInvalidColumnNames() {
        for (String name : List.of("", "x".repeat(256), "a\nb")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ColumnName(name));
        }
    }

    @Test
    void acceptsMeaningsWithoutContent() {
        assertThat(ColumnMeaning.NONE.values()).isEmpty();
        assertThat(ColumnMeaning.NONE.tags()).isEmpty();
        assertThat(ColumnMeaning.NONE.owner()).isNull();
    }
}
