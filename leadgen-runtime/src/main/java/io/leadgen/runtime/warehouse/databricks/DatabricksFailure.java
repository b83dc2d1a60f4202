package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure of Databricks. It replaces the driver's exception, which quotes the whole statement and the server's message; both
 * can contain values of rows. It contains only class names, the server's error class and the SQLSTATE.
 *
 * <p>Only errors that cannot depend on rows are distinguished: names, permissions, the network, the state of the warehouse. All
 * others are equal.
 */
final class DatabricksFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String ACCOUNT = "the service principal, or the owner of the token,";

    /** The cause, with the message for people. */
    enum Kind {
        CANCELLED(
                ErrorCode.CANCELLED,
                "The statement was cancelled on the warehouse",
                "try again; if it happens again, contact the administrator of the warehouse"),
        TIMEOUT(ErrorCode.TIMEOUT, "The warehouse did not answer in time", null),
        UNKNOWN_TABLE(
                ErrorCode.UNKNOWN_TABLE,
                "There is no such table, or it is out of your scope",
                "list the catalogs, schemas and tables in your scope"),
        CHANGED_TABLE(ErrorCode.WAREHOUSE_UNAVAILABLE, "The table's columns have changed", "try again"),
        NO_PERMISSION(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "leadgen does not have permission to read this table",
                "the operator must grant " + ACCOUNT + " USE CATALOG, USE SCHEMA and SELECT"),
        NOT_LOGGED_IN(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse rejected the credentials",
                "the operator must check auth in the configuration: client id and secret, or the token, must belong to this"
                        + " workspace and must not have expired"),
        FORBIDDEN(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "leadgen does not have permission to use the warehouse",
                "the operator must grant " + ACCOUNT + " CAN USE on the SQL warehouse"),
        SESSION_GONE(ErrorCode.WAREHOUSE_UNAVAILABLE, "The warehouse ended the session", "try again"),
        NO_WAREHOUSE(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The workspace has no such SQL warehouse",
                "the operator must check warehouse.http_path in the configuration"),
        NOT_TRUSTED(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The certificate of the warehouse is not trusted",
                "the operator must set warehouse.trust_store to a file with the trusted certificates; in a corporate network,"
                        + " those of its proxy"),
        NOT_REACHED(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "Cannot connect to the warehouse",
                "the operator must check warehouse.host, warehouse.proxy and the network"),
        STALLED(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse stopped responding",
                "try again in a moment; if it happens again, the operator must check the network"),
        BROKEN(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The connection to the warehouse broke",
                "try again in a moment; if it happens again, the operator must check the network"),
        OVERLOADED(ErrorCode.BUSY, "The warehouse is overloaded", "try again in a moment"),
        NOT_READY(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse is not ready",
                "it may be starting; try again in a minute"),
        OTHER(ErrorCode.WAREHOUSE_UNAVAILABLE, "The warehouse did not answer", null);

        private final ErrorCode code;
        private final String message;
        private final @Nullable String hint;

        Kind(ErrorCode code, String message, @Nullable String hint) {
            this.code = code;
            this.message = message;
            this.hint = hint;
        }
    }

    /** The server's message, which follows the statement in the driver's message. */
    private static final Pattern SERVER_CLASS = Pattern.compile("Error Message: \\[([A-Z][A-Z0-9_.]{0,99})\\]");

    private static final Pattern SERVER_STATE = Pattern.compile("SQLSTATE: ([0-9A-Z]{5})\\b");
    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");

    /** By the server's error class. */
    private static final Map<String, Kind> BY_CLASS = Map.ofEntries(
            Map.entry("TABLE_OR_VIEW_NOT_FOUND", Kind.UNKNOWN_TABLE),
            Map.entry("SCHEMA_NOT_FOUND", Kind.UNKNOWN_TABLE),
            Map.entry("CATALOG_NOT_FOUND", Kind.UNKNOWN_TABLE),
            Map.entry("NO_SUCH_CATALOG_EXCEPTION", Kind.UNKNOWN_TABLE),
            Map.entry("INSUFFICIENT_PERMISSIONS", Kind.NO_PERMISSION),
            Map.entry("PERMISSION_DENIED", Kind.NO_PERMISSION));

    private static final Map<String, Kind> BY_STATE = Map.of(
            "42P01", Kind.UNKNOWN_TABLE,
            "42703", Kind.CHANGED_TABLE,
            "42501", Kind.NO_PERMISSION,
            "57KD0", Kind.TIMEOUT,
            "HY008", Kind.CANCELLED);

    /** By the simple name of the exception for an HTTP status; the driver relocates its package. */
    private static final Map<String, Kind> BY_STATUS = Map.of(
            "Unauthenticated", Kind.NOT_LOGGED_IN,
            "PermissionDenied", Kind.FORBIDDEN,
            "NotFound", Kind.SESSION_GONE,
            "ResourceDoesNotExist", Kind.SESSION_GONE,
            "TooManyRequests", Kind.OVERLOADED,
            "RequestLimitExceeded", Kind.OVERLOADED,
            "ResourceExhausted", Kind.OVERLOADED,
            "TemporarilyUnavailable", Kind.NOT_READY);

    private final Kind kind;

    private DatabricksFailure(Kind kind, String summary) {
        super(summary);
        this.kind = kind;
    }

    /** The failure of a statement; the text of the exception is dropped. */
    static DatabricksFailure of(Throwable thrown) {
        return of(thrown, kind -> kind);
    }

    /** The failure of a login, which cannot depend on rows. */
    static DatabricksFailure ofLogin(Throwable thrown) {
        return of(thrown, kind -> switch (kind) {
            case SESSION_GONE -> Kind.NO_WAREHOUSE;
            // The driver cannot parse the answer of a proxy.
            case OTHER -> Kind.NOT_REACHED;
            default -> kind;
        });
    }

    private static DatabricksFailure of(Throwable thrown, UnaryOperator<Kind> mapping) {
        List<Throwable> chain = chain(thrown);
        String errorClass = errorClass(chain);
        String state = state(chain);
        StringJoiner summary = new StringJoiner(" ");
        chain.forEach(cause -> summary.add(cause.getClass().getSimpleName()));
        summary.add(errorClass).add(state);
        DatabricksFailure failure = new DatabricksFailure(
                mapping.apply(kind(chain, errorClass, state)),
                summary.toString().strip());
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }

    private static Kind kind(List<Throwable> chain, String errorClass, String state) {
        if (chain.get(0) instanceof SQLTimeoutException) {
            return Kind.TIMEOUT;
        }
        // Ignores the subclass, as in UNRESOLVED_COLUMN.WITH_SUGGESTION.
        Kind kind = BY_CLASS.get(errorClass.replaceFirst("\\..*", ""));
        if (kind == null) {
            kind = BY_STATE.get(state);
        }
        if (kind == null && errorClass.isEmpty()) {
            kind = byCause(chain);
        }
        return kind == null ? Kind.OTHER : kind;
    }

    private static @Nullable Kind byCause(List<Throwable> chain) {
        for (Throwable cause : chain) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            Kind kind = BY_STATUS.get(cause.getClass().getSimpleName());
            if (kind == Kind.FORBIDDEN && message.contains("access token")) {
                return Kind.NOT_LOGGED_IN;
            }
            if (kind != null) {
                return kind;
            }
            if (message.contains("invalid_client")) {
                return Kind.NOT_LOGGED_IN;
            }
        }
        for (Throwable cause : chain) {
            if (cause instanceof CertificateException || cause instanceof CertPathBuilderException) {
                return Kind.NOT_TRUSTED;
            } else if (cause instanceof SocketTimeoutException) {
                return Kind.STALLED;
            } else if (cause instanceof UnknownHostException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException) {
                return Kind.NOT_REACHED;
            }
        }
        for (Throwable cause : chain) {
            if (cause instanceof IOException) {
                return cause instanceof SSLException ? Kind.NOT_REACHED : Kind.BROKEN;
            }
        }
        return null;
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static String errorClass(List<Throwable> chain) {
        for (Throwable cause : chain) {
            Matcher matcher = SERVER_CLASS.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }

    private static String state(List<Throwable> chain) {
        for (Throwable cause : chain) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && STATE.matcher(sql.getSQLState()).matches()) {
                return sql.getSQLState();
            }
            Matcher matcher = SERVER_STATE.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }

    Kind kind() {
        return kind;
    }

    /** True if the statement may succeed in a new session, after a new login. */
    boolean endsTheSession() {
        return kind == Kind.NOT_LOGGED_IN || kind == Kind.SESSION_GONE || kind == Kind.BROKEN;
    }

    LeadgenException toException() {
        return kind.hint == null
                ? LeadgenException.causedBy(kind.code, kind.message, this)
                : LeadgenException.causedBy(kind.code, kind.message, kind.hint, this);
    }
}
