package io.leadgen.cli.source;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.local.LocalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens for each command of a session what a process of its own would open, and only keeps it: the configuration until the end of
 * the session, a file for as long as it is the table in use and unchanged. Used by one thread.
 */
public final class SessionSource implements ServiceSource, AutoCloseable {
    private final ServiceSource source;
    private final @Nullable Path config;
    private final boolean demo;
    private final Supplier<@Nullable TableName> inUse;
    private @Nullable Opened configured;
    private @Nullable OpenFile file;

    /**
     * Opens nothing yet.
     *
     * @param config the configuration that was named for the session, or null
     * @param demo whether generated data was asked for
     * @param inUse the table in use
     */
    public SessionSource(
            ServiceSource source, @Nullable Path config, boolean demo, Supplier<@Nullable TableName> inUse) {
        this.source = source;
        this.config = config;
        this.demo = demo;
        this.inUse = inUse;
    }

    /** What knows about a table, without opening a file. */
    public AudienceService audience(@Nullable TableName table) {
        return file != null && file.asked().name().equals(table)
                ? file.opened().audience()
                : configured(progress -> {}).audience();
    }

    private Opened configured(Consumer<String> progress) {
        Opened open = configured == null ? source.open(config, demo, progress) : configured;
        configured = open;
        return open;
    }

    @Override
    public Opened open(@Nullable Path named, boolean wantsDemo, Consumer<String> progress) {
        checkSame(named, wantsDemo);
        return new Lent(configured(progress));
    }

    @Override
    public OpenedFile openFile(
            AskedFile asked, @Nullable Path named, boolean wantsDemo, UserPrompt dialogue, Consumer<String> progress) {
        checkSame(named, wantsDemo);
        if (file != null && asked.unit() == null && asked.csv().isEmpty() && file.isStill(asked.file())) {
            return new OpenedFile(asked.file().name(), new Lent(file.opened()));
        }
        Stamp stamp = Stamp.of(asked.file());
        OpenedFile opened = source.openFile(asked, config, demo, dialogue, progress);
        return new OpenedFile(opened.table(), new Candidate(new OpenFile(asked.file(), stamp, opened.opened())));
    }

    private void checkSame(@Nullable Path named, boolean wantsDemo) {
        if ((named != null && !named.equals(config)) || (wantsDemo && !demo)) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "The shell already has a configuration",
                    "exit, and start another shell with --config or --demo");
        }
    }

    private void keep(@Nullable OpenFile next) {
        OpenFile before = file;
        file = next;
        if (before != null) {
            before.opened().close();
        }
    }

    @Override
    public void close() {
        keep(null);
        if (configured != null) {
            configured.close();
        }
    }

    private record OpenFile(LocalFile asked, @Nullable Stamp stamp, Opened opened) {
        /** Whether a question about a file can be asked here: its columns may have changed with its rows. */
        boolean isStill(LocalFile other) {
            return asked.equals(other) && stamp != null && stamp.equals(Stamp.of(other));
        }
    }

    private record Stamp(FileTime changed, long size) {
        /** Null if the file cannot be read, where opening it reports why, or if it is a folder. */
        static @Nullable Stamp of(LocalFile file) {
            if (Files.isDirectory(file.path())) {
                // Files in it can change without the folder, so it is opened again.
                return null;
            }
            try {
                return new Stamp(Files.getLastModifiedTime(file.path()), Files.size(file.path()));
            } catch (IOException e) {
                return null;
            }
        }
    }

    /** What is open already, for one command. */
    private class Lent implements Opened {
        private final Opened opened;

        Lent(Opened opened) {
            this.opened = opened;
        }

        @Override
        public LeadgenConfig config() {
            return opened.config();
        }

        @Override
        public AudienceService audience() {
            return opened.audience();
        }

        @Override
        public void close() {
            if (file != null && !file.asked().name().equals(inUse.get())) {
                keep(null);
            }
        }
    }

    /** A file that was opened for one command, and stays open if its table is in use afterwards. */
    private final class Candidate extends Lent {
        private final OpenFile candidate;
        private boolean started;

        Candidate(OpenFile candidate) {
            super(candidate.opened());
            this.candidate = candidate;
        }

        @Override
        public AudienceService audience() {
            AudienceService audience = super.audience();
            started = true;
            return audience;
        }

        @Override
        public void close() {
            if (started && candidate.asked().name().equals(inUse.get())) {
                keep(candidate);
            } else {
                candidate.opened().close();
                super.close();
            }
        }
    }
}
