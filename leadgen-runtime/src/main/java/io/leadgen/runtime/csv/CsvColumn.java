package io.leadgen.runtime.csv;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file.
 *
 * @param name as written in the header, without spaces around it
 * @param type of all its texts
 * @param dateFormat how strptime reads its dates, or null if they are YYYY-MM-DD or it has none
 * @param isAsWritten whether different texts are different values, as they always are for texts
 * @param nulls the texts that mean null, besides the empty one
 * @param note why it has this type, if that is not plain; holds no value of a row but words for null
 * @param filled the number of texts that are not empty, words for null included
 * @param values the number of texts that are not null
 * @param bytes the length of all texts in UTF-8
 */
public record CsvColumn(
        String name,
        CsvType type,
        @Nullable String dateFormat,
        boolean isAsWritten,
        Set<String> nulls,
        @Nullable String note,
        long filled,
        long values,
        long bytes) {
    public CsvColumn {
        nulls = Set.copyOf(nulls);
    }

    /**
     * The same with a type that other files have too.
     *
     * @param keepsNulls whether words for null are null in texts too
     */
    public CsvColumn as(CsvType common, boolean keepsNulls) {
        if (common == type) {
            return this;
        }
        boolean text = common == CsvType.TEXT;
        return new CsvColumn(
                name, common, null, text, text && !keepsNulls ? Set.of() : nulls, note, filled, values, bytes);
    }

    /** The same with its texts as written: what identifies a person must not be converted. */
    public CsvColumn asText() {
        return isAsWritten
                ? this
                : new CsvColumn(
                        name,
                        CsvType.TEXT,
                        null,
                        true,
                        nulls,
                        "text as written, because it identifies a person",
                        filled,
                        values,
                        bytes);
    }
}
