package io.leadgen.runtime.csv;

import java.util.List;

/**
 * How a whole CSV file is read, and what another reader must find if it reads the same.
 *
 * @param skipped the lines before the first record of data, without comments
 * @param hasHeader whether the names are from the file
 * @param records the number of records of data
 * @param hasMixedEndings whether lines end in LF and in CR LF
 */
public record CsvReading(
        CsvDialect dialect,
        CsvEncoding encoding,
        long skipped,
        boolean hasHeader,
        long records,
        boolean hasMixedEndings,
        CsvOptions options,
        List<CsvColumn> columns) {
    public CsvReading {
        columns = List.copyOf(columns);
    }

    /** One line for people. */
    public String describe() {
        StringBuilder words = new StringBuilder("CSV: ");
        words.append(dialect.isOneColumn() ? "one column" : "delimiter " + CsvDialect.name(dialect.delimiter()));
        words.append(", quote ").append(CsvDialect.name(dialect.quote()));
        if (dialect.escape() != dialect.quote() && dialect.escape() != CsvDialect.NONE) {
            words.append(", escape ").append(CsvDialect.name(dialect.escape()));
        }
        if (dialect.comment() != CsvDialect.NONE) {
            words.append(", comment ").append(dialect.comment());
        }
        words.append(hasHeader ? ", header" : ", no header").append(", ").append(encoding);
        words.append(
                options.nulls() == null || options.nulls().isEmpty()
                        ? ", empty is null"
                        : ", null is empty or " + String.join(" or ", options.nulls()));
        if (options.decimal() != '.') {
            words.append(", decimal sign ").append(options.decimal());
        }
        if (options.thousands() != CsvDialect.NONE) {
            words.append(", thousands sign ").append(options.thousands());
        }
        columns.stream()
                .map(CsvColumn::dateFormat)
                .filter(format -> format != null)
                .distinct()
                .forEach(format -> words.append(", dates ").append(order(format)));
        return words.toString();
    }

    private static String order(String format) {
        return format.replace("%d", "DD").replace("%m", "MM").replace("%Y", "YYYY");
    }
}
