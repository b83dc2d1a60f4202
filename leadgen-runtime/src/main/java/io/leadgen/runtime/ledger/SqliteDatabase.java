package io.leadgen.runtime.ledger;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** A file, which the processes of this machine can share. */
final class SqliteDatabase implements LedgerDatabase {
    static final String PREFIX = "jdbc:sqlite:";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    /** The key of the opened file; a replaced file has another one. */
    private @Nullable Object opened;

    SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    static SqliteDatabase of(String url) {
        String file = url.substring(PREFIX.length());
        if (file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "privacy.ledger: a SQLite URL must contain only the path of a file",
                    "for example jdbc:sqlite:/var/lib/leadgen/ledger.db");
        }
        return new SqliteDatabase(Path.of(file));
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void create() throws IOException {
        PrivateFiles.createFolder(Objects.requireNonNull(file.getParent()));
        try {
            Files.createFile(file, PrivateFiles.attributes(file, PrivateFiles.FILE));
        } catch (FileAlreadyExistsException e) {
            return; // another process has created it
        }
    }

    @Override
    public Connection connect() throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE); // do not recreate a deleted ledger
        config.setBusyTimeout((int) TIMEOUT.toMillis());
        // One fsync for each commit, and readers do not wait for writers.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        opened = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return JDBC.createConnection(PREFIX + file, config.toProperties());
    }

    @Override
    public boolean isCurrent(Connection connection) {
        try {
            return Objects.equals(
                    opened,
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String tablesNamed() {
        return "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?";
    }

    @Override
    public List<String> beginMigration() {
        return beginWriting();
    }

    @Override
    public List<String> beginReading() {
        return List.of("BEGIN");
    }

    @Override
    public List<String> beginWriting() {
        return List.of("BEGIN IMMEDIATE");
    }

    /** Never: BEGIN IMMEDIATE waits for other writers. */
    @Override
    public boolean isConflict(SQLException failure) {
        return false;
    }

    @Override
    public String explain(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case BUSY -> "another process has locked its file for more than 10 seconds";
            case READ_ONLY -> "its file is not writable by this user, or is on a read-only disk";
            case IO_ERROR -> "its file is not readable and writable";
            case CORRUPT, NOT_A_DATABASE -> "its file is damaged or is not a ledger; restore the newest copy";
            case FULL -> "its disk is full";
            case CANNOT_OPEN -> "this user cannot open its file";
            default -> "its file is not usable";
        };
    }
}
