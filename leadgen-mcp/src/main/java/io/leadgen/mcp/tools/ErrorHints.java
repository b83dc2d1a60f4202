package io.leadgen.mcp.tools;

import io.leadgen.error.LeadgenException;
import org.jspecify.annotations.Nullable;

/** What a model can do about an error, in terms of the tools that it has. */
public final class ErrorHints {
    private ErrorHints() {}

    /** The error's own hint, and after it the tools that help; null if there is nothing to do. */
    public static @Nullable String on(LeadgenException error) {
        String tools = switch (error.code()) {
            case UNKNOWN_COLUMN, COLUMN_FORBIDDEN -> "table_metadata lists the columns that can be used";
            case TYPE_MISMATCH, PREDICATE_SYNTAX, PREDICATE_UNSUPPORTED, PREDICATE_TOO_LARGE ->
                "a predicate is a WHERE condition like age > 25 AND income_level IN ('high', 'medium');"
                        + " check_predicate tries one for free";
            case TABLE_NOT_DECLARED -> "list_tables shows other tables; nothing else can be done from here";
            case UNKNOWN_TABLE, OUT_OF_SCOPE -> "list_catalogs, list_schemas and list_tables show what there is";
            case PARTITION_REQUIRED -> "for example par_month = 202510 AND age > 25, with the column named here";
            case BUDGET_EXHAUSTED ->
                "privacy_budget shows what is left and after how many days charges expire; repeating a question"
                        + " is free until its epoch_ends; precision \"5%\" or \"10%\" costs far less than \"1%\"";
            case METRIC_UNSUPPORTED -> "metric_column must be numeric, except for COUNT";
            case TOO_MANY_CELLS -> "group by fewer columns or wider bands";
            case NOT_A_TIME_COLUMN -> "table_metadata lists the columns with dates";
            case INTERNAL, WAREHOUSE_UNAVAILABLE, LEDGER_UNAVAILABLE, AUDIT_UNAVAILABLE ->
                "try again later; if it fails again, report the request id to the operator";
            case CONFIG_INVALID -> "only the operator can fix this; report the request id to them";
            case BUSY, TIMEOUT, CANCELLED, INVALID_ARGUMENT, BANDS_INVALID, EMPTY_RANGE, UNAUTHENTICATED -> null;
        };
        String own = error.hint();
        if (own == null || tools == null) {
            return own == null ? tools : own;
        }
        return own + "; " + tools;
    }
}
