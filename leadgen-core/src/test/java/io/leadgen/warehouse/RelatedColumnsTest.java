package io.leadgen.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A query about related rows as one over a table with more columns. */
class RelatedColumnsTest {
    private static final TableName PEOPLE = TableName.parse("main.leads.people");
    private static final TableName EVENTS = TableName.parse("main.leads.events");
    private static final ColumnRef ID = new ColumnRef(new ColumnName("id"), ColumnType.INT);
    private static final Link LINK = new Link(PEOPLE, ID, EVENTS, new ColumnName("id"), Set.of());

    private static RelatedCount rows(Predicate filter) {
        return new RelatedCount(LINK, filter);
    }

    private static Predicate some(Operand operand) {
        return new Comparison(ComparisonOperator.GE, operand, new Literal.Number(BigDecimal.ONE));
    }

    private static AggregateQuery query(Predicate filter, Cells cells) {
        return new AggregateQuery(PEOPLE, new PrivacyUnit.Key(ID.name()), filter, cells, List.of(new Measure.Units()));
    }

    @Test
    void everyCountIsAColumnOnce() {
        RelatedCount all = rows(Constant.TRUE);
        RelatedCount few = rows(new Predicate.IsNull(ID));
        for (Cells cells : List.of(
                new Cells.Funnel(List.of(some(few), some(all))),
                new Cells.Atoms(List.of(some(few), some(all))),
                new Cells.Each(List.of(some(few), some(all))))) {
            RelatedColumns flat = RelatedColumns.of(query(some(all), cells).scanning(Constant.TRUE));
            assertThat(flat.counts().values()).containsExactly(all, few);
            List<ColumnRef> columns = flat.counts().keySet().stream()
                    .map(name -> new ColumnRef(name, ColumnType.BIGINT))
                    .toList();
            assertThat(flat.query().filter()).isEqualTo(some(columns.get(0)));
            assertThat(flat.query().scanned()).isEqualTo(Constant.TRUE);
            assertThat(flat.query().cells())
                    .isEqualTo(cells.with(
                            condition -> condition.equals(some(all)) ? some(columns.get(0)) : some(columns.get(1))));
        }
    }

    @Test
    void otherQueriesStayAsTheyAre() {
        AggregateQuery query = query(new Predicate.Not(some(ID)), new Cells.Whole());
        assertThat(RelatedColumns.of(query).query()).isEqualTo(query);
        assertThat(RelatedColumns.of(query).counts()).isEmpty();
    }
}
