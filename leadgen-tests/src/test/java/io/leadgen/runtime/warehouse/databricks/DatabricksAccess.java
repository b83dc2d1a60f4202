package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A connection as the product's own, for a test that must make its tables. */
public final class DatabricksAccess {
    private DatabricksAccess() {}

    /** Logs in and opens a session. */
    public static Connection connect(Databricks config, AuthConfig auth) throws SQLException {
        return new DatabricksConnector(config, auth, Duration.ofMinutes(5)).connect();
    }
}
