package io.leadgen.question.answer;

import io.leadgen.catalog.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of every answer.
 *
 * @param predicate the predicate as it was written, or null for everyone
 * @param below the size below which numbers are suppressed
 * @param coarse whether the budget allowed only a coarser answer than requested
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
