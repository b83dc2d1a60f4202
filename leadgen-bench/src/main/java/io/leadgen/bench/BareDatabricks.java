package io.leadgen.bench;

import com.databricks.client.jdbc.Driver;
import io.leadgen.tests.databricks.DatabricksEmulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** The driver alone, on one open connection, with the properties that leadgen gives it. */
final class BareDatabricks implements AutoCloseable {
    private static final String COUNT =
            "SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` > ?) AND (t0.`income_level` = ?))";

    private final Connection connection;

    BareDatabricks(DatabricksEmulator emulator) throws SQLException {
        Properties properties = new Properties();
        String[] settings = {
            "httpPath", emulator.httpPath(),
            "UseThriftClient", "0",
            "EnableQueryResultDownload", "0",
            "EnableDirectResults", "0",
            "asyncexecpollinterval", "50",
            "UseBoundedSeaApi", "0",
            "EnableThriftNativeMetadata", "0",
            "EnableTelemetry", "0",
            "TelemetryLogLevel", "OFF",
            "LogLevel", "0",
            "AuthMech", "11",
            "Auth_Flow", "1",
            "EnableTokenFederation", "0",
            "OAuth2ClientId", emulator.clientId(),
            "OAuth2Secret", emulator.clientSecret(),
            "UseProxy", "1",
            "ProxyHost", emulator.proxyHost(),
            "ProxyPort", Integer.toString(emulator.proxyPort()),
            "SSLTrustStore", emulator.trustStore().toString(),
            "SSLTrustStorePwd", emulator.trustStorePassword(),
            "SSLTrustStoreType", "PKCS12"
        };
        for (int i = 0; i < settings.length; i += 2) {
            properties.setProperty(settings[i], settings[i + 1]);
        }
        connection = new Driver().connect("jdbc:databricks://" + emulator.host() + ":443", properties);
    }

    /** How many are older than 25 and earn much. */
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
