package io.leadgen.bench;

import io.leadgen.runtime.warehouse.databricks.DatabricksConnector;
import io.leadgen.tests.databricks.DatabricksEmulator;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The driver alone, with the properties that leadgen gives it. */
final class BareDatabricks extends BareEngine {
    private static final String COUNT =
            "SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` > ?) AND (t0.`income_level` = ?))";

    BareDatabricks(DatabricksEmulator emulator) throws SQLException {
        super(new DatabricksConnector(emulator.config(), emulator.auth(), Duration.ofMinutes(1)).connect());
    }

    @Override
    long count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, 25);
            statement.setString(2, "high");
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
