package io.leadgen.runtime.demo;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.files.Resources;
import io.leadgen.runtime.files.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources of the demo: SQL that generates people, a file of real ones, the policy and the comments. */
final class DemoResources {
    /**
     * @param file its resource: SQL that generates it, or Parquet to copy
     * @param reads the table that the SQL reads, as a file name without extension, or null
     */
    record DemoTable(TableName name, String file, @Nullable String reads, String comment) {
        boolean isGenerated() {
            return file.endsWith(".sql");
        }

        /** The file name without its extension. */
        String stem() {
            return file.substring(0, file.lastIndexOf('.'));
        }
    }

    /** Business names for the table with the least readable column names. */
    static final String DICTIONARY = "vw_customer360.dictionary.csv";

    private DemoResources() {}

    static List<DemoTable> tables() {
        return rows("tables.tsv").stream()
                .map(row -> new DemoTable(TableName.parse(row[0]), row[1], row[2].isEmpty() ? null : row[2], row[3]))
                .toList();
    }

    static Map<TableName, Map<ColumnName, String>> columnComments() {
        Map<TableName, Map<ColumnName, String>> comments = new LinkedHashMap<>();
        for (String[] row : rows("columns.tsv")) {
            comments.computeIfAbsent(TableName.parse(row[0]), table -> new LinkedHashMap<>())
                    .put(new ColumnName(row[1]), row[2]);
        }
        return comments;
    }

    private static List<String[]> rows(String name) {
        return text(name).lines().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        return Resources.bytes(DemoResources.class, name);
    }

    /**
     * A hash of all sources. It is calculated at every start, so of a Parquet file only the provenance is read, which contains its
     * checksum.
     */
    static String version() {
        ByteArrayOutputStream sources = new ByteArrayOutputStream();
        sources.writeBytes(bytes("tables.tsv"));
        sources.writeBytes(bytes("config.yml"));
        sources.writeBytes(bytes(DICTIONARY));
        tables().forEach(table ->
                sources.writeBytes(bytes(table.isGenerated() ? table.file() : table.stem() + ".PROVENANCE.md")));
        return Sha256.hex(sources.toByteArray()).substring(0, 12);
    }
}
