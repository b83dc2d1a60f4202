package io.leadgen.tests.databricks;

import static java.util.Objects.requireNonNull;

import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * A Databricks workspace with one SQL warehouse, on the loopback interface of this machine: TLS on a random port, behind a proxy
 * on another. A client that goes through {@link #proxyHost} and {@link #proxyPort} and trusts {@link #trustStore} finds the
 * workspace under {@link #host}, a name that no DNS need know; there is nothing else that the proxy leads to.
 *
 * <p>Guarantees: nothing leaves this machine; emulators share nothing but the certificate, which is made once for each JVM;
 * statements run side by side; after {@link #close} no thread, port or session is left. Not guaranteed: what the real service
 * adds beyond the Statement Execution API, such as Arrow results, and its limits on rates and sizes.
 *
 * <p>Needs the JDK's keytool. Safe for use by several threads.
 */
public final class DatabricksEmulator implements AutoCloseable {
    private static final String WAREHOUSE_ID = "1234567890abcdef";

    private final SqlBackend backend;
    private final RequestJournal journal = new RequestJournal();
    private final FaultPlan faults = new FaultPlan();
    private final Workers workers = new Workers();
    private final Sessions sessions = new Sessions(journal);
    private final OAuthServer oauth;
    private final Statements statements;
    private final EmulatorServer server;
    private final ConnectProxy proxy;

    private DatabricksEmulator(Builder options) throws IOException {
        backend = options.backend;
        oauth = new OAuthServer(options.tokenLifetime);
        statements = new Statements(new CatalogStatements(backend), workers, journal, options.rowsPerChunk);
        WorkspaceApi api = new WorkspaceApi(
                oauth,
                sessions,
                statements,
                new WarehouseClock(options.warehouseStart),
                WAREHOUSE_ID,
                options.statementsUnderSessions);
        server = new EmulatorServer(api, oauth, faults, journal, workers);
        proxy = ConnectProxy.start(server.port(), workers.executor(), journal);
        server.start(proxy::reset);
    }

    /** An emulator over this engine, which is closed with it. */
    public static DatabricksEmulator start(SqlBackend backend) {
        return builder(backend).start();
    }

    /** Options for an emulator over this engine, which is closed with it. */
    public static Builder builder(SqlBackend backend) {
        return new Builder(backend);
    }

    /** The workspace's host name, without scheme or port. */
    public String host() {
        return LoopbackCertificate.HOST;
    }

    /** The warehouse's path on that host. */
    public String httpPath() {
        return "/sql/1.0/warehouses/" + WAREHOUSE_ID;
    }

    public String warehouseId() {
        return WAREHOUSE_ID;
    }

    /** The service principal that can log in. */
    public String clientId() {
        return oauth.clientId();
    }

    /** Its secret; another one for each emulator. */
    public String clientSecret() {
        return oauth.clientSecret();
    }

    /** A personal access token, for clients that do not log in by OAuth; it is never revoked. */
    public String token() {
        return oauth.personalToken();
    }

    /** The address of the OAuth server's token endpoint. */
    public String tokenUrl() {
        return "https://" + host() + "/oidc/v1/token";
    }

    public String proxyHost() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    public int proxyPort() {
        return proxy.port();
    }

    /** A PKCS12 file with the certificate to trust. */
    public Path trustStore() {
        return LoopbackCertificate.get().trustStore();
    }

    public String trustStorePassword() {
        return LoopbackCertificate.PASSWORD;
    }

    /** The warehouse as a configuration has it. */
    public Databricks config() {
        return new Databricks(
                host(),
                httpPath(),
                WAREHOUSE_ID,
                new Proxy(proxyHost(), proxyPort()),
                new TrustStore(trustStore(), new Secret(trustStorePassword()), StoreType.PKCS12));
    }

    /** The log-in by OAuth as a configuration has it. */
    public AuthConfig.OAuth auth() {
        return new AuthConfig.OAuth(clientId(), new Secret(clientSecret()), URI.create(tokenUrl()));
    }

    /** The sections {@code warehouse} and {@code auth} of a config.yml that leads here, with log-in by OAuth. */
    public String configYaml() {
        return String.format(
                Locale.ROOT,
                """
                warehouse:
                  host: %s
                  http_path: %s
                  warehouse_id: %s
                  proxy:
                    host: %s
                    port: %d
                  trust_store:
                    path: '%s'
                    password: %s
                auth:
                  oauth:
                    client_id: %s
                    client_secret: %s
                    token_url: %s
                """,
                host(),
                httpPath(),
                WAREHOUSE_ID,
                proxyHost(),
                proxyPort(),
                trustStore().toString().replace("'", "''"),
                trustStorePassword(),
                clientId(),
                clientSecret(),
                tokenUrl());
    }

    /** What was asked so far. */
    public RequestJournal journal() {
        return journal;
    }

    /** What goes wrong, which is nothing to begin with. */
    public FaultPlan faults() {
        return faults;
    }

    /** Makes all OAuth tokens void that were given out so far, as an administrator does who deletes a secret. */
    public void revokeTokens() {
        oauth.revokeAll();
    }

    /** Ends all sessions, as the service does with those that are idle for long. */
    public void dropSessions() {
        sessions.closeAll();
    }

    /** Stops statements and connections, and waits until the emulator's threads have ended. */
    @Override
    public void close() {
        workers.wake();
        statements.closeAll();
        proxy.close();
        server.close();
        workers.close();
        backend.close();
    }

    /** How an emulator is to be. */
    public static final class Builder {
        private final SqlBackend backend;
        private Duration tokenLifetime = Duration.ofHours(1);
        private Duration warehouseStart = Duration.ZERO;
        private boolean statementsUnderSessions;
        private int rowsPerChunk = Integer.MAX_VALUE;

        private Builder(SqlBackend backend) {
            this.backend = requireNonNull(backend, "backend");
        }

        /** How long an OAuth token counts; whole seconds are told to the client. One hour if not said. */
        public Builder tokenLifetime(Duration lifetime) {
            tokenLifetime = requireNonNull(lifetime, "lifetime");
            return this;
        }

        /**
         * The warehouse is stopped; the first session starts it, which takes this time, in which statements are PENDING. If not
         * said, the warehouse runs.
         */
        public Builder warehouseStart(Duration time) {
            warehouseStart = requireNonNull(time, "time");
            return this;
        }

        /** Statements have their path under that of their session, as newer servers ask of the driver. */
        public Builder statementsUnderSessions() {
            statementsUnderSessions = true;
            return this;
        }

        /** How many rows of a result come with one answer, 1 or more. All of them if not said. */
        public Builder rowsPerChunk(int rows) {
            if (rows < 1) {
                throw new IllegalArgumentException("rows");
            }
            rowsPerChunk = rows;
            return this;
        }

        /** Starts the emulator; it serves when this returns. */
        public DatabricksEmulator start() {
            try {
                return new DatabricksEmulator(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
