package io.leadgen.mcp.sdk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Tells the operator what has become of calls; of a defect also where in the code it is. */
final class CallLog {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp");

    private CallLog() {}

    static void write(CallReport report) {
        if (report.isDefect()) {
            LOG.log(Level.ERROR, () -> report + places(report.error()));
        } else {
            LOG.log(Level.DEBUG, report::toString);
        }
    }

    /** Classes of errors and places in code, on one line; an error's own words may quote what somebody asked. */
    private static String places(@Nullable Throwable error) {
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
}
