package io.leadgen.runtime.audiences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.audience.RequestContext;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.audiences.SavedAudiences.SaveResult;
import io.leadgen.runtime.audiences.SavedAudiences.SavedName;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import io.leadgen.runtime.local.LocalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedAudiencesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    static Path place;

    private static Leadgen leadgen;
    private static LocalFile people;

    @TempDir
    Path folder;

    private SavedAudiences saved;

    @BeforeAll
    static void open() throws IOException {
        Files.writeString(place.resolve("people.csv"), "uid,age\n1,20\n2,30\n");
        people = LocalFile.of("people.csv", place);
        LeadgenHome home = LeadgenHome.of(Map.of("LEADGEN_HOME", place.toString()));
        leadgen = Leadgen.open(LeadgenConfig.defaults(home), people, schema -> new PrivacyUnit.Row(null));
    }

    @AfterAll
    static void close() {
        leadgen.close();
    }

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        saved = new SavedAudiences(folder.resolve("state/audiences"), InstantSource.fixed(NOW));
    }

    private static String portable(String predicate) {
        return new AudienceExport(leadgen.audience())
                .text(people.name(), predicate, ExportFormat.JSON, RequestContext.of(Principal.of("me")));
    }

    private Path file(String name) {
        return folder.resolve("state/audiences").resolve(name);
    }

    private static AudienceReference named(String word) {
        return AudienceReference.parse(word);
    }

    @Test
    void everyVersionStaysWhatItWas() throws IOException {
        SaveResult first = saved.save("young", "for the spring campaign", portable("age < 30"));
        assertThat(first.isNew()).isTrue();
        assertThat(first.audience().reference()).hasToString("young@1");
        saved.save("young", null, portable("age < 25"));

        SavedAudience newest = saved.get(named("young"));
        assertThat(newest.version()).isEqualTo(2);
        assertThat(newest.predicate()).isEqualTo("age < 25");
        assertThat(newest.canonical()).isEqualTo("age <= 24");
        assertThat(newest.columns()).containsExactly(Map.entry("age", "bigint"));
        assertThat(newest.unit()).isEqualTo("row");
        assertThat(newest.savedAt()).isEqualTo(NOW);
        assertThat(newest.note()).isNull();
        SavedAudience old = saved.get(named("young@1"));
        assertThat(old).isEqualTo(first.audience());
        assertThat(old.note()).isEqualTo("for the spring campaign");
        assertThat(old.table()).isEqualTo(people.name());
        assertThat(saved.versionsOf("young")).containsExactly(1, 2);
        if (Files.getFileStore(old.file()).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old.file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void theSameAgainIsNoNewVersion() {
        saved.save("young", null, portable("age < 30"));
        SaveResult again = saved.save("young", null, portable("age < 30"));
        assertThat(again.isNew()).isFalse();
        assertThat(again.audience().version()).isEqualTo(1);
        assertThat(saved.save("young", "a note", portable("age < 30")).isNew()).isTrue();
        assertThat(saved.save("young", "a note", portable("age  < 30")).isNew()).isTrue();
    }

    @Test
    void whatIsRemovedIsGone() {
        saved.save("young", null, portable("age < 30"));
        saved.save("young", null, portable("age < 29"));
        saved.save("young", null, portable("age < 28"));
        saved.save("old", null, portable("age > 30"));
        assertThat(saved.remove(named("young@2"))).containsExactly(2);
        assertThat(saved.versionsOf("young")).containsExactly(1, 3);
        assertThat(saved.save("young", null, portable("age < 27")).audience().version())
                .isEqualTo(4);
        assertThat(saved.remove(named("young"))).containsExactly(1, 3, 4);
        assertThat(saved.list()).extracting(entry -> entry.reference().name()).containsExactly("old");
        refused(() -> saved.get(named("young")), "There is no saved audience young");
        refused(() -> saved.remove(named("young")), "There is no saved audience young");
        refused(() -> saved.get(named("old@2")), "The saved audience old has no version 2");
        assertThat(saved.unknown(named("odl")).hint()).isEqualTo("did you mean old?");
    }

    private static void refused(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(LeadgenException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
            assertThat(e).hasMessageStartingWith(message);
            assertThat(e.hint()).isNotBlank();
        });
    }

    @Test
    void manyAtOnceGetVersionsOfTheirOwn() throws Exception {
        List<String> texts = IntStream.range(0, 24)
                .mapToObj(i -> portable("age < " + (30 + i)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<SaveResult>> saves = new ArrayList<>();
            for (String text : texts) {
                // Each as if it were a process of its own.
                saves.add(threads.submit(
                        () -> new SavedAudiences(file(""), InstantSource.fixed(NOW)).save("young", null, text)));
            }
            TreeSet<Integer> versions = new TreeSet<>();
            for (Future<SaveResult> save : saves) {
                SavedAudience audience = save.get().audience();
                versions.add(audience.version());
                assertThat(saved.get(audience.reference())).isEqualTo(audience);
            }
            assertThat(versions).hasSize(24).first().isEqualTo(1);
            assertThat(versions.last()).isEqualTo(24);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatACrashLeavesIsNoAudienceAndIsSweptAway() throws IOException {
        saved.save("young", null, portable("age < 30"));
        Path torn = Files.writeString(file(".writing-0b8f5a0e"), "{\"leadgen_audience\": 1, \"tab");
        assertThat(saved.list()).hasSize(1);
        saved.save("young", null, portable("age < 29"));
        assertThat(torn).doesNotExist();
        try (Stream<Path> files = Files.list(file(""))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("young@1.json", "young@2.json");
        }
    }

    @Test
    void aFileThatCannotBeReadHidesNoOther() throws IOException {
        saved.save("young", null, portable("age < 30"));
        saved.save("broken", null, portable("age < 30"));
        Files.writeString(file("broken@2.json"), "{");
        Files.writeString(
                file("foreign@1.json"),
                portable("age < 30").replace("\"leadgen_audience\": 1", "\"leadgen_audience\": 2"));
        Files.write(file("binary@1.json"), new byte[] {(byte) 0xFF, 0, 1});
        Files.write(file("huge@1.json"), new byte[1 << 20]);
        Files.writeString(file("README.txt"), "not ours");
        Files.writeString(file("Young@1.json"), "not ours");
        Files.writeString(file("young@01.json"), "not ours");
        Files.writeString(file("young.json"), "not ours");

        List<SavedName> entries = saved.list();
        assertThat(entries)
                .extracting(entry -> entry.reference().toString())
                .containsExactly("binary@1", "broken@2", "foreign@1", "huge@1", "young@1");
        assertThat(entries.get(4).error()).isNull();
        assertThat(entries.get(2).error()).contains("has version 2; this version of leadgen reads version 1");
        assertThat(entries.get(1).audience()).isNull();
        refused(
                () -> saved.get(named("broken")),
                "Cannot read the saved audience broken@2. The audience is not valid JSON");
        assertThat(saved.get(named("broken@1")).predicate()).isEqualTo("age < 30");
        assertThat(saved.save("broken", null, portable("age < 30")).audience().version())
                .isEqualTo(3);
    }

    @Test
    void whatWasChangedByHandIsRefusedAndWhatWasPutThereIsTaken() throws IOException {
        saved.save("young", null, portable("age < 30"));
        Path file = file("young@1.json");
        Files.writeString(file, Files.readString(file).replace("age < 30", "age < 31"));
        refused(() -> saved.get(named("young")), "Cannot read the saved audience young@1. The audience was modified");

        Files.writeString(file("given@7.json"), portable("age > 40"));
        SavedAudience given = saved.get(named("given"));
        assertThat(given.savedAt()).isNull();
        assertThat(given.predicate()).isEqualTo("age > 40");
    }

    @Test
    void aFolderThatCannotBeUsedSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        SavedAudiences none = new SavedAudiences(file, InstantSource.fixed(NOW));
        for (Runnable call : List.<Runnable>of(none::list, () -> none.save("young", null, portable("age < 30")))) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID));
        }
        assertThat(new SavedAudiences(folder.resolve("absent"), InstantSource.fixed(NOW)).list())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "bell\u0007"})
    void aNoteIsOneLine(String note) {
        refused(() -> saved.save("young", note, portable("age < 30")), "A note must be one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "high-value", "2026_spring", "x@1", "x@999999"})
    void namesAndVersionsAreReferences(String word) {
        assertThat(named(word)).hasToString(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "High",
                "a b",
                "../x",
                "a/b",
                "a\\b",
                "a.json",
                "-x",
                "_x",
                "@x",
                "x@",
                "x@0",
                "x@01",
                "x@1@2",
                "x@9999999",
                "ı",
                "é",
                "a\n"
            })
    void nothingElseIsOne(String word) {
        assertThat(AudienceReference.find(word)).isEmpty();
        refused(() -> named(word), "The name of a saved audience");
    }

    @Test
    void aNameSuggestsItself() {
        assertThatThrownBy(() -> named("High Value!"))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.hint()).startsWith("for example high-value,"));
        assertThat(AudienceReference.find("x".repeat(64))).isPresent();
        assertThat(AudienceReference.find("x".repeat(65))).isEmpty();
    }

    @Test
    void conditionsDifferByTheirParts() {
        PredicateDifference changed = difference("age < 30 AND uid > 5", "age < 35 AND uid > 5");
        assertThat(changed.onlyFirst()).containsExactly("age <= 29");
        assertThat(changed.onlySecond()).containsExactly("age <= 34");
        assertThat(changed.both()).containsExactly("uid >= 6");
        assertThat(changed.same()).isFalse();

        PredicateDifference written = difference("NOT (age >= 30 OR uid <= 5)", "uid > 5 AND age <= 29");
        assertThat(written.same()).isTrue();
        assertThat(written.onlyFirst()).isEmpty();
        assertThat(written.both()).hasSize(2);

        PredicateDifference one = difference("TRUE", "age < 30");
        assertThat(one.onlyFirst()).isEmpty();
        assertThat(one.onlySecond()).containsExactly("age <= 29");
        // Distribution is not undone in the form; the truth table sees through it.
        assertThat(difference("(age < 10 OR uid > 5) AND (age < 10 OR uid < 3)", "age < 10 OR (uid > 5 AND uid < 3)")
                        .same())
                .isTrue();
    }

    private static PredicateDifference difference(String first, String second) {
        RequestContext context = RequestContext.of(Principal.of("me"));
        return PredicateDifference.of(
                leadgen.audience().define(people.name(), first, context).filter(),
                leadgen.audience().define(people.name(), second, context).filter());
    }
}
