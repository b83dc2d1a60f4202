package io.leadgen.cli.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.source.ServiceSource.AskedFile;
import io.leadgen.cli.source.ServiceSource.Opened;
import io.leadgen.cli.source.ServiceSource.OpenedFile;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.local.LocalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session keeps open, over real files whose openings and closings are counted. */
class SessionSourceTest {
    private static final UserPrompt NOBODY = new UserPrompt(false, question -> null);

    @TempDir
    Path folder;

    private final Watched watched = new Watched();
    private @Nullable TableName inUse;
    private SessionSource session;

    /** Counts what is open. */
    private final class Watched implements ServiceSource {
        private int opened;
        private int open;

        private ServiceSource source() {
            return new ConfiguredSource(Map.of("LEADGEN_HOME", folder.toString()), folder);
        }

        @Override
        public Opened open(@Nullable Path config, boolean demo, Consumer<String> progress) {
            return watch(source().open(config, demo, progress));
        }

        @Override
        public OpenedFile openFile(
                AskedFile file, @Nullable Path config, boolean demo, UserPrompt dialogue, Consumer<String> progress) {
            OpenedFile real = source().openFile(file, config, demo, dialogue, progress);
            return new OpenedFile(real.table(), watch(real.opened()));
        }

        private Opened watch(Opened real) {
            opened++;
            open++;
            return new Opened() {
                @Override
                public LeadgenConfig config() {
                    return real.config();
                }

                @Override
                public AudienceService audience() {
                    return real.audience();
                }

                @Override
                public void close() {
                    open--;
                    real.close();
                }
            };
        }
    }

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "uid,age\nu1,20\n");
        Files.writeString(folder.resolve("two.csv"), "uid,age\nu1,20\n");
        session = new SessionSource(watched, null, false, () -> inUse);
    }

    @AfterEach
    void end() {
        session.close();
        assertThat(watched.open).isZero();
    }

    private LocalFile file(String name) {
        return LocalFile.of(name, folder);
    }

    /** One command: it looks at a file, and may choose it. */
    private void command(String name, @Nullable String unit, boolean use) {
        LocalFile file = file(name);
        try (Opened opened = session.openFile(new AskedFile(file, unit, List.of()), null, false, NOBODY, note -> {})
                .opened()) {
            assertThat(opened.audience()).isNotNull();
            if (use) {
                inUse = file.name();
            }
        }
    }

    private String columns(String name) {
        TableName table = file(name).name();
        return String.join(
                ",",
                session
                        .audience(table)
                        .tableMetadata(table, null, 9, RequestContext.of(Principal.of("analyst")))
                        .columns()
                        .stream()
                        .map(ColumnInfo::name)
                        .toList());
    }

    @Test
    void theFileInUseStaysOpenAndNoOther() {
        command("one.csv", "uid", true);
        command("one.csv", null, false);
        assertThat(watched.opened).isEqualTo(1);
        command("two.csv", "rows", false);
        assertThat(watched.open).isEqualTo(1);
        assertThat(watched.opened).isEqualTo(2);
        command("one.csv", null, false);
        assertThat(watched.opened).isEqualTo(2);
        command("two.csv", null, true);
        assertThat(watched.open).isEqualTo(1);
        assertThat(columns("two.csv")).isEqualTo("uid,age");
        assertThat(watched.opened).isEqualTo(3);
    }

    @Test
    void aTableOfTheConfigurationTakesThePlaceOfAFile() throws IOException {
        Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.two: two.csv}}}\nprivacy: {tables: {main.leads.two: {rows_are_people: true}}}\n");
        command("one.csv", "uid", true);
        for (int i = 0; i < 2; i++) {
            try (Opened opened = session.open(null, false, note -> {})) {
                assertThat(opened.audience()).isNotNull();
            }
        }
        assertThat(watched.open).isEqualTo(2);
        try (Opened opened = session.open(null, false, note -> {})) {
            assertThat(opened.audience()).isNotNull();
            inUse = TableName.parse("main.leads.two");
        }
        assertThat(watched.open).isEqualTo(1);
        assertThat(watched.opened).isEqualTo(2);
    }

    @Test
    void whatCannotBeOpenedChangesNothing() {
        command("one.csv", "uid", true);
        assertThatThrownBy(() -> command("one.csv", "nobody", false)).isInstanceOf(LeadgenException.class);
        assertThatThrownBy(() -> command("two.csv", null, true)).isInstanceOf(LeadgenException.class);
        assertThat(watched.open).isEqualTo(1);
        assertThat(columns("one.csv")).isEqualTo("age");
        assertThat(watched.opened).isEqualTo(3);
    }

    @Test
    void anotherUnitOrAnotherContentIsOpenedAnew() throws IOException {
        command("one.csv", "uid", true);
        command("one.csv", "rows", false);
        assertThat(columns("one.csv")).isEqualTo("uid,age");

        Files.writeString(folder.resolve("one.csv"), "uid,age,city\nu1,20,Rome\n");
        command("one.csv", null, false);
        assertThat(columns("one.csv")).isEqualTo("uid,age,city");
        assertThat(watched.open).isEqualTo(1);
    }

    @Test
    void theSessionsOwnConfigurationMayBeNamedAgainAndNoOther() {
        assertThatThrownBy(() -> session.open(Path.of("other.yml"), false, note -> {}))
                .isInstanceOf(LeadgenException.class);
        assertThatThrownBy(() -> session.open(null, true, note -> {})).isInstanceOf(LeadgenException.class);
        assertThat(watched.opened).isZero();
    }
}
