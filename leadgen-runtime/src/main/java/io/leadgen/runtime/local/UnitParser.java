package io.leadgen.runtime.local;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.spelling.DidYouMean;
import java.util.List;
import java.util.Locale;

/**
 * Parses the privacy unit of a file: {@value #ROWS} if each row is a person, else the column that identifies a person. A column
 * with the name {@value #ROWS} must be quoted in backticks.
 */
public final class UnitParser {
    /** Each row is a person. */
    public static final String ROWS = "rows";

    private static final int MAX_LISTED = 40;

    private UnitParser() {}

    /**
     * Parses a unit.
     *
     * @throws LeadgenException INVALID_ARGUMENT if there is no such column, or the text is ambiguous
     */
    public static PrivacyUnit parse(String text, TableSchema schema) {
        boolean quoted = text.length() > 2 && text.startsWith("`") && text.endsWith("`");
        String name = quoted ? text.substring(1, text.length() - 1) : text;
        boolean column = names(schema).contains(name.toLowerCase(Locale.ROOT));
        if (!quoted && name.equals(ROWS)) {
            if (column) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "--unit rows is ambiguous: this file has a column named rows",
                        "for the column use --unit '`rows`'; for each row, set rows_are_people: true in a configuration");
            }
            return new PrivacyUnit.Row(null);
        }
        if (!column) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "This file has no column " + name,
                    DidYouMean.nearest(name, names(schema))
                                    .map(near -> "did you mean " + near + "? ")
                                    .orElse("")
                            + columns(schema));
        }
        return new PrivacyUnit.Key(new ColumnName(name));
    }

    /** The error for a file whose unit is not known. */
    public static LeadgenException missing(TableSchema schema) {
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                "--unit is required for this file",
                "set --unit COLUMN to the column that identifies a person, or --unit " + ROWS
                        + " if each row is one person; " + columns(schema));
    }

    /** The columns as a sentence. */
    public static String columns(TableSchema schema) {
        List<String> names = names(schema);
        String shown = String.join(", ", names.subList(0, Math.min(MAX_LISTED, names.size())));
        return "its columns are " + shown
                + (names.size() > MAX_LISTED ? " and " + (names.size() - MAX_LISTED) + " more" : "");
    }

    private static List<String> names(TableSchema schema) {
        return schema.columns().stream()
                .map(Column::name)
                .map(ColumnName::value)
                .toList();
    }
}
