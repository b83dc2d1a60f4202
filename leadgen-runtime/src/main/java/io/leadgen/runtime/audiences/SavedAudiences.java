package io.leadgen.runtime.audiences;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.export.PortableAudience;
import io.leadgen.runtime.files.OwnerOnly;
import io.leadgen.runtime.files.SharedFile;
import io.leadgen.runtime.files.WholeFile;
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
 * A folder of saved audiences: for each version a file {@code name@version.json}, a portable audience like any other, which only
 * its owner can read. Other files in it are left alone.
 *
 * <p>Several processes may work on it: whoever saves or removes waits for the others; a version appears whole or not at all, and
 * never changes. Versions of a name only count up as long as one of them is there. A file that cannot be read hides no other.
 */
public final class SavedAudiences {
    private static final String ENDING = ".json";
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_BYTES = 1 << 19;

    private final Path folder;
    private final InstantSource clock;

    /** @param folder need not exist */
    public SavedAudiences(Path folder, InstantSource clock) {
        this.folder = requireNonNull(folder, "folder");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What {@link #save} did.
     *
     * @param isNew whether there is a new version; else the newest one said the same already
     */
    public record Saved(SavedAudience audience, boolean isNew) {}

    /**
     * What is there under a name.
     *
     * @param reference the newest version
     * @param versions all versions, ascending
     * @param audience the newest version, or null if it cannot be read
     * @param problem why it cannot be read, or null
     */
    public record Entry(
            AudienceReference reference,
            List<Integer> versions,
            @Nullable SavedAudience audience,
            @Nullable String problem) {
        public Entry {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Saves a portable audience as the next version of a name, unless the newest version says the same.
     *
     * @param note one line of up to 500 characters, or null
     * @param portable the text of a portable audience
     * @throws LeadgenException INVALID_ARGUMENT if the note is not such a line, CONFIG_INVALID if the folder cannot be written
     */
    public Saved save(String name, @Nullable String note, String portable) {
        check(note);
        Map<String, @Nullable Object> label = new LinkedHashMap<>();
        label.put(
                SavedAudience.AT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        label.put(SavedAudience.NOTE, note);
        String text = PortableAudience.with(portable, SavedAudience.LABEL, label);
        return holding(() -> {
            WholeFile.sweep(folder);
            SortedMap<Integer, Path> versions = versions(name);
            int newest = versions.isEmpty() ? 0 : versions.lastKey();
            AudienceReference next = new AudienceReference(name, newest + 1);
            Path file = place(next);
            SavedAudience audience = SavedAudience.read(next, file, text);
            if (newest > 0) {
                Entry before = entry(name, versions);
                if (before.audience() != null && before.audience().says(audience)) {
                    return new Saved(before.audience(), false);
                }
            }
            WholeFile.writePrivate(file, text);
            return new Saved(audience, true);
        });
    }

    private static void check(@Nullable String note) {
        if (note != null
                && (note.isBlank()
                        || note.length() > LONGEST_NOTE
                        || note.chars().anyMatch(Character::isISOControl))) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A note is one line of up to " + LONGEST_NOTE + " characters",
                    "leave it out, or make it shorter");
        }
    }

    /** All names, sorted. */
    public List<Entry> list() {
        Map<String, SortedMap<Integer, Path>> names = new TreeMap<>();
        all().forEach((reference, file) ->
                names.computeIfAbsent(reference.name(), name -> new TreeMap<>()).put(reference.version(), file));
        List<Entry> entries = new ArrayList<>();
        names.forEach((name, versions) -> entries.add(entry(name, versions)));
        return entries;
    }

    /** The versions of a name, ascending; none if there is no such name. */
    public List<Integer> versionsOf(String name) {
        return List.copyOf(versions(name).keySet());
    }

    private static Entry entry(String name, SortedMap<Integer, Path> versions) {
        AudienceReference newest = new AudienceReference(name, versions.lastKey());
        List<Integer> numbers = List.copyOf(versions.keySet());
        try {
            return new Entry(newest, numbers, read(newest, requireNonNull(versions.get(versions.lastKey()))), null);
        } catch (LeadgenException e) {
            return new Entry(newest, numbers, null, String.valueOf(e.getMessage()));
        }
    }

    /** Whether there is such an audience, readable or not. */
    public boolean has(AudienceReference reference) {
        return reference.version() == null ? !versions(reference.name()).isEmpty() : Files.exists(place(reference));
    }

    /**
     * One audience.
     *
     * @throws LeadgenException INVALID_ARGUMENT if there is none, or it cannot be read
     */
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
                    "The saved audience " + found + " cannot be read. " + e.getMessage(),
                    "see " + file + ", or remove it with leadgen audience rm " + found,
                    e);
        }
    }

    /** That there is no such audience, and which may have been meant. */
    public LeadgenException unknown(AudienceReference reference) {
        List<Integer> versions = versionsOf(reference.name());
        if (!versions.isEmpty()) {
            return LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "The saved audience " + reference.name() + " has no version " + reference.version(),
                    "its versions: "
                            + String.join(
                                    ", ", versions.stream().map(String::valueOf).toList()));
        }
        TreeSet<String> names = new TreeSet<>();
        all().keySet().forEach(known -> names.add(known.name()));
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                "There is no saved audience " + reference.name(),
                DidYouMean.nearest(reference.name(), names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("leadgen audience list shows what there is"));
    }

    /**
     * Removes an audience with all its versions, or one version.
     *
     * @return the versions that are gone
     * @throws LeadgenException INVALID_ARGUMENT if there is none, CONFIG_INVALID if the folder cannot be written
     */
    public List<Integer> remove(AudienceReference reference) {
        if (!has(reference)) {
            throw unknown(reference);
        }
        return holding(() -> {
            List<Integer> gone = new ArrayList<>();
            // The oldest first: whatever stops us, the newest one is what it was.
            for (Map.Entry<Integer, Path> version : versions(reference.name()).entrySet()) {
                if (reference.version() == null || reference.version().equals(version.getKey())) {
                    Files.deleteIfExists(version.getValue());
                    gone.add(version.getKey());
                }
            }
            if (gone.isEmpty()) {
                throw unknown(reference);
            }
            return gone;
        });
    }

    private <T> T holding(SharedFile.Action<T> action) {
        try {
            OwnerOnly.createFolder(folder);
            return SharedFile.holding(folder, action);
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
                if (fileName.endsWith(ENDING)) {
                    AudienceReference.find(fileName.substring(0, fileName.length() - ENDING.length()))
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

    private Path place(AudienceReference version) {
        return folder.resolve(version + ENDING);
    }

    private static SavedAudience read(AudienceReference reference, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "It is too large to be an audience");
            }
            return SavedAudience.read(reference, file, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.INVALID_ARGUMENT, "It is no readable UTF-8 text", e);
        }
    }

    private LeadgenException unusable(IOException cause) {
        return LeadgenException.causedBy(
                ErrorCode.CONFIG_INVALID,
                "The folder of saved audiences cannot be used: " + folder,
                cause instanceof NotDirectoryException
                        ? "it is a file; move it away"
                        : "see whether it may be read and written, or set LEADGEN_HOME to a folder of your own",
                cause);
    }
}
