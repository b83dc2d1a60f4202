package io.leadgen.runtime.ledger;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.OwnerOnly;
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

/** A file of this machine, shared by its processes. */
final class SqliteDatabase implements LedgerDatabase {
    static final String PREFIX = "jdbc:sqlite:";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    /** What the connection has open, which is not the file of that name if somebody has put another one there. */
    private @Nullable Object opened;

    SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    static SqliteDatabase of(String url) {
        String file = url.substring(PREFIX.length());
        if (file.startsWith(":") || file.startsWith("file:") || file.contains("?")) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "privacy.ledger: a SQLite ledger is a file, and is named by its path alone",
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
        OwnerOnly.createFolder(Objects.requireNonNull(file.getParent()));
        try {
            Files.createFile(file, OwnerOnly.attributes(file, OwnerOnly.FILE));
        } catch (FileAlreadyExistsException e) {
            return; // another process was faster
        }
    }

    @Override
    public Connection connect() throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE); // a ledger that was deleted must not come back empty
        config.setBusyTimeout((int) PATIENCE.toMillis());
        // One fsync for each commit, and a repeated question does not wait for those who write.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        opened = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return JDBC.createConnection(PREFIX + file, config.toProperties());
    }

    @Override
    public boolean leadsTo(Connection connection) {
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

    /** Never: whoever writes has waited for its turn before it began. */
    @Override
    public boolean isConflict(SQLException failure) {
        return false;
    }

    @Override
    public String explain(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case BUSY -> "another process has held its file for more than ten seconds";
            case READ_ONLY -> "its file cannot be written by this user, or is on a read-only disk";
            case IO_ERROR -> "its file cannot be read or written";
            case CORRUPT, NOT_A_DATABASE -> "its file is damaged or is not a ledger; put back the newest copy of it";
            case FULL -> "there is no space left for it on its disk";
            case CANNOT_OPEN -> "its file cannot be opened by this user";
            default -> "its file cannot be used";
        };
    }
}
