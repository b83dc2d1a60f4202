package io.leadgen.mcp;

import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.program.ProgramLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging to stderr: leadgen at the configured level, other libraries at WARNING. */
final class Logging {
    /** Strong references: the JDK garbage-collects unreferenced loggers with their levels. */
    private static final List<Logger> LIBRARIES = List.of(
            Logger.getLogger("io.modelcontextprotocol"),
            Logger.getLogger("reactor"),
            Logger.getLogger("org.eclipse.jetty"));

    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    static void start(LogLevel level) {
        ROOT.setLevel(Level.WARNING);
        // They log messages and headers at every level, and so predicates and tokens.
        LIBRARIES.forEach(library -> library.setLevel(Level.OFF));
        ProgramLog.level(level);
    }
}
