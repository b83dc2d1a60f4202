package io.leadgen.runtime.audiences;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.runtime.export.PortableAudience;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of an audience that somebody has saved.
 *
 * @param reference its name and version
 * @param savedAt when; null if the file was put there by hand
 * @param note what its owner wrote about it, or null
 * @param table the table that it is about
 * @param predicate the condition as it was written: what is asked when the audience is used
 * @param canonical the condition as it was asked when it was saved, with what policy added
 * @param columns the columns that the canonical condition looks at, with their types then
 * @param unit what one person was
 * @param applied what policy added
 * @param file where it is, a portable audience like any other
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
    static final String LABEL = "saved";
    static final String AT = "at";
    static final String NOTE = "note";

    public SavedAudience {
        requireNonNull(reference.version(), "version");
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /**
     * Reads a file's text.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it is no portable audience as it was written
     */
    static SavedAudience read(AudienceReference reference, Path file, String text) {
        PortableAudience audience = PortableAudience.read(text);
        Map<?, ?> tree = PortableAudience.tree(text);
        Map<?, ?> label = map(tree.get(LABEL));
        Map<?, ?> applied = map(tree.get("applied"));
        Map<String, String> columns = new LinkedHashMap<>();
        for (Object column : tree.get("columns") instanceof List<?> list ? list : List.of()) {
            columns.put(text(map(column), "name"), text(map(column), "type"));
        }
        return new SavedAudience(
                reference,
                instant(label.get(AT)),
                orNull(label.get(NOTE)),
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
            throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "The audience lacks its " + key, "save it again");
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

    /** Its number, from 1. */
    public int version() {
        return requireNonNull(reference.version());
    }

    /** Whether another version says the same. */
    boolean says(SavedAudience other) {
        return said().equals(other.said());
    }

    private List<@Nullable Object> said() {
        List<@Nullable Object> said = new ArrayList<>();
        said.add(note);
        said.add(table);
        said.add(predicate);
        said.add(canonical);
        said.add(new ArrayList<>(columns.entrySet()));
        said.add(unit);
        said.add(applied);
        return said;
    }
}
