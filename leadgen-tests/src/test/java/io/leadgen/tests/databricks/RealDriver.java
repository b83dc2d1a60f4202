package io.leadgen.tests.databricks;

import com.databricks.client.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Connects by the real driver, with the properties that production uses. */
final class RealDriver {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger SILENT = Logger.getLogger("com.databricks");

    private static final String PROPERTIES =
            "UseThriftClient=0;EnableQueryResultDownload=0;EnableDirectResults=0;AsyncExecPollInterval=100;EnableTelemetry=0;"
                    + "TelemetryLogLevel=OFF;UseBoundedSeaApi=0;EnableThriftNativeMetadata=0;EnableTokenFederation=0;"
                    + "SocketTimeout=60;EnableSQLValidationForIsValid=1;LogLevel=0;UserAgentEntry=leadgen/test";

    static {
        SILENT.setLevel(Level.OFF);
    }

    private RealDriver() {}

    /** Logs in by OAuth. */
    static Connection connect(DatabricksEmulator emulator) throws SQLException {
        return connect(emulator, PROPERTIES, oauth(emulator));
    }

    static Connection connect(DatabricksEmulator emulator, Properties login) throws SQLException {
        return connect(emulator, PROPERTIES, login);
    }

    /** With properties of which some are not those of production. */
    static Connection connect(DatabricksEmulator emulator, String properties, Properties login) throws SQLException {
        Properties all = new Properties();
        all.putAll(login);
        all.setProperty("UseProxy", "1");
        all.setProperty("ProxyHost", emulator.proxyHost());
        all.setProperty("ProxyPort", Integer.toString(emulator.proxyPort()));
        all.setProperty("SSLTrustStore", emulator.trustStore().toString());
        all.setProperty("SSLTrustStorePwd", emulator.trustStorePassword());
        all.setProperty("SSLTrustStoreType", "PKCS12");
        String url = String.format(
                Locale.ROOT,
                "jdbc:databricks://%s:443;httpPath=%s;%s",
                emulator.host(),
                emulator.httpPath(),
                properties);
        return new Driver().connect(url, all);
    }

    static String production() {
        return PROPERTIES;
    }

    static Properties oauth(DatabricksEmulator emulator) {
        return oauth(emulator.clientId(), emulator.clientSecret());
    }

    static Properties oauth(String id, String secret) {
        Properties login = new Properties();
        login.setProperty("AuthMech", "11");
        login.setProperty("Auth_Flow", "1");
        login.setProperty("OAuth2ClientId", id);
        login.setProperty("OAuth2Secret", secret);
        return login;
    }

    static Properties token(String token) {
        Properties login = new Properties();
        login.setProperty("AuthMech", "3");
        login.setProperty("UID", "token");
        login.setProperty("PWD", token);
        return login;
    }
}
