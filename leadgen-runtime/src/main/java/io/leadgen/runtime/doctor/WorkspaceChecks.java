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

/** The way to a Databricks SQL warehouse, step by step: name, TLS, login, warehouse, clock. */
final class WorkspaceChecks {
    private static final Pattern WAREHOUSE = Pattern.compile(".*/warehouses/([A-Za-z0-9]+)");
    /** Tokens are good for an hour; what is off by more than this makes them early or late. */
    private static final Duration WORST_CLOCK = Duration.ofSeconds(60);

    private final Databricks config;
    private final @Nullable AuthConfig auth;
    private final InstantSource clock;

    WorkspaceChecks(Databricks config, @Nullable AuthConfig auth, InstantSource clock) {
        this.config = config;
        this.auth = auth;
        this.clock = clock;
    }

    /** Ends the examination, with what was found. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        Stop(Finding finding) {
            super(finding.message(), null, false, false);
            this.finding = finding;
        }
    }

    /** Examines; true if nothing was found that would keep a question from being answered. */
    boolean examine(Consumer<Finding> report) {
        try {
            report.accept(dns());
            Workspace workspace = workspace();
            Workspace.Reply hello = reach(workspace);
            report.accept(Finding.ok("tls", "the workspace is who it says, at " + config.host()));
            report.accept(time(hello.date()));
            Secret token = login(workspace, report);
            report.accept(warehouse(workspace, token));
            return true;
        } catch (Stop stop) {
            report.accept(stop.finding);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.accept(Finding.failed("workspace", "interrupted", null));
            return false;
        }
    }

    private Finding dns() throws Stop {
        Proxy proxy = config.proxy();
        String name = (proxy == null ? config.host() : proxy.host()).replaceFirst(":[0-9]+$", "");
        try {
            InetAddress.getByName(name);
            return Finding.ok("dns", proxy == null ? name + " is known" : "the proxy " + name + " is known");
        } catch (UnknownHostException e) {
            throw new Stop(Finding.failed(
                    "dns",
                    "nobody knows the name " + name,
                    proxy == null
                            ? "see warehouse.host; in a corporate network, set warehouse.proxy"
                            : "see warehouse.proxy.host"));
        }
    }

    private Workspace workspace() throws Stop {
        try {
            return Workspace.of(config);
        } catch (IOException | GeneralSecurityException e) {
            throw new Stop(Finding.failed(
                    "tls",
                    "the trust store cannot be read",
                    "see path, password and type (PKCS12 or JKS) of warehouse.trust_store"));
        }
    }

    private Workspace.Reply reach(Workspace workspace) throws Stop, InterruptedException {
        try {
            return workspace.get("/oidc/.well-known/oauth-authorization-server", null);
        } catch (SSLException e) {
            throw new Stop(Finding.failed(
                    "tls",
                    "the certificate of " + config.host() + " is not trusted",
                    "where a corporate proxy re-signs traffic, put its certificate into a file and name it as"
                            + " warehouse.trust_store"));
        } catch (HttpTimeoutException e) {
            throw new Stop(Finding.failed("network", config.host() + " does not answer", wayOut()));
        } catch (IOException e) {
            throw new Stop(Finding.failed("network", "no connection to " + config.host(), wayOut()));
        }
    }

    private String wayOut() {
        return config.proxy() == null
                ? "see whether a firewall is between; in a corporate network, set warehouse.proxy"
                : "see whether the proxy at warehouse.proxy lets traffic to this host through";
    }

    private Secret login(Workspace workspace, Consumer<Finding> report) throws Stop, InterruptedException {
        if (auth instanceof AuthConfig.Token pat) {
            report.accept(Finding.ok("login", "by token; the next check uses it"));
            return pat.token();
        }
        if (!(auth instanceof AuthConfig.OAuth oauth)) {
            throw new Stop(Finding.failed("login", "no way to log in is configured", "set auth.oauth or auth.token"));
        }
        URI endpoint = tokenEndpoint(workspace);
        if (!endpoint.getHost().equalsIgnoreCase(oauth.tokenUrl().getHost())) {
            report.accept(Finding.warning(
                    "login",
                    "auth.oauth.token_url names another host than the workspace does, " + endpoint.getHost(),
                    "the workspace's own word is used; correct token_url"));
        }
        Workspace.Reply reply = request(() -> workspace.login(endpoint, oauth.clientId(), oauth.clientSecret()));
        String token = reply.text("access_token");
        if (reply.status() == 200 && token != null) {
            report.accept(Finding.ok("login", "the service principal is known, and its secret is right"));
            return new Secret(token);
        }
        throw new Stop(
                reply.status() == 400 || reply.status() == 401
                        ? Finding.failed(
                                "login",
                                "the workspace refuses the client id or its secret",
                                "see auth.oauth; secrets of service principals expire, make a new one if need be")
                        : failed("login", reply.status()));
    }

    private URI tokenEndpoint(Workspace workspace) throws Stop, InterruptedException {
        Workspace.Reply reply = request(() -> workspace.get("/oidc/.well-known/oauth-authorization-server", null));
        String endpoint = reply.text("token_endpoint");
        try {
            if (reply.status() == 200 && endpoint != null) {
                URI url = URI.create(endpoint);
                if ("https".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                    return url;
                }
            }
        } catch (IllegalArgumentException e) {
            // The finding below says it.
        }
        throw new Stop(Finding.failed(
                "login",
                config.host() + " does not say where to log in, as a Databricks workspace does",
                "see warehouse.host"));
    }

    private Finding warehouse(Workspace workspace, Secret token) throws Stop, InterruptedException {
        Matcher path = WAREHOUSE.matcher(config.httpPath());
        if (!path.matches()) {
            throw new Stop(Finding.failed(
                    "warehouse",
                    "http_path does not end in a warehouse's id",
                    "copy it from the warehouse's connection details: /sql/1.0/warehouses/<id>"));
        }
        Workspace.Reply reply = request(() -> workspace.get("/api/2.0/sql/warehouses/" + path.group(1), token));
        return switch (reply.status()) {
            case 200 -> state(reply.text("state"));
            case 401 ->
                throw new Stop(Finding.failed(
                        "warehouse", "the workspace refuses the token", "see auth; the token may have expired"));
            case 403 ->
                throw new Stop(Finding.failed(
                        "warehouse",
                        "the service may not use this warehouse",
                        "grant it CAN USE on the warehouse, in the warehouse's permissions"));
            case 404 ->
                throw new Stop(
                        Finding.failed("warehouse", "the workspace has no such warehouse", "see warehouse.http_path"));
            default -> throw new Stop(failed("warehouse", reply.status()));
        };
    }

    private static Finding state(@Nullable String state) {
        if ("RUNNING".equals(state)) {
            return Finding.ok("warehouse", "it is running");
        }
        if ("DELETED".equals(state) || "DELETING".equals(state)) {
            return Finding.failed("warehouse", "it was deleted", "name another one in warehouse.http_path");
        }
        return Finding.ok("warehouse", "it is not running; the first question starts it, which can take minutes");
    }

    private Finding time(@Nullable String date) {
        if (date == null) {
            return Finding.skipped("clock", "the workspace does not tell the time");
        }
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration off = Duration.between(clock.instant(), theirs).abs();
            return off.compareTo(WORST_CLOCK) <= 0
                    ? Finding.ok("clock", "it agrees with the workspace's")
                    : Finding.warning(
                            "clock",
                            "it is " + off.toSeconds() + " s off the workspace's",
                            "set this machine's clock: tokens and budget windows depend on it");
        } catch (DateTimeException e) {
            return Finding.skipped("clock", "the workspace tells no time that can be read");
        }
    }

    private static Finding failed(String subject, int status) {
        return Finding.failed(
                subject,
                "the workspace answers with HTTP status " + status,
                status == 429 || status >= 500 ? "try again in a minute" : null);
    }

    @FunctionalInterface
    private interface Exchange {
        Workspace.Reply send() throws IOException, InterruptedException;
    }

    private Workspace.Reply request(Exchange exchange) throws Stop, InterruptedException {
        try {
            return exchange.send();
        } catch (IOException e) {
            throw new Stop(Finding.failed("network", "the connection to " + config.host() + " broke", wayOut()));
        }
    }
}
