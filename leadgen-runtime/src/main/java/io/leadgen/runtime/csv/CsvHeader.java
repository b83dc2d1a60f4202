package io.leadgen.runtime.csv;

import io.leadgen.runtime.files.FileFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of columns. No fault shows one: the first line may be a row. */
final class CsvHeader {
    private static final int MAX_LENGTH = 255;
    private static final String NAMES_HINT = "correct the header, or set --csv header=false if the first line is a row";

    private final List<String> names;

    private CsvHeader(List<String> names) {
        this.names = names;
    }

    /** The current record as a header. A name that is empty becomes the number of its column. */
    static CsvHeader of(CsvRecords record) throws FileFault {
        List<String> names = new ArrayList<>();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            int position = i + 1;
            String text = record.text(i);
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                throw new FileFault(
                        "the name of column " + position + " has a line break",
                        "write the header in one line, or close the quote that opens in it");
            }
            String name = text.strip();
            if (name.length() > MAX_LENGTH) {
                throw new FileFault("the name of column " + position + " is longer than 255 characters", NAMES_HINT);
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                throw new FileFault(
                        "the name of column " + position + " has a tab or another control character", NAMES_HINT);
            }
            String named = name.isEmpty() ? generated(position) : name;
            Integer other = positions.put(named.toLowerCase(Locale.ROOT), position);
            if (other != null) {
                throw new FileFault("columns " + other + " and " + position + " have the same name", NAMES_HINT);
            }
            names.add(named);
        }
        return new CsvHeader(names);
    }

    static CsvHeader generated(CsvRecords record) {
        List<String> names = new ArrayList<>();
        for (int position = 1; position <= record.size(); position++) {
            names.add(generated(position));
        }
        return new CsvHeader(names);
    }

    private static String generated(int position) {
        return "column" + position;
    }

    List<String> names() {
        return names;
    }
}
