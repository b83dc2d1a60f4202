package io.leadgen.runtime.local;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import java.util.List;
import java.util.Locale;

/**
 * What a person is in a file, as one word says it: {@value #ROWS} where each row is one person, else a column whose values tell
 * people apart; in backticks a column that is itself called so.
 */
public final class UnitChoice {
    /** Each row is one person. */
    public static final String ROWS = "rows";

    private static final int MOST_SHOWN = 40;

    private UnitChoice() {}

    /**
     * Understands a word.
     *
     * @throws LeadgenException INVALID_ARGUMENT if there is no such column, or the word can mean two things
     */
    public static PrivacyUnit of(String word, TableSchema schema) {
        boolean quoted = word.length() > 2 && word.startsWith("`") && word.endsWith("`");
        String name = quoted ? word.substring(1, word.length() - 1) : word;
        boolean column = names(schema).contains(name.toLowerCase(Locale.ROOT));
        if (!quoted && name.equals(ROWS)) {
            if (column) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The unit rows is each row, and this file also has a column rows",
                        "for the column write --unit '`rows`'; for each row, say rows_are_people: true in a configuration");
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

    /** For whoever has to choose. */
    public static LeadgenException missing(TableSchema schema) {
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                "What is one person in this file?",
                "say --unit COLUMN for the column that tells people apart, or --unit " + ROWS
                        + " if each row is one person; " + columns(schema));
    }

    /** The columns in words. */
    public static String columns(TableSchema schema) {
        List<String> names = names(schema);
        String shown = String.join(", ", names.subList(0, Math.min(MOST_SHOWN, names.size())));
        return "its columns are " + shown
                + (names.size() > MOST_SHOWN ? " and " + (names.size() - MOST_SHOWN) + " more" : "");
    }

    private static List<String> names(TableSchema schema) {
        return schema.columns().stream()
                .map(Column::name)
                .map(ColumnName::value)
                .toList();
    }
}
