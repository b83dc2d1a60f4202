package io.leadgen.question.answer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column, as far as they may be disclosed: enough to write a predicate on it.
 *
 * @param column the column
 * @param type as Databricks spells it
 * @param kind how the values are divided
 * @param values the values, or bands, with how a predicate writes them
 * @param nullShare the share of people without a value, 0 to 1; null if it is not known
 * @param low about one in a hundred values is below; null where values have no order, and if too few people have one
 * @param high about one in a hundred values is above; null as {@code low}
 * @param truncated whether there are more values than are shown
 */
public record ColumnProfile(
        String column,
        String type,
        Kind kind,
        List<Value> values,
        @Nullable BigDecimal nullShare,
        @Nullable String low,
        @Nullable String high,
        boolean truncated,
        ReleaseInfo terms) {
    public ColumnProfile {
        values = List.copyOf(values);
    }

    /** How values are divided. */
    public enum Kind {
        /** The values that the data owner declares, NULL, and all others together. */
        DECLARED,
        /** Values that enough people share; rare ones are left out. */
        FREQUENT,
        /** Bands of equal width. */
        BANDS,
        /** Units of the calendar that enough people share. */
        CALENDAR
    }

    /**
     * A value or a band.
     *
     * @param value null for NULL; {@code (other)} for all that are not declared; a band as {@code [18, 30)}
     * @param literal how a condition names it, {@code 'high'} or {@code 42}; null for NULL, others and bands, and for a text
     *     that the predicate language cannot say, such as one with a line break
     * @param condition what a predicate says to select it; null for all others, and for such a text
     * @param share of the people who match the predicate, 0 to 1; null if suppressed
     */
    public record Value(
            @Nullable String value,
            @Nullable String literal,
            @Nullable String condition,
            NoisyCount size,
            @Nullable BigDecimal share) {}
}
