package io.leadgen.cli.process;

import io.leadgen.cli.terminal.StackFrames;
import io.leadgen.runtime.files.PrivateFiles;
import io.leadgen.runtime.program.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * What is needed to fix an internal error, in a file: where in the code it happened, in which command with which options, and on
 * what system. Nothing of what was asked, read or answered is in it: no value of an option, no name of a table, no error's own
 * words. So it can be sent as it is.
 */
public final class BugReport {
    private static final int MOST_REPORTS = 20;

    private BugReport() {}

    /**
     * Writes a report into a folder, and removes the oldest of too many.
     *
     * @param parsed what was understood of the command line; null if nothing was
     * @return its path; null if it could not be written, which is no reason to fail twice
     */
    public static @Nullable Path write(
            Path folder, Throwable error, @Nullable ParseResult parsed, @Nullable String requestId) {
        try {
            PrivateFiles.createFolder(folder);
            String time =
                    Instant.now().truncatedTo(ChronoUnit.MILLIS).toString().replaceAll("[:.]", "-");
            Path report = folder.resolve("report-" + time + ".txt");
            Files.createFile(report, PrivateFiles.attributes(report, PrivateFiles.FILE));
            Files.writeString(report, text(error, parsed, requestId), StandardOpenOption.TRUNCATE_EXISTING);
            forgetOldest(folder);
            return report;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static String text(Throwable error, @Nullable ParseResult parsed, @Nullable String requestId) {
        return String.join(
                "\n",
                "An internal error of leadgen. This file holds no data and no part of the question.",
                "",
                "version:  " + Version.of("leadgen"),
                "java:     " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"),
                "system:   " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                "locale:   " + Locale.getDefault().toLanguageTag() + ", " + System.getProperty("native.encoding"),
                "memory:   " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                "command:  " + (parsed == null ? "(not understood)" : command(parsed)),
                "request:  " + (requestId == null ? "none" : requestId),
                "",
                StackFrames.of(error));
    }

    private static String command(ParseResult parsed) {
        StringBuilder text = new StringBuilder();
        for (CommandLine command : parsed.asCommandLineList()) {
            text.append(text.isEmpty() ? "" : " ").append(command.getCommandName());
            command.getParseResult().matchedOptionsSet().stream()
                    .map(option -> option.longestName())
                    .sorted()
                    .forEach(name -> text.append(' ').append(name));
        }
        return text.toString();
    }

    private static void forgetOldest(Path folder) throws IOException {
        List<Path> reports;
        try (Stream<Path> files = Files.list(folder)) {
            reports = files.filter(file -> file.getFileName().toString().matches("report-.*\\.txt"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .skip(MOST_REPORTS)
                    .toList();
        }
        for (Path report : reports) {
            Files.deleteIfExists(report);
        }
    }
}
