package io.leadgen.cli.terminal;

/**
 * The place of an internal error, for its report: classes of errors and places in code. Without any error's own words, since an
 * engine's may quote values of rows.
 */
public final class StackFrames {
    private StackFrames() {}

    public static String of(Throwable error) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            text.append((cause == error ? "" : "Caused by: ") + cause.getClass().getName() + "\n");
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
