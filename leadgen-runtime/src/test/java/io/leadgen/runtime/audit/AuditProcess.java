package io.leadgen.runtime.audit;

import io.leadgen.audit.AuditEvent;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.Rho;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Another process that writes to a log: {@code file name count}. Exits with 3 if the log is not writable. */
final class AuditProcess {
    private AuditProcess() {}

    public static void main(String[] args) {
        JsonLinesAuditSink sink = new JsonLinesAuditSink(Path.of(args[0]));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            try {
                sink.record(event(args[1] + "-" + i));
            } catch (LeadgenException e) {
                System.exit(3);
            }
        }
    }

    static AuditEvent event(String requestId) {
        return new AuditEvent(
                Instant.parse("2026-11-24T06:00:00Z"),
                requestId,
                "agent-7",
                "untrusted",
                "count",
                null,
                "age > <int>",
                null,
                Rho.ofGaussian(40),
                1);
    }

    /** Starts such a process; {@code before} is put before the command. */
    static Process start(List<String> before, Path file, String name, int count) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                AuditProcess.class.getName(),
                file.toString(),
                name,
                Integer.toString(count)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
