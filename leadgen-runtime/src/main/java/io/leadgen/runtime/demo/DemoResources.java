package io.leadgen.runtime.demo;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the demo is made from: SQL that generates people, a file of real ones, the policy and the comments. */
final class DemoResources {
    /**
     * A table of the demo.
     *
     * @param file the resource that it is made from: SQL, or Parquet to be copied
     * @param reads the table that the SQL reads, by the name of its file without ending, or null
     */
    record DemoTable(TableName name, String file, @Nullable String reads, String comment) {
        boolean isGenerated() {
            return file.endsWith(".sql");
        }

        /** The name of the file without its ending. */
        String stem() {
            return file.substring(0, file.lastIndexOf('.'));
        }
    }

    /** What the business calls the columns of the table with the least telling names. */
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
        try (InputStream resource = requireNonNull(DemoResources.class.getResourceAsStream(name), name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Changes when anything changes that the demo's files are made from. Taken at every start, so of Parquet files only their
     * provenance is read, which holds their checksum.
     */
    static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes("tables.tsv"));
            digest.update(bytes("config.yml"));
            digest.update(bytes(DICTIONARY));
            tables().forEach(table ->
                    digest.update(bytes(table.isGenerated() ? table.file() : table.stem() + ".PROVENANCE.md")));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
