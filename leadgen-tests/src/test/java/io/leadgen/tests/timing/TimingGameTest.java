package io.leadgen.tests.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.leadgen.catalog.TableName;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the time of an answer tells of one person, on a file whose scan takes longer than a step. */
@Tag("slow")
@Isolated("measures time")
class TimingGameTest {
    private static final TableName TABLE = TableName.parse("main.lab.wide");
    private static final int GAMES = 50;
    /** Four standard errors above a coin. */
    private static final double WON = 0.78;
    /** Whatever else a machine does must not decide a test. */
    private static final int ATTEMPTS = 3;

    @TempDir
    static Path directory;

    @Test
    void tellsNothingWhereTimeIsHidden() throws Exception {
        Path file = WideFile.write(directory);
        try (Warehouse warehouse =
                DuckDbWarehouse.open(EmbeddedTables.of(Map.of(TABLE, file)), DuckDbLimits.defaults())) {
            double atOnce = 0;
            for (int attempt = 0; attempt < ATTEMPTS && atOnce <= WON; attempt++) {
                atOnce = Math.max(
                        atOnce, new TimingGame(warehouse, TABLE, WideFile.Secret.SALARY, Duration.ZERO).play(GAMES));
            }
            double onSteps =
                    new TimingGame(warehouse, TABLE, WideFile.Secret.SALARY, Duration.ofMillis(100)).play(GAMES);
            double onTinySteps =
                    new TimingGame(warehouse, TABLE, WideFile.Secret.SALARY, Duration.ofNanos(1000)).play(GAMES);
            System.out.printf(
                    Locale.ROOT,
                    "timing game on DuckDB: %.2f at once, %.2f on steps of 100 ms, %.2f on tiny steps%n",
                    atOnce,
                    onSteps,
                    onTinySteps);
            // Four standard errors.
            assertThat(onSteps).isBetween(0.22, 0.78);
            assertThat(onTinySteps).isBetween(0.22, 0.78);
            assumeThat(atOnce)
                    .as("NOT PROVED: on a machine this busy the game cannot be won without steps either")
                    .isGreaterThan(WON);
        }
    }
}
