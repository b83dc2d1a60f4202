package io.leadgen.mcp.sdk;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a call, as far as everybody may know: nothing of the question and nothing of the answer.
 *
 * @param error null if it was answered
 */
record CallReport(String tool, String requestId, @Nullable LeadgenException error) {
    boolean isDefect() {
        return error != null && error.code() == ErrorCode.INTERNAL;
    }

    @Override
    public String toString() {
        return requestId + " " + tool + (error == null ? " answered" : " rejected: " + error.code());
    }
}
