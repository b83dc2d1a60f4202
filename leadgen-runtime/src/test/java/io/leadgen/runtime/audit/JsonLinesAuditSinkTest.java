package io.leadgen.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.leadgen.audit.AuditEvent;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.runtime.audit.AuditVerification.Break;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesAuditSinkTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("logs").resolve("audit.jsonl");
    }

    @Test
    void writes_each_event_as_a_line_that_seals_the_one_before() throws IOException {
        JsonLinesAuditSink sink = new JsonLinesAuditSink(file);
        sink.record(new AuditEvent(
                Instant.parse("2026-11-24T06:00:00.123Z"),
                "r-1",
                "agent-7",
                "untrusted",
                "count",
                TableName.parse("main.leads.customer_360"),
                "age > <int>",
                null,
                Rho.ofGaussian(71),
                1));
        sink.record(new AuditEvent(
                Instant.parse("2026-11-24T06:00:01Z"),
                "r-2",
                "agent-7",
                "untrusted",
                "catalogs",
                null,
                null,
                ErrorCode.BUSY,
                Rho.ZERO,
                0));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .containsExactly(
                        "{\"seq\":1,\"prev\":\"" + "0".repeat(64)
                                + "\",\"event\":\"question\",\"at\":\"2026-11-24T06:00:00.123Z\",\"request_id\":\"r-1\","
                                + "\"principal\":\"agent-7\",\"class\":\"untrusted\",\"question\":\"count\","
                                + "\"table\":\"main.leads.customer_360\",\"shape\":\"age > <int>\",\"outcome\":\"ANSWERED\","
                                + "\"cost\":0.00009918667,\"scans\":1}",
                        "{\"seq\":2,\"prev\":\"" + AuditLine.hash(lines.get(0).getBytes(StandardCharsets.US_ASCII))
                                + "\",\"event\":\"question\",\"at\":\"2026-11-24T06:00:01Z\",\"request_id\":\"r-2\","
                                + "\"principal\":\"agent-7\",\"class\":\"untrusted\",\"question\":\"catalogs\","
                                + "\"table\":null,\"shape\":null,\"outcome\":\"BUSY\",\"cost\":0,\"scans\":0}");
        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(2, 0, false, null));
    }

    @Test
    void creates_what_only_the_owner_can_read() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        record("r");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void no_field_can_break_a_line() throws IOException {
        String nasty = "a\n{\"seq\":9}\r\u2028\u0000\u001b[2J\"\\\uD800\u202E\u00e9";
        JsonLinesAuditSink sink = new JsonLinesAuditSink(file);
        for (int i = 0; i < 3; i++) {
            sink.record(new AuditEvent(
                    Instant.EPOCH, nasty, nasty, nasty, nasty, null, nasty.repeat(10_000), null, Rho.ZERO, 0));
        }

        byte[] bytes = Files.readAllBytes(file);
        assertThat(Files.readAllLines(file)).hasSize(3);
        for (byte b : bytes) {
            assertThat(b == '\n' || (b >= ' ' && b <= '~')).isTrue();
        }
        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(3, 0, false, null));
    }

    @Test
    void threads_share_a_file() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            JsonLinesAuditSink sink = new JsonLinesAuditSink(file);
            writers.add(pool.submit(() -> {
                for (int j = 0; j < 10; j++) {
                    sink.record(AuditProcess.event("r"));
                    JsonLinesAuditSink.verify(file);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(80, 0, false, null));
    }

    @Test
    void processes_share_a_file() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(AuditProcess.start(List.of(), file, "p" + i, 50));
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(200, 0, false, null));
    }

    @Test
    void a_killed_process_leaves_a_log_that_goes_on() throws Exception {
        Process writer = AuditProcess.start(List.of(), file, "victim", 1_000_000);
        while (Files.notExists(file) || Files.size(file) < 5_000) {
            Thread.sleep(1);
        }
        writer.destroyForcibly().waitFor();
        long before = JsonLinesAuditSink.verify(file).events();
        record("after");

        AuditVerification after = JsonLinesAuditSink.verify(file);
        assertThat(after.isIntact()).isTrue();
        assertThat(after.events()).isBetween(before + 1, before + 2);
    }

    // ---------------------------------------------------------------- a torn last line

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 40, 150})
    void a_torn_line_stays_and_is_noted(int torn) throws IOException {
        record("r-1");
        record("r-2");
        byte[] whole = Files.readAllBytes(file);
        int secondLine = new String(whole, StandardCharsets.US_ASCII).indexOf('\n') + 1;
        Files.write(file, Arrays.copyOf(whole, secondLine + torn));
        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(1, 0, true, null));

        record("r-3");

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).getBytes(StandardCharsets.US_ASCII))
                .isEqualTo(Arrays.copyOfRange(whole, secondLine, secondLine + torn));
        assertThat(lines.get(2))
                .startsWith("{\"seq\":2,")
                .contains("\"event\":\"torn_line\"", "\"torn_bytes\":" + torn);
        assertThat(lines.get(3)).startsWith("{\"seq\":3,").contains("r-3");
        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(2, 1, false, null));
    }

    @Test
    void a_change_before_a_torn_line_is_found() throws IOException {
        JsonLinesAuditSink sink = new JsonLinesAuditSink(file);
        sink.record(AuditProcess.event("one"));
        sink.record(AuditProcess.event("two"));
        Files.writeString(file, "{\"seq\":3,", StandardOpenOption.APPEND);
        sink.record(AuditProcess.event("three"));
        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(3, 1, false, null));

        Files.writeString(file, Files.readString(file).replace("two", "TWO"));
        assertThat(JsonLinesAuditSink.verify(file).firstBreak())
                .isEqualTo(new Break(
                        4,
                        "the line before does not match its hash, or lines before this one were removed or inserted"));
    }

    @Test
    void the_last_lines_are_told_as_they_are() throws IOException {
        JsonLinesAuditSink sink = new JsonLinesAuditSink(file);
        for (String id : List.of("one", "two", "x".repeat(20_000))) {
            sink.record(AuditProcess.event(id));
        }
        assertThat(JsonLinesAuditSink.tail(file, 2))
                .extracting(line -> line.get("seq"))
                .containsExactly(2L, 3L);
        assertThat(JsonLinesAuditSink.tail(file, 9))
                .hasSize(3)
                .first()
                .satisfies(line ->
                        assertThat(line).containsEntry("request_id", "one").containsEntry("event", "question"));

        Files.writeString(file, "not ours", StandardOpenOption.APPEND);
        assertThat(JsonLinesAuditSink.tail(file, 2))
                .extracting(line -> line.get("event"))
                .containsExactly("question", "unreadable");
        Files.writeString(file, "");
        assertThat(JsonLinesAuditSink.tail(file, 2)).isEmpty();
        Files.delete(file);
        assertThatThrownBy(() -> JsonLinesAuditSink.tail(file, 2))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
    }

    @Test
    void a_torn_first_line_too() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"seq\":1,\"prev");
        record("r");

        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(1, 1, false, null));
    }

    @Test
    void zeros_that_a_crash_of_the_system_left_too() throws IOException {
        record("r-1");
        Files.write(file, new byte[100], StandardOpenOption.APPEND);
        record("r-2");

        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(2, 1, false, null));
    }

    @Test
    void a_line_that_lacks_just_its_line_break_is_whole() throws IOException {
        record("r-1");
        Files.writeString(file, Files.readString(file).stripTrailing());
        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(1, 0, true, null));

        record("r-2");

        assertThat(JsonLinesAuditSink.verify(file)).isEqualTo(new AuditVerification(2, 0, false, null));
    }

    // ---------------------------------------------------------------- tampering

    @Test
    void tampering_shows() throws IOException {
        for (int i = 1; i <= 5; i++) {
            record("r-" + i);
        }
        List<String> lines = Files.readAllLines(file);

        assertThat(breakAfter(lines, l -> l.set(2, l.get(2).replace("agent-7", "agent-8"))))
                .isEqualTo(new Break(
                        4,
                        "the line before does not match its hash, or lines before this one were removed or inserted"));
        assertThat(breakAfter(lines, l -> l.remove(1)).line()).isEqualTo(2);
        assertThat(breakAfter(lines, l -> l.remove(0)).line()).isEqualTo(1);
        assertThat(breakAfter(lines, l -> l.add(3, l.get(2))).line()).isEqualTo(4);
        assertThat(breakAfter(lines, l -> l.add(3, "")).line()).isEqualTo(4);
        assertThat(breakAfter(lines, l -> l.set(1, "hello"))).isEqualTo(new Break(2, "not a line of an audit log"));
        assertThat(breakAfter(lines, l -> l.set(1, l.get(1).substring(0, 50))).line())
                .isEqualTo(3);
        assertThat(breakAfter(lines, l -> l.set(4, l.get(4).substring(0, 50))).line())
                .isEqualTo(5);
    }

    private interface Tampering {
        void with(List<String> lines);
    }

    private Break breakAfter(List<String> lines, Tampering tampering) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        tampering.with(changed);
        Files.write(file, changed);
        return JsonLinesAuditSink.verify(file).firstBreak();
    }

    // ---------------------------------------------------------------- faults

    @ParameterizedTest
    @CsvSource({"a;b;c\\n", "not ours", "'{\"seq\":1}\\n'", "\\n"})
    void a_file_that_is_not_a_log_is_left_alone(String content) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] bytes = content.translateEscapes().getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);

        assertUnavailable(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void a_folder_in_place_of_the_file() throws IOException {
        Files.createDirectories(file);
        assertUnavailable(file);
    }

    @Test
    void a_file_in_place_of_the_folder() throws IOException {
        Files.writeString(file.getParent(), "");
        assertUnavailable(file);
    }

    @Test
    void a_read_only_file() throws IOException {
        record("r");
        assumeThat(file.toFile().setReadOnly() && !Files.isWritable(file)).isTrue(); // root writes all
        assertUnavailable(file);
    }

    @Test
    void a_full_device() throws IOException {
        assumeThat(Files.exists(Path.of("/dev/full"))).isTrue();
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        assertUnavailable(file);
        Files.delete(file);
    }

    /** The system ends a write in the middle here, as it does on a disk that fills up. */
    @Test
    void a_full_disk_leaves_no_part_of_a_line() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
        Process writer =
                AuditProcess.start(List.of("/bin/bash", "-c", "ulimit -f 2; exec \"$@\"", "bash"), file, "r", 1_000);

        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).isEqualTo(3);
        AuditVerification left = JsonLinesAuditSink.verify(file);
        assertThat(left).isEqualTo(new AuditVerification(left.events(), 0, false, null));
        assertThat(left.events()).isBetween(4L, 10L);
        assertThat(Files.size(file)).isBetween(1024L, 2048L);
    }

    @Test
    void an_interrupted_thread() {
        Thread.currentThread().interrupt();
        assertUnavailable(file);
        assertThat(Thread.interrupted()).isTrue();

        record("r");
        assertThat(JsonLinesAuditSink.verify(file).isIntact()).isTrue();
    }

    @Test
    void a_log_that_is_not_there_cannot_be_verified() {
        assertThatThrownBy(() -> JsonLinesAuditSink.verify(file)).hasMessage("The audit log is not readable");
    }

    private void record(String requestId) {
        new JsonLinesAuditSink(file).record(AuditProcess.event(requestId));
    }

    private static void assertUnavailable(Path file) {
        JsonLinesAuditSink sink = new JsonLinesAuditSink(file);
        assertThatThrownBy(() -> sink.record(AuditProcess.event("r")))
                .isInstanceOfSatisfying(
                        LeadgenException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE))
                .hasMessage("The audit log is not writable, so the answer is withheld");
    }
}
