package io.leadgen.error;

/**
 * Everything that can go wrong, by a stable name.
 *
 * <p>The names are part of the contract with callers: none is renamed or removed within a major version, and new ones may be
 * added. Messages are not part of it. {@link #category} says who must act.
 */
public enum ErrorCode {
    /** The predicate is not grammatical. Correct it at the position that the diagnostic gives. */
    PREDICATE_SYNTAX(ErrorCategory.CALLER),
    /** The predicate uses SQL that the language does not have. The hint names what to write instead. */
    PREDICATE_UNSUPPORTED(ErrorCategory.CALLER),
    /** The predicate exceeds a limit: length, tokens, depth, comparisons or values of one list. Shorten it. */
    PREDICATE_TOO_LARGE(ErrorCategory.CALLER),
    /** The table has no such column. The hint names the nearest one or lists the columns. */
    UNKNOWN_COLUMN(ErrorCategory.CALLER),
    /** A value, column or function has a type that does not fit. Write a value of the column's type. */
    TYPE_MISMATCH(ErrorCategory.CALLER),
    /** The metric cannot be calculated for this column. Choose another metric or column. */
    METRIC_UNSUPPORTED(ErrorCategory.CALLER),
    /** An argument other than a predicate is missing, malformed or out of range. Correct the argument. */
    INVALID_ARGUMENT(ErrorCategory.CALLER),
    /** The answer would have more cells than the limit. Group by fewer columns or use larger time windows. */
    TOO_MANY_CELLS(ErrorCategory.CALLER),
    /** Bands are missing, overlap or are not in ascending order. Correct their edges. */
    BANDS_INVALID(ErrorCategory.CALLER),
    /** A time range ends before it begins. Correct its ends. */
    EMPTY_RANGE(ErrorCategory.CALLER),
    /** The column is not a date or timestamp, or is too coarse for the requested windows. Choose another column or unit. */
    NOT_A_TIME_COLUMN(ErrorCategory.CALLER),
    /** The table does not exist, or is out of scope: callers cannot distinguish the two. Choose a listed table. */
    UNKNOWN_TABLE(ErrorCategory.POLICY),
    /** Nobody has declared what one person is in the table, so untrusted callers get no answer. Ask the data owner to. */
    TABLE_NOT_DECLARED(ErrorCategory.POLICY),
    /** The catalog, schema or rows are not open to this principal. Ask the operator for access. */
    OUT_OF_SCOPE(ErrorCategory.POLICY),
    /** The data owner does not allow questions about this column. Choose another column. */
    COLUMN_FORBIDDEN(ErrorCategory.POLICY),
    /** The table requires a predicate on its partition column. Add one. */
    PARTITION_REQUIRED(ErrorCategory.POLICY),
    /** The principal's privacy budget does not cover the question. Lower the precision, or wait until charges expire. */
    BUDGET_EXHAUSTED(ErrorCategory.POLICY),
    /** The principal is unknown. Send valid credentials. */
    UNAUTHENTICATED(ErrorCategory.POLICY),
    /** Too many questions run at the same time. Retry after a short pause; nothing was charged. */
    BUSY(ErrorCategory.WAREHOUSE),
    /** The warehouse did not answer in time. Retry, or ask a simpler question. */
    TIMEOUT(ErrorCategory.WAREHOUSE),
    /** The caller cancelled the question. */
    CANCELLED(ErrorCategory.WAREHOUSE),
    /** The warehouse cannot be reached or failed. Retry later; if it persists, the operator checks the connection. */
    WAREHOUSE_UNAVAILABLE(ErrorCategory.WAREHOUSE),
    /** The budget ledger cannot be read or written, so nothing is answered. The operator checks its database. */
    LEDGER_UNAVAILABLE(ErrorCategory.WAREHOUSE),
    /** The audit log cannot be written, so nothing is answered. The operator checks the file and its disk. */
    AUDIT_UNAVAILABLE(ErrorCategory.WAREHOUSE),
    /** The configuration is invalid. The operator corrects the key that the message names. */
    CONFIG_INVALID(ErrorCategory.OPERATOR),
    /** An internal error. Report the request id to the developers. */
    INTERNAL(ErrorCategory.INTERNAL);

    private final ErrorCategory category;

    ErrorCode(ErrorCategory category) {
        this.category = category;
    }

    /** Who must act. */
    public ErrorCategory category() {
        return category;
    }
}
