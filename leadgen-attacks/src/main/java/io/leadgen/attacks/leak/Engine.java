package io.leadgen.attacks.leak;

import io.leadgen.fixture.DuckDbFixture;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What tables are read by, for attacks on what an engine itself might say. */
enum Engine {
    MEMORY {
        @Override
        <T> T with(TableData table, Function<Warehouse, T> work) {
            return work.apply(MemoryWarehouse.of(table));
        }
    },

    /** In this process, over a file in the folder for temporary files. */
    DUCKDB {
        @Override
        <T> T with(TableData table, Function<Warehouse, T> work) {
            try {
                Path folder = Files.createTempDirectory("leadgen-attack");
                try (Warehouse warehouse =
                        DuckDbWarehouse.open(DuckDbFixture.database(folder, List.of(table)), DuckDbLimits.defaults())) {
                    return work.apply(warehouse);
                } finally {
                    delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A table to attack cannot be written", e);
            } catch (SQLException e) {
                throw new IllegalStateException("DuckDB does not hold a table to attack", e);
            }
        }
    };

    /** Works with a warehouse that holds this table. */
    abstract <T> T with(TableData table, Function<Warehouse, T> work);

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
