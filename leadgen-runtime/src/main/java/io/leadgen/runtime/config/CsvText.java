package io.leadgen.runtime.config;

import java.util.ArrayList;
import java.util.List;

/** Takes CSV apart, as RFC 4180 has it; commas, semicolons or tabs part the fields, whichever the header has first. */
final class CsvText {
    private static final String DELIMITERS = ",;\t";

    /**
     * @param line where it begins, from 1
     * @param unclosed whether a quoted field has no end
     */
    record Row(int line, List<String> cells, boolean unclosed) {}

    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;
    private boolean unclosed;

    private CsvText(String text) {
        this.text = text;
        this.delimiter = delimiter(text);
    }

    /** The records of a text, without those of empty lines. */
    static List<Row> rows(String text) {
        CsvText csv = new CsvText(text);
        List<Row> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            Row row = csv.row();
            if (row.cells().size() > 1 || !row.cells().get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return (char) header.chars()
                .filter(c -> DELIMITERS.indexOf(c) >= 0)
                .findFirst()
                .orElse(',');
    }

    private Row row() {
        int begin = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            cells.add(cell());
        }
        endLine();
        return new Row(begin, cells, unclosed);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            quoted(cell);
        }
        while (at < text.length() && text.charAt(at) != delimiter && "\r\n".indexOf(text.charAt(at)) < 0) {
            cell.append(text.charAt(at++));
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && (at == text.length() || text.charAt(at) != '"')) {
                return;
            }
            at += c == '"' ? 1 : 0;
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
        unclosed = true;
    }
}
