package io.leadgen.runtime.local;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.warehouse.duckdb.FileFormat;
import java.util.Locale;

/**
 * What somebody means who names a table or a file by one word. Decided by the word alone, the same on every system:
 *
 * <ul>
 *   <li>a word with a backtick is a table;
 *   <li>a word with {@code /} or {@code \} is a file;
 *   <li>a word that ends as a readable file does ({@code .parquet}, {@code .csv}, …) is a file;
 *   <li>but {@code a.b.csv}, which is a table's name as well, is a table as long as no such file is there, and has to be said
 *       more clearly if one is ({@code ./a.b.csv}, or {@code `a`.b.csv}). What ends in {@code .gz} is a file.
 * </ul>
 */
public enum FileWord {
    TABLE,
    FILE,
    /** The name of a table, if there is no file of this name. */
    EITHER;

    /** What a word is. */
    public static FileWord of(String word) {
        if (word.indexOf('`') >= 0) {
            return TABLE;
        }
        if (word.indexOf('/') >= 0 || word.indexOf('\\') >= 0) {
            return FILE;
        }
        if (FileFormat.ofName(word) == FileFormat.UNKNOWN) {
            return TABLE;
        }
        return isTableName(word) && !word.toLowerCase(Locale.ROOT).endsWith(".gz") ? EITHER : FILE;
    }

    private static boolean isTableName(String word) {
        try {
            TableName.parse(word);
            return true;
        } catch (LeadgenException e) {
            return false;
        }
    }
}
