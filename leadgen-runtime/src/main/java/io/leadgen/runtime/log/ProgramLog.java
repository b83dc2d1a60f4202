package io.leadgen.runtime.log;

import io.leadgen.runtime.config.Observability.LogLevel;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The level of everything below the logger {@code io.leadgen}, where the JDK's own logging is in use; a program that brings
 * another one configures that. Lines go to stderr.
 */
public final class ProgramLog {
    /** Held here, since the platform forgets a logger that nobody holds, and its level with it. */
    private static final Logger LOG = Logger.getLogger("io.leadgen");

    private ProgramLog() {}

    /** Sets the level, for the whole process. */
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
            // The root's handler is set to INFO and writes two lines for each message.
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
