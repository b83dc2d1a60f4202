package io.leadgen.runtime.audiences;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.runtime.export.PortableAudience;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a saved audience.
 *
 * @param reference its name and version
 * @param savedAt when it was saved; null if the file was created by hand
 * @param note the owner's note, or null
 * @param table its table
 * @param predicate the predicate as written; questions use it
 * @param canonical the canonical predicate when it was saved, including what policy added
 * @param columns the columns of the canonical predicate, with their types at that time
 * @param unit the privacy unit at that time
 * @param applied what policy added
 * @param file its file, a portable audience
 */
public record SavedAudience(
        AudienceReference reference,
        @Nullable Instant savedAt,
        @Nullable String note,
        TableName table,
        String predicate,
        String canonical,
        Map<String, String> columns,
        String unit,
        AppliedPolicy applied,
        Path file) {
    static final String SAVED = "saved";
    static final String AT = "at";
    static final String NOTE = "note";

    public SavedAudience {
        requireNonNull(reference.version(), "version");
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** @throws LeadgenException INVALID_ARGUMENT if it is not a portable audience, or was modified */
    static SavedAudience read(AudienceReference reference, Path file, String text) {
        PortableAudience audience = PortableAudience.read(text);
        Map<?, ?> tree = PortableAudience.tree(text);
        Map<?, ?> saved = map(tree.get(SAVED));
        Map<?, ?> applied = map(tree.get("applied"));
        Map<String, String> columns = new LinkedHashMap<>();
        for (Object column : tree.get("columns") instanceof List<?> list ? list : List.of()) {
            columns.put(text(map(column), "name"), text(map(column), "type"));
        }
        return new SavedAudience(
                reference,
                instant(saved.get(AT)),
                orNull(saved.get(NOTE)),
                audience.table(),
                audience.predicate(),
                text(tree, "canonical"),
                columns,
                text(tree, "unit"),
                new AppliedPolicy(
                        orNull(applied.get("require")),
                        orNull(applied.get("row_filter")),
                        orNull(applied.get("partition"))),
                file);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> tree, String key) {
        String text = orNull(tree.get(key));
        if (text == null) {
            throw LeadgenException.invalid("The audience has no " + key, "save it again");
        }
        return text;
    }

    private static @Nullable String orNull(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The version number, from 1. */
    public int version() {
        return requireNonNull(reference.version());
    }

    /** True if another version has the same content. */
    boolean hasContentOf(SavedAudience other) {
        return content().equals(other.content());
    }

    private SavedAudience content() {
        return new SavedAudience(
                new AudienceReference("any", 1),
                null,
                note,
                table,
                predicate,
                canonical,
                columns,
                unit,
                applied,
                Path.of(""));
    }
}
