package io.leadgen.runtime.warehouse.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader of CSV texts with a known dialect, letter by letter, as RFC 4180 describes them. For tests only. */
final class PlainCsv {
    private PlainCsv() {}

    /** A record. */
    record Row(List<String> fields) {
        String get(int field) {
            return fields.get(field);
        }
    }

    /** The records without blank lines, or null if the text is no CSV. */
    static @Nullable List<Row> read(String text, char delimiter, char quote, char escape) {
        List<Row> rows = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean wasQuoted = false;
        int at = 0;
        while (at <= text.length()) {
            char c = at < text.length() ? text.charAt(at) : '\n';
            if (c == quote && field.isEmpty() && !wasQuoted) {
                wasQuoted = true;
                at++;
                while (true) {
                    if (at >= text.length()) {
                        return null;
                    }
                    if (text.charAt(at) == '\\' && escape == '\\' && at + 1 < text.length()) {
                        at++;
                    } else if (text.charAt(at) == quote) {
                        if (escape == quote && at + 1 < text.length() && text.charAt(at + 1) == quote) {
                            at++;
                        } else {
                            break;
                        }
                    }
                    field.append(text.charAt(at++));
                }
                at++;
                if (at < text.length()
                        && text.charAt(at) != delimiter
                        && text.charAt(at) != '\n'
                        && text.charAt(at) != '\r') {
                    return null;
                }
                continue;
            }
            if (c == delimiter || c == '\n' || c == '\r') {
                boolean end = c != delimiter;
                boolean blank = end && fields.isEmpty() && field.isEmpty() && !wasQuoted;
                if (!blank) {
                    fields.add(field.toString());
                }
                field.setLength(0);
                wasQuoted = false;
                if (end) {
                    if (!fields.isEmpty()) {
                        rows.add(new Row(List.copyOf(fields)));
                    }
                    fields.clear();
                    at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                }
            } else {
                field.append(c);
            }
            at++;
        }
        return rows;
    }
}
