package io.leadgen.runtime.doctor;

import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Checks the connection to a Databricks SQL warehouse step by step: DNS, TLS, clock, login, warehouse. */
final class WorkspaceChecks {
    private static final Pattern WAREHOUSE = Pattern.compile(".*/warehouses/([A-Za-z0-9]+)");
    /** Tokens are valid for an hour, so larger differences matter. */
    private static final Duration MAX_CLOCK_OFFSET = Duration.ofSeconds(60);

    private final Databricks config;
    private final @Nullable AuthConfig auth;
    private final InstantSource clock;

    WorkspaceChecks(Databricks config, @Nullable AuthConfig auth, InstantSource clock) {
        this.config = config;
        this.auth = auth;
        this.clock = clock;
    }

    /** Ends the checks with a failed one. */
    private static final class CheckFailed extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient CheckResult result;

        CheckFailed(String subject, String message, @Nullable String hint) {
            this(CheckResult.failed(subject, message, hint));
        }

        CheckFailed(CheckResult result) {
            super(result.message(), null, false, false);
            this.result = result;
        }
    }

    /** Runs the checks; true if the warehouse is usable. */
    boolean run(Consumer<CheckResult> report) {
        try {
            report.accept(dns());
            WorkspaceClient workspace = workspace();
            WorkspaceClient.Response hello = reach(workspace);
            report.accept(CheckResult.ok("tls", "the certificate of " + config.host() + " is trusted"));
            report.accept(time(hello.date()));
            Secret token = login(workspace, report);
            report.accept(warehouse(workspace, token));
            return true;
        } catch (CheckFailed e) {
            report.accept(e.result);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.accept(CheckResult.failed("workspace", "interrupted", null));
            return false;
        }
    }

    private CheckResult dns() throws CheckFailed {
        Proxy proxy = config.proxy();
        String name = (proxy == null ? config.host() : proxy.host()).replaceFirst(":[0-9]+$", "");
        try {
            InetAddress.getByName(name);
            return CheckResult.ok("dns", proxy == null ? name + " resolves" : "the proxy " + name + " resolves");
        } catch (UnknownHostException e) {
            throw new CheckFailed(
                    "dns",
                    "cannot resolve " + name,
                    proxy == null
                            ? "check warehouse.host; in a corporate network, set warehouse.proxy"
                            : "check warehouse.proxy.host");
        }
    }

    private WorkspaceClient workspace() throws CheckFailed {
        try {
            return WorkspaceClient.of(config);
        } catch (IOException | GeneralSecurityException e) {
            throw new CheckFailed(
                    "tls",
                    "cannot read the trust store",
                    "check path, password and type (PKCS12 or JKS) of warehouse.trust_store");
        }
    }

    private WorkspaceClient.Response reach(WorkspaceClient workspace) throws CheckFailed, InterruptedException {
        try {
            return workspace.get("/oidc/.well-known/oauth-authorization-server", null);
        } catch (SSLException e) {
            throw new CheckFailed(
                    "tls",
                    "the certificate of " + config.host() + " is not trusted",
                    "if a corporate proxy re-signs traffic, set warehouse.trust_store to a file with its certificate");
        } catch (HttpTimeoutException e) {
            throw new CheckFailed("network", config.host() + " does not respond", networkHint());
        } catch (IOException e) {
            throw new CheckFailed("network", "cannot connect to " + config.host(), networkHint());
        }
    }

    private String networkHint() {
        return config.proxy() == null
                ? "check the firewall; in a corporate network, set warehouse.proxy"
                : "check that the proxy at warehouse.proxy allows this host";
    }

    private Secret login(WorkspaceClient workspace, Consumer<CheckResult> report)
            throws CheckFailed, InterruptedException {
        if (auth instanceof AuthConfig.Token pat) {
            report.accept(CheckResult.ok("login", "uses a token; the next check verifies it"));
            return pat.token();
        }
        if (!(auth instanceof AuthConfig.OAuth oauth)) {
            throw new CheckFailed("login", "no credentials are configured", "set auth.oauth or auth.token");
        }
        URI endpoint = tokenEndpoint(workspace);
        if (!endpoint.getHost().equalsIgnoreCase(oauth.tokenUrl().getHost())) {
            report.accept(CheckResult.warning(
                    "login",
                    "auth.oauth.token_url has a different host than the workspace reports, " + endpoint.getHost(),
                    "leadgen uses the one of the workspace; correct token_url"));
        }
        WorkspaceClient.Response response =
                request(() -> workspace.login(endpoint, oauth.clientId(), oauth.clientSecret()));
        String token = response.text("access_token");
        if (response.status() == 200 && token != null) {
            report.accept(CheckResult.ok("login", "the service principal and its secret are valid"));
            return new Secret(token);
        }
        throw new CheckFailed(
                response.status() == 400 || response.status() == 401
                        ? CheckResult.failed(
                                "login",
                                "the workspace rejected the client id or its secret",
                                "check auth.oauth; secrets of service principals expire")
                        : failed("login", response.status()));
    }

    private URI tokenEndpoint(WorkspaceClient workspace) throws CheckFailed, InterruptedException {
        WorkspaceClient.Response response =
                request(() -> workspace.get("/oidc/.well-known/oauth-authorization-server", null));
        String endpoint = response.text("token_endpoint");
        try {
            if (response.status() == 200 && endpoint != null) {
                URI url = URI.create(endpoint);
                if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                    return url;
                }
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw new CheckFailed(
                "login",
                config.host() + " is not a Databricks workspace: it reports no token endpoint",
                "check warehouse.host");
    }

    private CheckResult warehouse(WorkspaceClient workspace, Secret token) throws CheckFailed, InterruptedException {
        Matcher path = WAREHOUSE.matcher(config.httpPath());
        if (!path.matches()) {
            throw new CheckFailed(
                    "warehouse",
                    "http_path does not end in a warehouse id",
                    "copy it from the connection details of the warehouse: /sql/1.0/warehouses/<id>");
        }
        WorkspaceClient.Response response =
                request(() -> workspace.get("/api/2.0/sql/warehouses/" + path.group(1), token));
        return switch (response.status()) {
            case 200 -> state(response.text("state"));
            case 401 ->
                throw new CheckFailed(
                        "warehouse", "the workspace rejected the token", "check auth; the token may have expired");
            case 403 ->
                throw new CheckFailed(
                        "warehouse",
                        "leadgen does not have permission to use this warehouse",
                        "grant it CAN USE in the permissions of the warehouse");
            case 404 ->
                throw new CheckFailed("warehouse", "the workspace has no such warehouse", "check warehouse.http_path");
            default -> throw new CheckFailed(failed("warehouse", response.status()));
        };
    }

    private static CheckResult state(@Nullable String state) {
        if ("RUNNING".equals(state)) {
            return CheckResult.ok("warehouse", "running");
        }
        if ("DELETED".equals(state) || "DELETING".equals(state)) {
            return CheckResult.failed("warehouse", "it was deleted", "set warehouse.http_path to another one");
        }
        return CheckResult.ok("warehouse", "not running; the first question starts it, which can take minutes");
    }

    private CheckResult time(@Nullable String date) {
        if (date == null) {
            return CheckResult.skipped("clock", "the workspace does not report the time");
        }
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration off = Duration.between(clock.instant(), theirs).abs();
            return off.compareTo(MAX_CLOCK_OFFSET) <= 0
                    ? CheckResult.ok("clock", "matches the clock of the workspace")
                    : CheckResult.warning(
                            "clock",
                            "differs by " + off.toSeconds() + " s from the clock of the workspace",
                            "correct the clock of this machine; tokens and budget windows depend on it");
        } catch (DateTimeException e) {
            return CheckResult.skipped("clock", "the workspace reports an unreadable time");
        }
    }

    private static CheckResult failed(String subject, int status) {
        return CheckResult.failed(
                subject,
                "the workspace returned HTTP status " + status,
                status == 429 || status >= 500 ? "try again in a minute" : null);
    }

    @FunctionalInterface
    private interface Exchange {
        WorkspaceClient.Response send() throws IOException, InterruptedException;
    }

    private WorkspaceClient.Response request(Exchange exchange) throws CheckFailed, InterruptedException {
        try {
            return exchange.send();
        } catch (IOException e) {
            throw new CheckFailed("network", "the connection to " + config.host() + " broke", networkHint());
        }
    }
}
