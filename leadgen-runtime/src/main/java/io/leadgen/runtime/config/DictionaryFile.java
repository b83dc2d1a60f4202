package io.leadgen.runtime.config;

import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.yaml.TextFile;
import io.leadgen.runtime.yaml.YamlValue;
import io.leadgen.spelling.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A business dictionary: CSV with a header, one line for each column of a table. */
final class DictionaryFile {
    /** The columns of the file; all but the first can be missing. */
    private enum Field {
        COLUMN,
        DESCRIPTION,
        BUSINESS_DEFINITION,
        ALLOWED_VALUES,
        OWNER,
        TAGS;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_PROBLEMS = 10;

    private final YamlValue named;
    private final Path file;
    private final Map<Field, Integer> places = new HashMap<>();
    private int problems;

    private DictionaryFile(YamlValue named, Path file) {
        this.named = named;
        this.file = file;
    }

    /**
     * What a file says. Diagnostics have the position of the value that names the file, and the file's own line.
     *
     * @param named the value that names the file
     */
    static Map<ColumnName, ColumnMeaning> read(YamlValue named, Path file) {
        try {
            return new DictionaryFile(named, file).meanings(CsvText.rows(TextFile.read(file)));
        } catch (LeadgenException e) {
            named.report("the dictionary " + e.getMessage());
            return Map.of();
        }
    }

    private Map<ColumnName, ColumnMeaning> meanings(List<CsvText.Row> rows) {
        Map<ColumnName, ColumnMeaning> meanings = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            report(1, "the header is missing; it needs at least the field column");
            return meanings;
        }
        readHeader(rows.get(0));
        for (CsvText.Row row : rows.subList(1, rows.size())) {
            if (row.unclosed()) {
                report(row.line(), "a quote is opened here and not closed");
            } else if (row.cells().size() != rows.get(0).cells().size()) {
                report(
                        row.line(),
                        "this line has " + row.cells().size() + " fields, and the header "
                                + rows.get(0).cells().size());
            } else if (places.containsKey(Field.COLUMN)) {
                name(row).ifPresent(name -> {
                    if (meanings.putIfAbsent(name, meaning(row)) != null) {
                        report(row.line(), name + " is given twice; case does not matter in names");
                    }
                });
            }
        }
        return meanings;
    }

    private void readHeader(CsvText.Row header) {
        List<String> known = Stream.of(Field.values()).map(Field::text).toList();
        for (int place = 0; place < header.cells().size(); place++) {
            String name =
                    header.cells().get(place).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            int index = known.indexOf(name);
            if (index < 0) {
                report(
                        header.line(),
                        "a field of the header must be one of " + String.join(", ", known)
                                + DidYouMean.nearest(name, known)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse(""));
            } else if (places.putIfAbsent(Field.values()[index], place) != null) {
                report(header.line(), "the field " + name + " is given twice");
            }
        }
        if (problems == 0 && !places.containsKey(Field.COLUMN)) {
            report(header.line(), "the header needs the field column");
        }
    }

    private Optional<ColumnName> name(CsvText.Row row) {
        String name = text(row, Field.COLUMN);
        try {
            return Optional.of(new ColumnName(name == null ? "" : name));
        } catch (IllegalArgumentException e) {
            report(row.line(), "column must be the name of a column");
            return Optional.empty();
        }
    }

    private ColumnMeaning meaning(CsvText.Row row) {
        return new ColumnMeaning(
                text(row, Field.DESCRIPTION),
                text(row, Field.BUSINESS_DEFINITION),
                list(row, Field.ALLOWED_VALUES),
                text(row, Field.OWNER),
                list(row, Field.TAGS));
    }

    private @Nullable String text(CsvText.Row row, Field field) {
        Integer place = places.get(field);
        String text = place == null ? "" : row.cells().get(place).strip();
        return text.isEmpty() ? null : text;
    }

    /** Several values in one field, with semicolons or bars between them. */
    private List<String> list(CsvText.Row row, Field field) {
        String text = text(row, field);
        List<String> items = new ArrayList<>();
        if (text != null) {
            Stream.of(text.split("[;|]"))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .distinct()
                    .forEach(items::add);
        }
        return items;
    }

    private void report(int line, String problem) {
        problems++;
        if (problems <= MOST_PROBLEMS) {
            named.report("the dictionary " + file + ":" + line + ": " + problem);
        }
    }
}
