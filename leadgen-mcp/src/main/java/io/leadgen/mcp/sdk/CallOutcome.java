package io.leadgen.mcp.sdk;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The outcome of a call, without anything of the question or the answer. The error is null if it was answered. */
record CallOutcome(String tool, String requestId, @Nullable LeadgenException error) {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp");

    boolean isInternalError() {
        return error != null && error.code() == ErrorCode.INTERNAL;
    }

    /** Logs the outcome; of an internal error also the position in the code. */
    void log() {
        if (isInternalError()) {
            LOG.log(Level.ERROR, () -> this + positions(error));
        } else {
            LOG.log(Level.DEBUG, this::toString);
        }
    }

    /** Classes of errors and positions in code on one line. The messages of errors may quote a question. */
    private static String positions(@Nullable Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(cause == error ? "; " : " caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            if (frames.length > 0) {
                text.append(" at ").append(frames[0]);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return requestId + " " + tool + (error == null ? " answered" : " rejected: " + error.code());
    }
}
