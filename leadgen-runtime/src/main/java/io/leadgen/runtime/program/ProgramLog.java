package io.leadgen.runtime.program;

import io.leadgen.runtime.config.Observability.LogLevel;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The logger {@code io.leadgen}, if java.util.logging is in use; configure another logging system directly. Writes to stderr. */
public final class ProgramLog {
    /** A strong reference: the JDK garbage-collects unreferenced loggers with their levels. */
    private static final Logger LOG = Logger.getLogger("io.leadgen");

    private ProgramLog() {}

    /** Sets the level for the whole process. */
    public static synchronized void level(LogLevel level) {
        LOG.setLevel(
                switch (level) {
                    case OFF -> Level.OFF;
                    case ERROR -> Level.SEVERE;
                    case WARN -> Level.WARNING;
                    case INFO -> Level.INFO;
                    case DEBUG -> Level.FINE;
                    case TRACE -> Level.FINEST;
                });
        if (LOG.getHandlers().length == 0) {
            // The handler of the root logger has level INFO and writes two lines per message.
            ConsoleHandler console = new ConsoleHandler();
            console.setLevel(Level.ALL);
            console.setFormatter(new OneLine());
            LOG.addHandler(console);
            LOG.setUseParentHandlers(false);
        }
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord line) {
            return line.getInstant() + " " + line.getLevel().getName() + " " + line.getLoggerName() + " "
                    + formatMessage(line) + System.lineSeparator();
        }
    }
}
