package io.leadgen.runtime.audiences;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.export.PortableAudience;
import io.leadgen.runtime.files.AtomicFile;
import io.leadgen.runtime.files.LockedFile;
import io.leadgen.runtime.files.PrivateFiles;
import io.leadgen.spelling.DidYouMean;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of saved audiences. Each version is a file {@code name@version.json}, a portable audience that only its owner can read.
 * Other files are ignored.
 *
 * <p>Processes can use it concurrently: those that save or remove wait for each other. A version is written atomically and never
 * changes. Version numbers increase as long as one version of the name exists. An unreadable file does not hide others.
 */
public final class SavedAudiences {
    private static final String EXTENSION = ".json";
    private static final int MAX_NOTE_LENGTH = 500;
    private static final int MAX_BYTES = 1 << 19;

    private final Path folder;
    private final InstantSource clock;

    /** @param folder created when the first audience is saved */
    public SavedAudiences(Path folder, InstantSource clock) {
        this.folder = requireNonNull(folder, "folder");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The result of {@link #save}; not new if the newest version already had this content. */
    public record SaveResult(SavedAudience audience, boolean isNew) {}

    /**
     * The versions of a name.
     *
     * @param reference the newest version
     * @param versions all versions, ascending
     * @param audience the newest version, or null if it cannot be read
     * @param error why it cannot be read, or null
     */
    public record SavedName(
            AudienceReference reference,
            List<Integer> versions,
            @Nullable SavedAudience audience,
            @Nullable String error) {
        public SavedName {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Saves a portable audience as the next version of a name, unless the newest version has the same content.
     *
     * @param note one line of up to 500 characters, or null
     * @param portable the text of a portable audience
     * @throws LeadgenException INVALID_ARGUMENT if the note is not one line, CONFIG_INVALID if the folder is not writable
     */
    public SaveResult save(String name, @Nullable String note, String portable) {
        check(note);
        Map<String, @Nullable Object> label = new LinkedHashMap<>();
        label.put(
                SavedAudience.AT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        label.put(SavedAudience.NOTE, note);
        String text = PortableAudience.with(portable, SavedAudience.SAVED, label);
        return locked(() -> {
            AtomicFile.deleteTemporaryFiles(folder);
            SortedMap<Integer, Path> versions = versions(name);
            int newest = versions.isEmpty() ? 0 : versions.lastKey();
            AudienceReference next = new AudienceReference(name, newest + 1);
            Path file = path(next);
            SavedAudience audience = SavedAudience.read(next, file, text);
            if (newest > 0) {
                SavedName before = entry(name, versions);
                if (before.audience() != null && before.audience().hasContentOf(audience)) {
                    return new SaveResult(before.audience(), false);
                }
            }
            AtomicFile.writePrivate(file, text);
            return new SaveResult(audience, true);
        });
    }

    private static void check(@Nullable String note) {
        if (note != null
                && (note.isBlank()
                        || note.length() > MAX_NOTE_LENGTH
                        || note.chars().anyMatch(Character::isISOControl))) {
            throw LeadgenException.invalid(
                    "A note must be one line of up to " + MAX_NOTE_LENGTH + " characters", "shorten it or omit it");
        }
    }

    public List<SavedName> list() {
        Map<String, SortedMap<Integer, Path>> names = new TreeMap<>();
        all().forEach((reference, file) ->
                names.computeIfAbsent(reference.name(), name -> new TreeMap<>()).put(reference.version(), file));
        List<SavedName> entries = new ArrayList<>();
        names.forEach((name, versions) -> entries.add(entry(name, versions)));
        return entries;
    }

    /** The versions of a name, ascending; empty for an unknown name. */
    public List<Integer> versionsOf(String name) {
        return List.copyOf(versions(name).keySet());
    }

    private static SavedName entry(String name, SortedMap<Integer, Path> versions) {
        AudienceReference newest = new AudienceReference(name, versions.lastKey());
        List<Integer> numbers = List.copyOf(versions.keySet());
        try {
            return new SavedName(newest, numbers, read(newest, requireNonNull(versions.get(versions.lastKey()))), null);
        } catch (LeadgenException e) {
            return new SavedName(newest, numbers, null, String.valueOf(e.getMessage()));
        }
    }

    /** True if the audience exists, readable or not. */
    public boolean has(AudienceReference reference) {
        return reference.version() == null ? !versions(reference.name()).isEmpty() : Files.exists(path(reference));
    }

    /** Reads an audience; INVALID_ARGUMENT if it does not exist or cannot be read. */
    public SavedAudience get(AudienceReference reference) {
        SortedMap<Integer, Path> versions = versions(reference.name());
        Integer version = reference.version() == null && !versions.isEmpty() ? versions.lastKey() : reference.version();
        Path file = version == null ? null : versions.get(version);
        if (file == null) {
            throw unknown(reference);
        }
        AudienceReference found = new AudienceReference(reference.name(), version);
        try {
            return read(found, file);
        } catch (LeadgenException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot read the saved audience " + found + ". " + e.getMessage(),
                    "check " + file + ", or remove it with leadgen audience rm " + found,
                    e);
        }
    }

    /** The error for an audience that does not exist, with a suggestion. */
    public LeadgenException unknown(AudienceReference reference) {
        List<Integer> versions = versionsOf(reference.name());
        if (!versions.isEmpty()) {
            return LeadgenException.invalid(
                    "The saved audience " + reference.name() + " has no version " + reference.version(),
                    "its versions: "
                            + String.join(
                                    ", ", versions.stream().map(String::valueOf).toList()));
        }
        TreeSet<String> names = new TreeSet<>();
        all().keySet().forEach(known -> names.add(known.name()));
        return LeadgenException.invalid(
                "There is no saved audience " + reference.name(),
                DidYouMean.nearest(reference.name(), names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("run leadgen audience list to list all saved audiences"));
    }

    /**
     * Removes an audience with all its versions, or one version.
     *
     * @return the removed versions
     * @throws LeadgenException INVALID_ARGUMENT if it does not exist, CONFIG_INVALID if the folder is not writable
     */
    public List<Integer> remove(AudienceReference reference) {
        if (!has(reference)) {
            throw unknown(reference);
        }
        return locked(() -> {
            List<Integer> removed = new ArrayList<>();
            // The oldest first, so that a failure leaves the newest version.
            for (Map.Entry<Integer, Path> version : versions(reference.name()).entrySet()) {
                if (reference.version() == null || reference.version().equals(version.getKey())) {
                    Files.deleteIfExists(version.getValue());
                    removed.add(version.getKey());
                }
            }
            if (removed.isEmpty()) {
                throw unknown(reference);
            }
            return removed;
        });
    }

    private <T> T locked(LockedFile.Action<T> action) {
        try {
            PrivateFiles.createFolder(folder);
            return LockedFile.withLock(folder, action);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private SortedMap<Integer, Path> versions(String name) {
        SortedMap<Integer, Path> versions = new TreeMap<>();
        all().forEach((reference, file) -> {
            if (reference.name().equals(name)) {
                versions.put(requireNonNull(reference.version()), file);
            }
        });
        return versions;
    }

    private Map<AudienceReference, Path> all() {
        Map<AudienceReference, Path> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                String fileName = String.valueOf(file.getFileName());
                if (fileName.endsWith(EXTENSION)) {
                    AudienceReference.find(fileName.substring(0, fileName.length() - EXTENSION.length()))
                            .filter(reference -> reference.version() != null)
                            .ifPresent(reference -> all.put(reference, file));
                }
            });
            return all;
        } catch (NoSuchFileException e) {
            return all;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Path path(AudienceReference version) {
        return folder.resolve(version + EXTENSION);
    }

    private static SavedAudience read(AudienceReference reference, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw LeadgenException.invalid("The file is too large for an audience", null);
            }
            return SavedAudience.read(reference, file, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.INVALID_ARGUMENT, "The file is not readable UTF-8 text", e);
        }
    }

    private LeadgenException unusable(IOException cause) {
        return LeadgenException.causedBy(
                ErrorCode.CONFIG_INVALID,
                "Cannot use the folder of saved audiences: " + folder,
                cause instanceof NotDirectoryException
                        ? "it is a file; move it"
                        : "check that it is readable and writable, or set LEADGEN_HOME to your own folder",
                cause);
    }
}
