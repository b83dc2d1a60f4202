package io.leadgen.question.answer;

import org.jspecify.annotations.Nullable;

/**
 * What policy added to a question.
 *
 * @param require the condition that the data owner puts on every question, or null
 * @param rowFilter the condition on what the caller may see, with the caller's attributes in it where a question is
 *     asked; or null
 * @param partition the partition column that every question must name, or null
 */
public record AppliedPolicy(
        @Nullable String require,
        @Nullable String rowFilter,
        @Nullable String partition) {}
