package io.leadgen.error;

/**
 * Stable names of everything that can go wrong. The names are part of the contract with callers; messages are not.
 */
public enum ErrorCode {
    PREDICATE_SYNTAX(ErrorCategory.CALLER),
    PREDICATE_UNSUPPORTED(ErrorCategory.CALLER),
    PREDICATE_TOO_LARGE(ErrorCategory.CALLER),
    UNKNOWN_COLUMN(ErrorCategory.CALLER),
    TYPE_MISMATCH(ErrorCategory.CALLER),
    METRIC_UNSUPPORTED(ErrorCategory.CALLER),
    INVALID_ARGUMENT(ErrorCategory.CALLER),
    /** An answer would have more cells than are allowed. */
    TOO_MANY_CELLS(ErrorCategory.CALLER),
    /** Bands overlap, do not ascend, or are none. */
    BANDS_INVALID(ErrorCategory.CALLER),
    /** A range of time with nothing in it. */
    EMPTY_RANGE(ErrorCategory.CALLER),
    /** A column that does not tell time, or not in the units that were asked for. */
    NOT_A_TIME_COLUMN(ErrorCategory.CALLER),
    UNKNOWN_TABLE(ErrorCategory.POLICY),
    OUT_OF_SCOPE(ErrorCategory.POLICY),
    COLUMN_FORBIDDEN(ErrorCategory.POLICY),
    PARTITION_REQUIRED(ErrorCategory.POLICY),
    BUDGET_EXHAUSTED(ErrorCategory.POLICY),
    UNAUTHENTICATED(ErrorCategory.POLICY),
    BUSY(ErrorCategory.WAREHOUSE),
    TIMEOUT(ErrorCategory.WAREHOUSE),
    CANCELLED(ErrorCategory.WAREHOUSE),
    WAREHOUSE_UNAVAILABLE(ErrorCategory.WAREHOUSE),
    LEDGER_UNAVAILABLE(ErrorCategory.WAREHOUSE),
    AUDIT_UNAVAILABLE(ErrorCategory.WAREHOUSE),
    CONFIG_INVALID(ErrorCategory.OPERATOR),
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
