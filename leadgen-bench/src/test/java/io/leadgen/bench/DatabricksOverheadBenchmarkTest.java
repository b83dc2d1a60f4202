package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leadgen.tests.databricks.DatabricksEmulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DatabricksOverheadBenchmarkTest {
    @Test
    void theBareSideCounts() throws Exception {
        try (DatabricksEmulator emulator = EmulatedCustomers.start();
                BareEngine.Databricks bare = new BareEngine.Databricks(emulator)) {
            assertEquals(462, bare.count());
        }
    }

    @Test
    void bothSidesAnswer() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        DatabricksOverheadBenchmark.run(2, 1, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("pair by pair"));
    }
}
