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
 * What went wrong with Databricks, in place of the driver's own error: that one quotes the whole statement, and the server's
 * words in it can hold values of rows. Here are only names of classes, the server's name of the error and its SQLSTATE.
 *
 * <p>Apart are kept only errors that cannot depend on rows: names, permissions, the network, the state of the warehouse. All
 * others look the same.
 */
final class DatabricksFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String ACCOUNT = "leadgen's account (the service principal or the owner of the token)";

    /** What it was, and what a person is told. */
    enum Kind {
        CANCELLED(
                ErrorCode.CANCELLED,
                "The statement was cancelled on the warehouse",
                "ask again; if that ends in the same way, ask who runs the warehouse"),
        TIMEOUT(ErrorCode.TIMEOUT, "The warehouse did not answer in time", null),
        UNKNOWN_TABLE(
                ErrorCode.UNKNOWN_TABLE,
                "There is no such table, or it is out of your scope",
                "list the catalogs, schemas and tables that you may ask about"),
        CHANGED_TABLE(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The table's columns are not what they were a moment ago",
                "ask again"),
        NO_PERMISSION(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse lets leadgen not read this",
                "the operator must grant " + ACCOUNT + " USE CATALOG, USE SCHEMA and SELECT"),
        NOT_LOGGED_IN(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse does not accept leadgen's credentials",
                "the operator must check auth in the configuration: are client id and secret, or the token, those of this"
                        + " workspace, and have they not expired?"),
        FORBIDDEN(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "leadgen may not use the warehouse",
                "the operator must give " + ACCOUNT + " the permission CAN USE on the SQL warehouse"),
        SESSION_GONE(ErrorCode.WAREHOUSE_UNAVAILABLE, "The warehouse has ended leadgen's session", "ask again"),
        NO_WAREHOUSE(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The workspace has no such SQL warehouse",
                "the operator must check warehouse.http_path in the configuration"),
        NOT_TRUSTED(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The certificate that the warehouse shows is not trusted",
                "the operator must name the certificates to trust in warehouse.trust_store of the configuration, in a corporate"
                        + " network those of its proxy"),
        NOT_REACHED(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse cannot be reached",
                "the operator must check warehouse.host and warehouse.proxy in the configuration, and the network"),
        STALLED(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse has stopped answering",
                "ask again in a moment; if that ends in the same way, the operator must check the network"),
        BROKEN(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The connection to the warehouse broke",
                "ask again in a moment; if that ends in the same way, the operator must check the network"),
        OVERLOADED(ErrorCode.BUSY, "The warehouse has too much to do", "ask again in a moment"),
        NOT_READY(
                ErrorCode.WAREHOUSE_UNAVAILABLE,
                "The warehouse is not ready",
                "it may just be starting: ask again in a minute"),
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

    /** Where the server's words begin; before them the driver puts the statement. */
    private static final Pattern SERVER_CLASS = Pattern.compile("Error Message: \\[([A-Z][A-Z0-9_.]{0,99})\\]");

    private static final Pattern SERVER_STATE = Pattern.compile("SQLSTATE: ([0-9A-Z]{5})\\b");
    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");

    /** By the server's name of the error. */
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

    /** By the name of the class that stands for an HTTP status; the driver has it under a name of its own making. */
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

    /** Understands what the driver threw for a statement, and keeps nothing of its text. */
    static DatabricksFailure of(Throwable thrown) {
        return of(thrown, kind -> kind);
    }

    /** Understands what the driver threw when it was to log in and open a session, where no row can play a part. */
    static DatabricksFailure ofLogin(Throwable thrown) {
        return of(thrown, kind -> switch (kind) {
            case SESSION_GONE -> Kind.NO_WAREHOUSE;
            // The driver falls over what a proxy says in place of the workspace.
            case OTHER -> Kind.NOT_REACHED;
            default -> kind;
        });
    }

    private static DatabricksFailure of(Throwable thrown, UnaryOperator<Kind> occasion) {
        List<Throwable> chain = chain(thrown);
        String errorClass = errorClass(chain);
        String state = state(chain);
        StringJoiner summary = new StringJoiner(" ");
        chain.forEach(cause -> summary.add(cause.getClass().getSimpleName()));
        summary.add(errorClass).add(state);
        DatabricksFailure failure = new DatabricksFailure(
                occasion.apply(kind(chain, errorClass, state)),
                summary.toString().strip());
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }

    private static Kind kind(List<Throwable> chain, String errorClass, String state) {
        if (chain.get(0) instanceof SQLTimeoutException) {
            return Kind.TIMEOUT;
        }
        // A part behind a point, as in UNRESOLVED_COLUMN.WITH_SUGGESTION, says nothing more about who must act.
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
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            Kind kind = BY_STATUS.get(cause.getClass().getSimpleName());
            if (kind == Kind.FORBIDDEN && words.contains("access token")) {
                return Kind.NOT_LOGGED_IN;
            }
            if (kind != null) {
                return kind;
            }
            if (words.contains("invalid_client")) {
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

    /** Whether the same may go well in a new session, behind a new log-in. */
    boolean endsTheSession() {
        return kind == Kind.NOT_LOGGED_IN || kind == Kind.SESSION_GONE || kind == Kind.BROKEN;
    }

    /** What a caller is told. */
    LeadgenException told() {
        return kind.hint == null
                ? LeadgenException.causedBy(kind.code, kind.message, this)
                : LeadgenException.causedBy(kind.code, kind.message, kind.hint, this);
    }
}
