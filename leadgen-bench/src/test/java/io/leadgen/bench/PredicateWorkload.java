package io.leadgen.bench;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicates as analysts write them, of any number of comparisons, over a wide table: every kind of condition, columns that
 * come back with other constants, and groups in brackets, so that nothing collapses when the form is made canonical.
 */
final class PredicateWorkload {
    /** How many columns repeat under other names, so that a long predicate is about many of them. */
    private static final int FAMILIES = 8;

    private static final List<Column> FAMILY = List.of(
            Column.of("age", ColumnType.INT),
            Column.of("income_level", ColumnType.STRING),
            Column.of("ltv", ColumnType.decimal(12, 2)),
            Column.of("city", ColumnType.STRING),
            Column.of("joined", ColumnType.DATE),
            Column.of("email", ColumnType.STRING),
            Column.of("consent", ColumnType.BOOLEAN),
            Column.of("score", ColumnType.DOUBLE));

    private PredicateWorkload() {}

    /** A table of so many columns; the predicates are about the first 64. */
    static TableSchema schema(int columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Column kind = FAMILY.get(i % FAMILY.size());
            all.add(Column.of(kind.name() + "_" + i / FAMILY.size(), kind.type()));
        }
        return new TableSchema(CustomersFiles.TABLE, all, null);
    }

    /** A predicate of so many comparisons: groups of three, joined by OR within and by AND between. */
    static String predicate(int comparisons) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < comparisons; i++) {
            boolean first = i % 3 == 0;
            boolean last = i % 3 == 2 || i == comparisons - 1;
            text.append(i == 0 ? "" : first ? " AND " : " OR ");
            text.append(first && comparisons > 1 ? "(" : "");
            text.append(comparison(i));
            text.append(last && comparisons > 1 ? ")" : "");
        }
        return text.toString();
    }

    private static String comparison(int i) {
        String family = "_" + i % FAMILIES;
        return switch (i % 11) {
            case 0 -> "age" + family + " > " + (20 + i);
            case 1 -> "income_level" + family + " = 'high'";
            case 2 -> "ltv" + family + " BETWEEN " + (100 + i) + ".50 AND " + (20000 + i);
            case 3 -> "city" + family + " IN ('Ankara', 'Izmir', 'Adana')";
            case 4 -> "joined" + family + " >= DATE '20" + (10 + i % 16) + "-06-30'";
            case 5 -> "email" + family + " LIKE '%@example.com'";
            case 6 -> "consent" + family + " IS TRUE";
            case 7 -> "NOT score" + family + " < 0." + (1 + i);
            case 8 -> "lower(city" + family + ") <> 'bursa'";
            case 9 -> "email" + family + " IS NOT NULL";
            default -> "year(joined" + family + ") = " + (2010 + i % 16);
        };
    }
}
