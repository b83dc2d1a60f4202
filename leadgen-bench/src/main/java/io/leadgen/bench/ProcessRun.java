package io.leadgen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One process from its start to its end.
 *
 * @param nanos how long it took
 * @param peakKiB the most memory that it, or any process that it started, held at one time; 0 where the system has no /proc, or
 *     if it was not measured
 */
record ProcessRun(long nanos, long peakKiB) {
    private static final String PEAK = "VmHWM:";

    /** Runs a command without measuring its memory, which would cost it time. */
    static ProcessRun timed(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = start(command, environment);
        int code = process.waitFor();
        long took = System.nanoTime() - started;
        check(command, code);
        return new ProcessRun(took, 0);
    }

    /** Runs a command and looks every other millisecond how much memory it has held. */
    static ProcessRun watched(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = start(command, environment);
        long peak = 0;
        while (process.isAlive()) {
            try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
                peak = Math.max(peak, all.mapToLong(ProcessRun::peakKiB).max().orElse(0));
            }
            Thread.sleep(2);
        }
        long took = System.nanoTime() - started;
        check(command, process.waitFor());
        return new ProcessRun(took, peak);
    }

    private static Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void check(List<String> command, int code) {
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + " of " + command);
        }
    }

    private static long peakKiB(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it has just ended, or the system has no /proc
        }
    }
}
