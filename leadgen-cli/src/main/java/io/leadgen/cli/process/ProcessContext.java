package io.leadgen.cli.process;

import io.leadgen.cli.terminal.Theme;
import io.leadgen.runtime.config.LeadgenHome;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the process was started in.
 *
 * @param unicode whether the terminal is known to show more than ASCII
 */
public record ProcessContext(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        Path workingDirectory,
        String userName,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean unicode) {
    /** Set by the launcher: which of {@code in}, {@code out} and {@code err} are terminals. Java does not know. */
    private static final String TERMINALS = "leadgen.terminals";

    /** Set by the launcher where it has replaced the locale C: {@code ascii}. */
    private static final String GLYPHS = "leadgen.glyphs";

    private static final int DEFAULT_WIDTH = 80;

    /** A log has lines, and no width to fit them into. */
    private static final int UNBOUNDED = 100_000;

    /** The streams are bare: a {@code PrintStream} would hide that the reader has gone. */
    public static ProcessContext ofProcess() {
        String terminals = System.getProperty(TERMINALS, "");
        return new ProcessContext(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                System.getProperty("user.name", ""),
                terminals.contains("in"),
                terminals.contains("out"),
                terminals.contains("err"),
                !System.getProperty(GLYPHS, "").equals("ascii") && !isAscii(System.getProperty("native.encoding", "")));
    }

    private static boolean isAscii(String encoding) {
        String name = encoding.toUpperCase(Locale.ROOT);
        return name.equals("US-ASCII") || name.equals("ANSI_X3.4-1968") || name.equals("646");
    }

    public ProcessContext withWidth(int columns) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("COLUMNS", Integer.toString(columns));
        return new ProcessContext(
                in, out, err, changed, workingDirectory, userName, inIsTerminal, outIsTerminal, errIsTerminal, unicode);
    }

    public Streams streams() {
        return new Streams(out, err);
    }

    public Theme outTheme() {
        return new Theme(width(), unicode, outIsTerminal && wantsColour());
    }

    public Theme errTheme() {
        return new Theme(errIsTerminal ? width() : UNBOUNDED, unicode, errIsTerminal && wantsColour());
    }

    private boolean wantsColour() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
    }

    /** Whether a line of {@code err} can be written again. */
    public boolean errCanBeRewritten() {
        return errIsTerminal && !isDumb();
    }

    private boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    private int width() {
        try {
            int columns =
                    Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
            return columns > 0 ? columns : DEFAULT_WIDTH;
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    public Path bugReports() {
        return LeadgenHome.of(environment).path().resolve("reports");
    }

    public boolean debugging() {
        return environment.getOrDefault("LEADGEN_DEBUG", "").equals("1");
    }
}
