package io.leadgen.tests.databricks;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of requests to a workspace. */
public enum Endpoint {
    /** Where the OAuth server is. */
    DISCOVERY("GET", "/\\.well-known/databricks-config|/oidc/\\.well-known/oauth-authorization-server"),
    /** A token for the client's id and secret. */
    TOKEN("POST", "/oidc/v1/token"),
    /** The state of the warehouse. */
    WAREHOUSE("GET", Paths.WAREHOUSE),
    OPEN_SESSION("POST", "(?:" + Paths.WAREHOUSE + "|/api/2\\.0/sql)/sessions/?"),
    CLOSE_SESSION("DELETE", "(?:" + Paths.WAREHOUSE + "|/api/2\\.0/sql)/sessions/(?<session>[^/]+)"),
    /** A new statement. */
    EXECUTE("POST", Paths.STATEMENTS + "/?"),
    /** How a statement does, and its result. */
    POLL("GET", Paths.STATEMENT),
    /** A further part of a result. */
    CHUNK("GET", Paths.STATEMENT + "/result/chunks/(?<chunk>[0-9]{1,6})"),
    CANCEL("POST", Paths.STATEMENT + "/cancel"),
    CLOSE_STATEMENT("DELETE", Paths.STATEMENT),
    /** The driver tells its maker about its use; a tripwire. */
    TELEMETRY(".*", "/telemetry.*"),
    /** The driver lets its maker decide how it works; a tripwire. */
    FEATURE_FLAGS(".*", "/api/2\\.0/connector-service/feature-flags/.*"),
    /** Everything else; answered by 404. */
    UNKNOWN(".*", ".*");

    private final String method;
    private final Pattern path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    /** Whether a request of this kind must never be made. */
    public boolean isTripwire() {
        return this == TELEMETRY || this == FEATURE_FLAGS;
    }

    /** Whether the caller must be logged in. */
    boolean needsToken() {
        return compareTo(WAREHOUSE) >= 0 && compareTo(CLOSE_STATEMENT) <= 0;
    }

    static Endpoint of(String method, String path) {
        for (Endpoint endpoint : values()) {
            if (method.matches(endpoint.method) && endpoint.path.matcher(path).matches()) {
                return endpoint;
            }
        }
        return UNKNOWN;
    }

    /** A named part of the path, if this kind of path and this path have it. */
    Optional<String> part(String name, String requested) {
        Matcher matcher = path.matcher(requested);
        return matcher.matches() && path.pattern().contains("(?<" + name + ">")
                ? Optional.ofNullable(matcher.group(name))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static final class Paths {
        static final String WAREHOUSE = "/api/2\\.0/sql/warehouses/(?<warehouse>[^/]+)";
        /** With the session in the path, as servers want it that say so when the session is opened, or without. */
        static final String STATEMENTS = "(?:/api/2\\.0/sql|" + WAREHOUSE + "/sessions/(?<session>[^/]+))/statements";

        static final String STATEMENT = STATEMENTS + "/(?<statement>[^/]+)";

        private Paths() {}
    }
}
