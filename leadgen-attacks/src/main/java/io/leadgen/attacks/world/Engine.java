package io.leadgen.attacks.world;

import io.leadgen.fixture.DuckDbFixture;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.fixture.TemporaryFolder;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** What tables are read by, for attacks on what an engine itself might say. */
public enum Engine {
    MEMORY {
        @Override
        public <T> T with(TableData table, Function<Warehouse, T> work) {
            return work.apply(MemoryWarehouse.of(table));
        }
    },

    /** In this process, over a file in the folder for temporary files. */
    DUCKDB {
        @Override
        public <T> T with(TableData table, Function<Warehouse, T> work) {
            try (TemporaryFolder folder = TemporaryFolder.create("leadgen-attack");
                    Warehouse warehouse = DuckDbWarehouse.open(
                            DuckDbFixture.database(folder.path(), List.of(table)), DuckDbLimits.defaults())) {
                return work.apply(warehouse);
            } catch (IOException e) {
                throw new UncheckedIOException("A table to attack cannot be written", e);
            } catch (SQLException e) {
                throw new IllegalStateException("DuckDB does not hold a table to attack", e);
            }
        }
    };

    public abstract <T> T with(TableData table, Function<Warehouse, T> work);
}
