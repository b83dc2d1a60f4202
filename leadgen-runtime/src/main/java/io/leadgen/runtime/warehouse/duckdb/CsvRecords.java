package io.leadgen.runtime.warehouse.duckdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks a CSV file that may have mixed line endings: every quote must be closed, and every record must have as many fields as
 * the first. The delimiter is the most frequent of comma, semicolon, tab and bar in the first record.
 */
final class CsvRecords {
    private static final String DELIMITERS = ",;\t|";
    private static final int QUOTE = '"';
    private static final int END = -1;

    private final Path file;
    private final int delimiter;
    private final boolean severalFields;
    private boolean sound = true;
    private int fieldsOfFirst;
    private int fields = 1;
    private boolean blank = true;

    private CsvRecords(Path file, int delimiter, boolean severalFields) {
        this.file = file;
        this.delimiter = delimiter;
        this.severalFields = severalFields;
    }

    static CsvRecords of(Path file) throws IOException {
        int[] seen = new int[DELIMITERS.length()];
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            boolean quoted = false;
            for (int next = bytes.read(); next != END && (quoted || !isLineEnd(next)); next = bytes.read()) {
                quoted ^= next == QUOTE;
                int delimiter = DELIMITERS.indexOf(next);
                if (!quoted && delimiter >= 0) {
                    seen[delimiter]++;
                }
            }
        }
        int most = 0;
        for (int i = 1; i < seen.length; i++) {
            most = seen[i] > seen[most] ? i : most;
        }
        return new CsvRecords(file, DELIMITERS.charAt(most), seen[most] > 0);
    }

    /** True if the first record has more than one field. */
    boolean haveSeveralFields() {
        return severalFields;
    }

    /** True unless something other than a line ending is wrong. */
    boolean areSound() throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            int next = bytes.read();
            while (sound && next != END) {
                next = next == QUOTE ? afterQuoted(bytes) : afterPlain(bytes, next);
                if (next == delimiter) {
                    fields++;
                    blank = false;
                    next = bytes.read();
                } else if (next != END) {
                    endRecord();
                    next = bytes.read();
                }
            }
        }
        endRecord();
        return sound;
    }

    /** Reads a quoted field; a delimiter or a line ending must follow it. */
    private int afterQuoted(InputStream bytes) throws IOException {
        blank = false;
        for (int next = bytes.read(); next != END; next = bytes.read()) {
            if (next == QUOTE) {
                next = bytes.read();
                if (next != QUOTE) {
                    sound = next == END || next == delimiter || isLineEnd(next);
                    return next;
                }
            }
        }
        sound = false;
        return END;
    }

    private int afterPlain(InputStream bytes, int first) throws IOException {
        int next = first;
        while (next != END && next != delimiter && !isLineEnd(next)) {
            blank = false;
            sound &= next != QUOTE;
            next = bytes.read();
        }
        return next;
    }

    /** The second half of CR LF and an empty line are not records. */
    private void endRecord() {
        if (!blank) {
            fieldsOfFirst = fieldsOfFirst == 0 ? fields : fieldsOfFirst;
            sound &= fields == fieldsOfFirst;
        }
        fields = 1;
        blank = true;
    }

    private static boolean isLineEnd(int next) {
        return next == '\n' || next == '\r';
    }
}
