package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
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
 * Opens connections to a Databricks SQL warehouse. Every property of the driver that matters is set here and none comes from a
 * user: some of them make the driver report statements to its maker, write secrets to files, or put literals into SQL.
 */
public final class DatabricksConnector {
    private static final Pattern WAREHOUSE = Pattern.compile("/.*(?:warehouses|endpoints)/([^/?&]+)");
    /** Where Databricks issues tokens, for a workspace or for an account. */
    private static final Pattern TOKEN_PATH = Pattern.compile("(/oidc(?:/accounts/[^/]+)?)/v1/token");

    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC", "GMT", "Z");

    /** Seconds that a statement whose end nobody waits for any more has on the warehouse. */
    private static final int GRACE = 10;

    /** Held here, since the platform forgets a logger that nobody holds, and its level with it. */
    private static final Logger DRIVER_LOG = Logger.getLogger("com.databricks");

    private final String url;
    private final Properties properties = new Properties();
    private final @Nullable TrustStore trustStore;

    /**
     * How connections will be made; makes none.
     *
     * @param deadline for one statement, negative for none; the warehouse itself ends statements some time later
     * @throws LeadgenException CONFIG_INVALID for a path that is no SQL warehouse's, or a token service that is not Databricks'
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
                    "take it from the warehouse's connection details: it ends in /warehouses/ and the warehouse's id");
        }
        if (warehouse.warehouseId() != null && !warehouse.warehouseId().equals(path.group(1))) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "warehouse.warehouse_id and warehouse.http_path name different warehouses",
                    "leave warehouse_id out: http_path has it already");
        }
        set("httpPath", warehouse.httpPath());
    }

    /** Statements over HTTP with small results in the answer; no call to ask the maker how the driver is to work. */
    private void statementApi() {
        set("UseThriftClient", "0");
        set("EnableQueryResultDownload", "0");
        // Else the driver learns a statement's id only after ten seconds, and cannot cancel it before.
        set("EnableDirectResults", "0");
        set("asyncexecpollinterval", "50");
        set("UseBoundedSeaApi", "0");
        set("EnableThriftNativeMetadata", "0");
        set("SocketTimeout", "60");
        set("UserAgentEntry", "leadgen/" + version());
    }

    private static String version() {
        String version = DatabricksConnector.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** Its telemetry sends statements, and its log has secrets. Each switch of telemetry alone can be overruled by a server. */
    private void silence() {
        set("EnableTelemetry", "0");
        set("TelemetryLogLevel", "OFF");
        set("LogLevel", "0");
    }

    /** What the dialect relies on, and a time-out for statements that no cancellation reaches. */
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
                    "auth.oauth.token_url is not where Databricks issues tokens",
                    "for this workspace it is https://" + host + "/oidc/v1/token");
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

    /**
     * Logs in and opens a session.
     *
     * @throws LeadgenException CONFIG_INVALID if the trust store cannot be used
     */
    public Connection connect() throws SQLException {
        if (trustStore != null) {
            check(trustStore);
        }
        // At every log-in, because a program that configures its logging anew sets all levels back.
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
     * Whether the driver can set this parameter of a session. It looks for names in the lower case of the process's language, and
     * finds none with an I where that is Turkish or a few others. That is also why names of properties are written here as they
     * stand in the driver.
     */
    private static boolean driverKnows(String parameter) {
        return parameter.toLowerCase(Locale.getDefault()).equals(parameter.toLowerCase(Locale.ROOT));
    }

    /** In another zone than UTC, days of time stamps would be wrong. */
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
                    "The warehouse's time zone is not UTC, and under this process's locale the driver cannot set it",
                    "start leadgen with LEADGEN_JAVA_OPTS=-Duser.language=en, or set the warehouse's time zone to UTC");
        }
    }

    /** The driver would take the JDK's certificates in place of a file that it cannot read. */
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
                    "The trust store " + store.path() + " cannot be read",
                    "check path, password and type of warehouse.trust_store in the configuration",
                    DatabricksFailure.of(e));
        }
        throw LeadgenException.of(
                ErrorCode.CONFIG_INVALID,
                "The trust store " + store.path() + " holds no certificate that could be read",
                "check path and password of warehouse.trust_store in the configuration");
    }
}
