package io.leadgen.question.answer;

import io.leadgen.catalog.ColumnName;
import io.leadgen.privacy.policy.TablePolicy;
import org.jspecify.annotations.Nullable;

/**
 * What policy added to a question.
 *
 * @param require the condition that the data owner puts on every question, or null
 * @param rowFilter the condition on what the caller may see, with the caller's attributes in it for a question that
 *     is asked; or null
 * @param partition the partition column that every question must name, or null
 */
public record AppliedPolicy(
        @Nullable String require,
        @Nullable String rowFilter,
        @Nullable String partition) {

    /**
     * What a table's policy adds.
     *
     * @param rowFilter the policy's row filter, or that with the caller's attributes; or null
     */
    public static AppliedPolicy of(TablePolicy policy, @Nullable String rowFilter) {
        ColumnName partition = policy.requiredPartition();
        return new AppliedPolicy(policy.require(), rowFilter, partition == null ? null : partition.value());
    }
}
