package io.leadgen.mcp;

import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.log.ProgramLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is logged, to stderr: our own lines at the configured level; of libraries, what an operator has to know. */
final class Logging {
    /** Held here, since the platform forgets a logger that nobody holds, and its level with it. */
    private static final List<Logger> LIBRARIES = List.of(
            Logger.getLogger("io.modelcontextprotocol"),
            Logger.getLogger("reactor"),
            Logger.getLogger("org.eclipse.jetty"));

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /** Starts logging, for the whole process. */
    static void start(LogLevel level) {
        ROOT.setLevel(Level.WARNING);
        // They write whole messages, addresses and headers at any level, and with them predicates and tokens.
        LIBRARIES.forEach(library -> library.setLevel(Level.OFF));
        ProgramLog.level(level);
    }
}
