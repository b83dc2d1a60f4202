package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import io.leadgen.runtime.program.Version;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to a Databricks SQL warehouse. All relevant properties of the driver are set here, and none by users: some
 * make the driver send statements to its vendor, write secrets to files, or put literals into SQL.
 */
public final class DatabricksConnector {
    private static final Pattern WAREHOUSE = Pattern.compile("/.*(?:warehouses|endpoints)/([^/?&]+)");
    /** The path of the token endpoint of a workspace or an account. */
    private static final Pattern TOKEN_PATH = Pattern.compile("(/oidc(?:/accounts/[^/]+)?)/v1/token");

    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC", "GMT", "Z");

    /** Seconds after the deadline until the warehouse itself ends a statement. */
    private static final int GRACE = 10;

    /** A strong reference: the JDK garbage-collects unreferenced loggers with their levels. */
    private static final Logger DRIVER_LOG = Logger.getLogger("com.databricks");

    private final String url;
    private final Properties properties = new Properties();
    private final @Nullable TrustStore trustStore;

    /**
     * A connector; opens no connection.
     *
     * @param deadline for one statement, negative for none; the warehouse ends statements 10 seconds later
     * @throws LeadgenException CONFIG_INVALID if the path does not name a SQL warehouse, or the token URL is not of Databricks
     */
    public DatabricksConnector(Databricks warehouse, AuthConfig auth, Duration deadline) {
        this.url =
                "jdbc:databricks://" + (warehouse.host().contains(":") ? warehouse.host() : warehouse.host() + ":443");
        this.trustStore = warehouse.trustStore();
        path(warehouse);
        statementApi();
        silence();
        session(deadline);
        if (auth instanceof AuthConfig.OAuth oauth) {
            oauth(oauth, warehouse.host());
        } else {
            token((AuthConfig.Token) auth);
        }
        if (warehouse.proxy() != null) {
            proxy(warehouse.proxy());
        }
        if (trustStore != null) {
            trust(trustStore);
        }
    }

    private void path(Databricks warehouse) {
        Matcher path = WAREHOUSE.matcher(warehouse.httpPath());
        if (!path.matches()) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "warehouse.http_path does not name a SQL warehouse",
                    "copy it from the connection details of the warehouse; it ends in /warehouses/ and the warehouse id");
        }
        if (warehouse.warehouseId() != null && !warehouse.warehouseId().equals(path.group(1))) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "warehouse.warehouse_id and warehouse.http_path name different warehouses",
                    "remove warehouse_id; http_path contains it");
        }
        set("httpPath", warehouse.httpPath());
    }

    /** Uses the Statement Execution API with inline results, and no remote feature flags of the vendor. */
    private void statementApi() {
        set("UseThriftClient", "0");
        set("EnableQueryResultDownload", "0");
        // Otherwise the driver gets the statement id only after ten seconds, and cannot cancel it earlier.
        set("EnableDirectResults", "0");
        set("asyncexecpollinterval", "50");
        set("UseBoundedSeaApi", "0");
        set("EnableThriftNativeMetadata", "0");
        set("SocketTimeout", "60");
        set("UserAgentEntry", "leadgen/" + Version.number());
    }

    /** Telemetry sends statements, and the log contains secrets. A server can override each telemetry setting alone. */
    private void silence() {
        set("EnableTelemetry", "0");
        set("TelemetryLogLevel", "OFF");
        set("LogLevel", "0");
    }

    /** Sets what the dialect requires, and a timeout for statements that cannot be cancelled. */
    private void session(Duration deadline) {
        set("timezone", "UTC");
        set("ansi_mode", "TRUE");
        if (!deadline.isNegative()) {
            set("statement_timeout", Long.toString(deadline.toSeconds() + GRACE));
        }
    }

    private void oauth(AuthConfig.OAuth oauth, String host) {
        set("AuthMech", "11");
        set("Auth_Flow", "1");
        set("EnableTokenFederation", "0");
        set("OAuth2ClientId", oauth.clientId());
        set("OAuth2Secret", oauth.clientSecret().reveal());
        URI token = oauth.tokenUrl();
        Matcher path = TOKEN_PATH.matcher(String.valueOf(token.getPath()));
        if (!path.matches() || !"https".equalsIgnoreCase(token.getScheme())) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "auth.oauth.token_url is not a Databricks token endpoint",
                    "for this workspace use https://" + host + "/oidc/v1/token");
        }
        if (!token.getAuthority().equalsIgnoreCase(host) || !path.group(1).equals("/oidc")) {
            set("EnableOIDCDiscovery", "1");
            set(
                    "OIDCDiscoveryEndpoint",
                    "https://" + token.getAuthority() + path.group(1) + "/.well-known/oauth-authorization-server");
        }
    }

    private void token(AuthConfig.Token token) {
        set("AuthMech", "3");
        set("uid", "token");
        set("pwd", token.token().reveal());
    }

    private void proxy(Proxy proxy) {
        set("UseProxy", "1");
        set("ProxyHost", proxy.host());
        set("ProxyPort", Integer.toString(proxy.port()));
    }

    private void trust(TrustStore store) {
        set("SSLTrustStore", store.path().toString());
        set("SSLTrustStoreType", store.type().name());
        if (store.password() != null) {
            set("SSLTrustStorePwd", store.password().reveal());
        }
    }

    private void set(String name, String value) {
        properties.setProperty(name, value);
    }

    /** Logs in and opens a session; CONFIG_INVALID if the trust store cannot be used. */
    public Connection connect() throws SQLException {
        if (trustStore != null) {
            check(trustStore);
        }
        // At every login, because a program that reconfigures logging resets all levels.
        DRIVER_LOG.setLevel(Level.OFF);
        Properties copy = new Properties();
        copy.putAll(properties);
        Connection connection = new com.databricks.client.jdbc.Driver().connect(url, copy);
        if (connection == null) {
            throw new SQLException("not a URL of this driver");
        }
        if (!driverKnows("TIMEZONE")) {
            checkTimeZone(connection);
        }
        return connection;
    }

    /**
     * True if the driver can set this session parameter. It converts names to lower case in the default locale, and finds none
     * with an I in Turkish and similar locales. So property names here are spelled as in the driver.
     */
    private static boolean driverKnows(String parameter) {
        return parameter.toLowerCase(Locale.getDefault()).equals(parameter.toLowerCase(Locale.ROOT));
    }

    /** In a time zone other than UTC, the dates of timestamps would be wrong. */
    private static void checkTimeZone(Connection connection) throws SQLException {
        String zone;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_timezone()")) {
            zone = rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        if (!UTC.contains(zone)) {
            connection.close();
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "The warehouse's time zone is not UTC, and the driver cannot set it in the locale of this process",
                    "start leadgen with LEADGEN_JAVA_OPTS=-Duser.language=en, or set the warehouse's time zone to UTC");
        }
    }

    /** If the driver cannot read the file, it silently uses the certificates of the JDK. */
    private static void check(TrustStore store) {
        char[] password =
                store.password() == null ? null : store.password().reveal().toCharArray();
        try (var file = Files.newInputStream(store.path())) {
            KeyStore certificates = KeyStore.getInstance(store.type().name());
            certificates.load(file, password);
            for (String alias : Collections.list(certificates.aliases())) {
                if (certificates.getCertificate(alias) != null) {
                    return;
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "Cannot read the trust store " + store.path(),
                    "check path, password and type of warehouse.trust_store",
                    DatabricksFailure.of(e));
        }
        throw LeadgenException.of(
                ErrorCode.CONFIG_INVALID,
                "The trust store " + store.path() + " contains no readable certificate",
                "check path and password of warehouse.trust_store");
    }
}
