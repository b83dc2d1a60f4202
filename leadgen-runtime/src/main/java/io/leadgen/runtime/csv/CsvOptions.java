package io.leadgen.runtime.csv;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a CSV file says about it. What is null or empty is decided from the file.
 *
 * @param delimiter between fields; {@link CsvDialect#NONE} if each line is one field
 * @param quote around fields; {@link CsvDialect#NONE} if quotes are ordinary characters
 * @param escape before a quote in a quoted field
 * @param comment first in lines to leave out
 * @param header whether the first record has the names of the columns
 * @param skip lines before the header to leave out
 * @param nulls the texts that mean null, besides the empty one; null for the usual ones in columns of numbers and dates
 * @param decimal the decimal sign of numbers
 * @param thousands the sign between groups of three digits, or {@link CsvDialect#NONE}
 * @param encoding of the bytes
 * @param dateOrder of day, month and year
 * @param types of columns, by their names in lower case
 */
public record CsvOptions(
        @Nullable Character delimiter,
        @Nullable Character quote,
        @Nullable Character escape,
        @Nullable Character comment,
        @Nullable Boolean header,
        int skip,
        @Nullable List<String> nulls,
        char decimal,
        char thousands,
        @Nullable CsvEncoding encoding,
        @Nullable DateOrder dateOrder,
        Map<String, CsvType> types) {
    /** Everything is decided from the file. */
    public static final CsvOptions NONE =
            new CsvOptions(null, null, null, null, null, 0, null, '.', CsvDialect.NONE, null, null, Map.of());

    public CsvOptions {
        nulls = nulls == null ? null : List.copyOf(nulls);
        types = Map.copyOf(types);
    }
}
