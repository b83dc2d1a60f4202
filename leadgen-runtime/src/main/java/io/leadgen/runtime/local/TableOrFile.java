package io.leadgen.runtime.local;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.warehouse.duckdb.FileFormat;
import java.util.Locale;

/**
 * Whether an argument names a table or a file. The text alone decides, equally on every system:
 *
 * <ul>
 *   <li>with a backtick: a table;
 *   <li>with {@code /} or {@code \} : a file;
 *   <li>with the extension of a supported format ({@code .parquet}, {@code .csv}, …): a file;
 *   <li>but {@code a.b.csv} is also a table name. It is a table unless such a file exists; then it is an error, and must be written
 *       {@code ./a.b.csv} or {@code `a`.b.csv}. With {@code .gz} it is a file.
 * </ul>
 */
public enum TableOrFile {
    TABLE,
    FILE,
    /** The name of a table unless a file with this name exists. */
    EITHER;

    public static TableOrFile of(String text) {
        if (text.indexOf('`') >= 0) {
            return TABLE;
        }
        if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0) {
            return FILE;
        }
        if (FileFormat.ofName(text) == FileFormat.UNKNOWN) {
            return TABLE;
        }
        return isTableName(text) && !text.toLowerCase(Locale.ROOT).endsWith(".gz") ? EITHER : FILE;
    }

    private static boolean isTableName(String text) {
        try {
            TableName.parse(text);
            return true;
        } catch (LeadgenException e) {
            return false;
        }
    }
}
