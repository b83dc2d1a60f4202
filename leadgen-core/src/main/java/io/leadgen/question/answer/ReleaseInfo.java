package io.leadgen.question.answer;

import io.leadgen.catalog.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What answers of all kinds have in common.
 *
 * @param predicate the condition as it was asked, or null for everyone
 * @param below the size below which numbers are suppressed
 * @param coarse whether the budget allowed a coarser answer only than was asked for
 */
public record ReleaseInfo(
        TableName table,
        @Nullable String predicate,
        int below,
        boolean coarse,
        PrivacyStatement privacy,
        AppliedPolicy applied,
        String requestId,
        long elapsedMs) {}
