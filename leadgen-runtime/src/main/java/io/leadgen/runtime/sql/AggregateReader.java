package io.leadgen.runtime.sql;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the result of a statement of {@link SqlRenderer} into a sealed aggregate. */
public final class AggregateReader {
    private static final Comparator<List<@Nullable String>> BY_TEXT = (left, right) -> {
        int order = 0;
        for (int i = 0; order == 0 && i < left.size(); i++) {
            order = Comparator.nullsFirst(LiteralOrder::compareCodePoints).compare(left.get(i), right.get(i));
        }
        return order;
    };

    private final AggregateQuery query;
    private final ResultSet rows;

    public AggregateReader(AggregateQuery query, ResultSet rows) {
        this.query = query;
        this.rows = rows;
    }

    /**
     * Reads all rows.
     *
     * @throws LeadgenException WAREHOUSE_UNAVAILABLE if there are too many groups
     */
    public Aggregate read() throws SQLException {
        if (query.cells() instanceof Cells.FoundGroups groups) {
            return found(groups);
        }
        Cells.Enumerated cells = (Cells.Enumerated) query.cells();
        boolean inOneRow = cells instanceof Cells.Whole || cells instanceof Cells.Each;
        return inOneRow ? oneRow(cells) : numbered(cells);
    }

    private Aggregate oneRow(Cells.Enumerated cells) throws SQLException {
        rows.next();
        BigInteger[][] values = new BigInteger[cells.size()][];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = measures(cell * query.measures().size());
        }
        return Aggregate.seal(values);
    }

    private Aggregate numbered(Cells.Enumerated cells) throws SQLException {
        BigInteger[][] values = new BigInteger[cells.size()][query.measures().size()];
        for (BigInteger[] cell : values) {
            Arrays.fill(cell, BigInteger.ZERO);
        }
        while (rows.next()) {
            int cell = rows.getInt(1);
            // Where the scan reads more than the filter selects, units in no cell come too.
            if (!rows.wasNull()) {
                values[cell] = measures(1);
            }
        }
        return Aggregate.seal(values);
    }

    private Aggregate found(Cells.FoundGroups groups) throws SQLException {
        Map<List<@Nullable String>, BigInteger[]> found = new TreeMap<>(BY_TEXT);
        while (rows.next()) {
            if (found.size() == Cells.FoundGroups.MOST_GROUPS) {
                throw LeadgenException.of(
                        ErrorCode.WAREHOUSE_UNAVAILABLE,
                        "The question returns more than " + Cells.FoundGroups.MOST_GROUPS + " groups",
                        "group by columns with fewer distinct values, or by bands");
            }
            List<@Nullable String> texts = new ArrayList<>();
            for (GroupKey key : groups.keys()) {
                texts.add(text(key, texts.size() + 1));
            }
            found.put(texts, measures(texts.size()));
        }
        return Aggregate.seal(List.copyOf(found.keySet()), found.values().toArray(BigInteger[][]::new));
    }

    private @Nullable String text(GroupKey key, int index) throws SQLException {
        if (key instanceof GroupKey.Values values) {
            TypeFamily family = values.column().family();
            if (family == TypeFamily.BOOLEAN) {
                boolean value = rows.getBoolean(index);
                return rows.wasNull() ? null : Boolean.toString(value);
            } else if (family == TypeFamily.EXACT_NUMBER) {
                BigDecimal value = rows.getBigDecimal(index);
                return value == null
                        ? null
                        : value.setScale(values.column().type().scale()).toPlainString();
            }
        }
        return rows.getString(index);
    }

    /** The measures, which follow this number of other columns. */
    private BigInteger[] measures(int columns) throws SQLException {
        BigInteger[] measures = new BigInteger[query.measures().size()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = rows.getBigDecimal(columns + i + 1).toBigIntegerExact();
        }
        return measures;
    }
}
