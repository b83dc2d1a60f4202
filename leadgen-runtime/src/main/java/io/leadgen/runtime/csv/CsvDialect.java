package io.leadgen.runtime.csv;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The signs of a CSV file, each one ASCII character.
 *
 * @param delimiter between fields; a control character that the file does not have if each line is one field
 * @param quote around a field, or {@link #NONE}
 * @param escape before a quote in a quoted field: the quote itself, a backslash, or {@link #NONE}
 * @param comment first in a line that is no record, or {@link #NONE}
 */
public record CsvDialect(char delimiter, char quote, char escape, char comment) {
    /** No such sign. */
    public static final char NONE = '\0';

    /** Reads a sign of an option: one ASCII character, {@code tab} or {@code none}; null if it is none of these. */
    public static @Nullable Character sign(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> '\t';
            case "none", "" -> NONE;
            default -> text.length() == 1 && isSign(text.charAt(0)) ? (Character) text.charAt(0) : null;
        };
    }

    private static boolean isSign(char c) {
        return c < 0x7F && c != '\n' && c != '\r' && c != NONE && c != ' ';
    }

    /** True if each line is one field. */
    boolean isOneColumn() {
        return delimiter < '\t';
    }

    CsvDialect withDelimiter(char sign) {
        return new CsvDialect(sign, quote, escape, comment);
    }

    CsvDialect withQuote(char sign) {
        return new CsvDialect(delimiter, sign, escape == quote ? sign : escape, comment);
    }

    CsvDialect withEscape(char sign) {
        return new CsvDialect(delimiter, quote, sign, comment);
    }

    /** A sign in words. */
    static String name(char sign) {
        return switch (sign) {
            case NONE -> "none";
            case '\t' -> "tab";
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '|' -> "bar";
            case '"' -> "double";
            case '\'' -> "single";
            case '\\' -> "backslash";
            default -> String.valueOf(sign);
        };
    }
}
