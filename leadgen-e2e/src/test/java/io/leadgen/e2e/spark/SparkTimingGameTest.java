package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.tests.timing.TimingGame;
import io.leadgen.tests.timing.WideFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the time of an answer shows about one person where Spark reads the file of {@link WideFile}. Spark reads whole batches of
 * all columns that a statement names, but skips parts of the file by their statistics, in which one person can stand out.
 */
@EnabledIfSystemProperty(named = "leadgen.spark.contract", matches = "true", disabledReason = "takes minutes: -Pspark")
@Isolated("measures time")
class SparkTimingGameTest {
    /** Spark's own catalog, which holds files. */
    private static final TableName TABLE = TableName.parse("spark_catalog.timing.wide");

    private static final int GAMES = 50;
    /** Four standard errors above a coin. */
    private static final double WON = 0.78;

    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource
    void showsNothingWhereTimeIsHidden(WideFile.Secret secret) throws Exception {
        Path file = WideFile.write(directory);
        try (SparkWarehouse warehouse = SparkWarehouse.overParquet(WideFile.schema(TABLE), file)) {
            double atOnce = new TimingGame(warehouse, TABLE, secret, Duration.ZERO).play(GAMES);
            double onSteps = new TimingGame(warehouse, TABLE, secret, Duration.ofMillis(100)).play(GAMES);
            double onTinySteps = new TimingGame(warehouse, TABLE, secret, Duration.ofNanos(1000)).play(GAMES);
            System.out.printf(
                    Locale.ROOT,
                    "timing game on Spark, %s: %.2f at once, %.2f on steps of 100 ms, %.2f on tiny steps%n",
                    secret,
                    atOnce,
                    onSteps,
                    onTinySteps);
            assertThat(onSteps).isBetween(1 - WON, WON);
            assertThat(onTinySteps).isBetween(1 - WON, WON);
            if (secret == WideFile.Secret.HIGHEST) {
                assertThat(atOnce).as("the game can be won without steps").isGreaterThan(WON);
            }
        }
    }
}
