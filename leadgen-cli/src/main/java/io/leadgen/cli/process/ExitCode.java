package io.leadgen.cli.process;

import io.leadgen.cli.answer.Answer;
import io.leadgen.error.ErrorCode;

/** What the process says to the script that started it. The numbers are part of the contract. */
public enum ExitCode {
    ANSWERED(0),
    INTERNAL(1),
    USAGE(2),
    PREDICATE_REJECTED(3),
    FORBIDDEN(4),
    BUDGET_EXHAUSTED(5),
    UNAVAILABLE(6),
    TIMED_OUT(7),
    CONFIGURATION(8),
    /** All numbers are suppressed; the answer is printed. */
    SUPPRESSED(9),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static ExitCode of(Answer.Kind kind) {
        return switch (kind) {
            case ANSWER -> ANSWERED;
            case SUPPRESSED -> SUPPRESSED;
            case ALARM -> INTERNAL;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }

    /** Who has to act decides: the predicate's author, the one who typed the rest, the owner of the data, the operator. */
    public static ExitCode of(ErrorCode code) {
        return switch (code) {
            // A missing condition on the partition is fixed in the predicate.
            case PREDICATE_SYNTAX,
                    PREDICATE_UNSUPPORTED,
                    PREDICATE_TOO_LARGE,
                    UNKNOWN_COLUMN,
                    TYPE_MISMATCH,
                    PARTITION_REQUIRED -> PREDICATE_REJECTED;
            case METRIC_UNSUPPORTED, INVALID_ARGUMENT, TOO_MANY_CELLS, BANDS_INVALID, EMPTY_RANGE, NOT_A_TIME_COLUMN ->
                USAGE;
            case UNKNOWN_TABLE, TABLE_NOT_DECLARED, OUT_OF_SCOPE, COLUMN_FORBIDDEN, UNAUTHENTICATED -> FORBIDDEN;
            case BUDGET_EXHAUSTED -> BUDGET_EXHAUSTED;
            case BUSY, WAREHOUSE_UNAVAILABLE, LEDGER_UNAVAILABLE, AUDIT_UNAVAILABLE -> UNAVAILABLE;
            case TIMEOUT -> TIMED_OUT;
            case CANCELLED -> INTERRUPTED;
            case CONFIG_INVALID -> CONFIGURATION;
            case INTERNAL -> INTERNAL;
        };
    }
}
