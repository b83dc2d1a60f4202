package io.leadgen.tests.databricks;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement failed, in the form of the service: {@code [TABLE_OR_VIEW_NOT_FOUND] The table … SQLSTATE: 42P01}. The
 * service tells the state in a field of its own, too, in newer versions; see {@link #withoutField()}.
 */
public final class SqlFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String errorClass;
    private final String state;
    private final boolean inField;

    private SqlFailure(String errorClass, String state, boolean inField, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.errorClass = requireNonNull(errorClass, "errorClass");
        this.state = requireNonNull(state, "state");
        this.inField = inField;
    }

    /**
     * A failure.
     *
     * @param errorClass the error's name, for example {@code DIVIDE_BY_ZERO}
     * @param state five characters, for example {@code 22012}
     * @param text what the engine has to say
     */
    public static SqlFailure of(String errorClass, String state, String text) {
        return of(errorClass, state, text, null);
    }

    /** A failure that an engine behind has caused. */
    public static SqlFailure of(String errorClass, String state, String text, @Nullable Throwable cause) {
        return new SqlFailure(errorClass, state, true, "[" + errorClass + "] " + text + " SQLSTATE: " + state, cause);
    }

    /** A table that is not there. */
    public static SqlFailure tableNotFound() {
        return of("TABLE_OR_VIEW_NOT_FOUND", "42P01", "The table or view cannot be found.");
    }

    /** A caller who may not do this. */
    public static SqlFailure insufficientPermissions() {
        return of(
                "INSUFFICIENT_PERMISSIONS", "42501", "Insufficient privileges: User does not have permission SELECT.");
    }

    /** The same, with its state in the text only, as older versions of the service tell it. */
    public SqlFailure withoutField() {
        return new SqlFailure(errorClass, state, false, text(), getCause());
    }

    /** The error's name. */
    public String errorClass() {
        return errorClass;
    }

    /** The whole text. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** What stands in the answer's field {@code sql_state}. */
    Optional<String> field() {
        return inField ? Optional.of(state) : Optional.empty();
    }
}
