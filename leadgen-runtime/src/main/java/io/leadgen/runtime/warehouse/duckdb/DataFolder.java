package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.runtime.files.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder that are rows of its table. */
record DataFolder(List<Path> files, FileFormat format) {

    /**
     * Walks a folder, through links too. Names that begin with {@code _} or {@code .} are left out, as Spark and Hive do, but a
     * partition may be named {@code _x=…}.
     *
     * @throws FileFault if the files alone do not say which rows the table has
     */
    static DataFolder of(Path folder) throws IOException, FileFault {
        checkNoLog(folder);
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            all = found.filter(Files::isRegularFile)
                    .filter(file -> isData(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw new FileFault(
                    "a folder in it cannot be read, or links to itself", "check its permissions and links", e);
        }
        List<Path> parquet = ofFormat(all, FileFormat.PARQUET);
        List<Path> csv = ofFormat(all, FileFormat.CSV);
        if (!parquet.isEmpty() && !csv.isEmpty()) {
            throw new FileFault("it has Parquet and CSV files", "put them into two folders");
        }
        if (parquet.isEmpty() && csv.isEmpty()) {
            throw new FileFault("it contains no .parquet or .csv file", "check the path");
        }
        return parquet.isEmpty() ? new DataFolder(csv, FileFormat.CSV) : new DataFolder(parquet, FileFormat.PARQUET);
    }

    private static List<Path> ofFormat(List<Path> files, FileFormat format) {
        return files.stream()
                .filter(file -> FileFormat.ofName(String.valueOf(file.getFileName())) == format)
                .toList();
    }

    /** Delta and Iceberg keep files whose rows were removed: only their logs say which files count. */
    private static void checkNoLog(Path folder) throws FileFault {
        if (Files.exists(folder.resolve("_delta_log"))) {
            throw new FileFault(
                    "it is a Delta table, whose files also hold removed rows",
                    "write its current rows as Parquet, for example with spark.read.format(\"delta\")");
        }
        Path metadata = folder.resolve("metadata");
        if (Files.exists(metadata.resolve("version-hint.text")) || hasIcebergMetadata(metadata)) {
            throw new FileFault(
                    "it is an Iceberg table, whose files also hold removed rows",
                    "write its current rows as Parquet, for example with spark.read.format(\"iceberg\")");
        }
        if (Files.exists(folder.resolve(".hoodie"))) {
            throw new FileFault(
                    "it is a Hudi table, whose files also hold removed rows", "write its current rows as Parquet");
        }
    }

    private static boolean hasIcebergMetadata(Path metadata) {
        if (!Files.isDirectory(metadata)) {
            return false;
        }
        try (Stream<Path> files = Files.list(metadata)) {
            return files.anyMatch(file -> String.valueOf(file.getFileName()).endsWith(".metadata.json"));
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isData(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            boolean hidden = name.startsWith(".") || (name.startsWith("_") && name.indexOf('=') < 0);
            if (hidden) {
                return false;
            }
        }
        return true;
    }
}
