package io.leadgen.mcp.sdk;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells the operator what became of calls: names, codes, ids, and of a defect where in the code it is. Nothing of a question. */
final class CallLog implements Consumer<ToolAnswers.Report> {
    private static final Logger LOG = System.getLogger("io.leadgen.mcp");

    @Override
    public void accept(ToolAnswers.Report report) {
        LeadgenException error = report.error();
        if (error == null) {
            LOG.log(Level.DEBUG, () -> report.requestId() + " " + report.tool() + " answered");
        } else if (error.code() == ErrorCode.INTERNAL) {
            LOG.log(
                    Level.ERROR,
                    () -> report.requestId() + " " + report.tool() + " has met a defect: " + places(error));
        } else {
            LOG.log(Level.DEBUG, () -> report.requestId() + " " + report.tool() + " rejected: " + error.code());
        }
    }

    /** Classes of errors and places in code, on one line; an error's own words may quote what somebody asked. */
    private static String places(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append(cause == error ? "" : " caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            if (frames.length > 0) {
                text.append(" at ").append(frames[0]);
            }
        }
        return text.toString();
    }
}
