package io.leadgen.bench;

import io.leadgen.fixture.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    interface Measurement {
        /** Measures; the folder is an empty one for the files of the processes. */
        void of(int runs, Path javaHome, Path folder) throws IOException, InterruptedException;
    }

    /**
     * Measures with each Java that the arguments name, or with the one that runs this.
     *
     * @param args how many runs to count, then homes of Javas
     */
    static void withEachJava(String[] args, int defaultRuns, Measurement measurement)
            throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : defaultRuns;
        List<String> homes =
                args.length > 1 ? List.of(args).subList(1, args.length) : List.of(System.getProperty("java.home"));
        for (String home : homes) {
            try (TemporaryFolder folder = TemporaryFolder.create("leadgen-process")) {
                measurement.of(runs, Path.of(home), folder.path());
            }
        }
    }

    /** Runs a command without measuring its memory, which would cost it time. */
    static ProcessRun timed(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(command, environment, false);
    }

    /** Runs a command and looks every other millisecond how much memory it has held. */
    static ProcessRun watched(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(command, environment, true);
    }

    private static ProcessRun run(List<String> command, Map<String, String> environment, boolean watched)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        long started = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (watched && process.isAlive()) {
            try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
                peak = Math.max(
                        peak,
                        all.mapToLong(each -> statusKiB(each.pid(), "VmHWM"))
                                .max()
                                .orElse(0));
            }
            Thread.sleep(2);
        }
        int code = process.waitFor();
        long took = System.nanoTime() - started;
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + " of " + command);
        }
        return new ProcessRun(took, peak);
    }

    /** A size in the kernel's account of a process; 0 if it has ended, or the system has no /proc. */
    static long statusKiB(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
