package io.leadgen.runtime.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonLocation;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.json.JsonTree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An audience as a file that leadgen reads back: JSON as {@code audience.schema.json} describes it, with a version and a hash.
 * What counts on reading is the condition as it was written, to which policy adds again what it adds to its reader's
 * questions; the canonical form tells what it meant where it was exported.
 *
 * <p>The hash finds files that were damaged or changed by accident. It proves nothing about who wrote a file.
 *
 * @param table the table that the condition is about
 * @param predicate the condition as it was written
 */
public record PortableAudience(TableName table, String predicate) {
    /** The version that is written, and the only one that is read. */
    private static final int VERSION = 1;

    private static final String MARK = "leadgen_audience";
    private static final String HASH = "hash";
    private static final String HASH_KIND = "sha256:";

    /** Of a count, what is the same no matter who repeats it. */
    private static final Shape<AudienceEstimate> SIZE =
            EstimateShapes.COUNT.pick("approx_count", "suppressed", "below", "interval");

    public PortableAudience {
        requireNonNull(table, "table");
        requireNonNull(predicate, "predicate");
    }

    /** Whether a text can be a portable audience and no predicate: no predicate begins with a brace. */
    public static boolean isMeant(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * Reads a file's text.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it is not JSON, no audience, of another version, or changed since
     */
    public static PortableAudience read(String text) {
        Map<String, @Nullable Object> tree = tree(text);
        return new PortableAudience(TableName.parse((String) requireNonNull(tree.get("table"))), (String)
                requireNonNull(tree.get("predicate")));
    }

    /**
     * Reads a file's text, with all that it says.
     *
     * @return its members by their names, {@code table} and {@code predicate} among them
     * @throws LeadgenException as {@link #read}
     */
    public static Map<String, @Nullable Object> tree(String text) {
        Map<String, @Nullable Object> tree = JsonTree.object(text, PortableAudience::notJson);
        Object version = tree.get(MARK);
        if (!(version instanceof BigDecimal number)) {
            throw refused(
                    "This JSON is no audience of leadgen: it has no " + MARK,
                    "leadgen export TABLE -w PREDICATE --to json writes one");
        }
        if (number.compareTo(BigDecimal.valueOf(VERSION)) != 0) {
            throw refused(
                    "The audience has version " + number.toPlainString() + ", and this leadgen reads version "
                            + VERSION,
                    "export it again with this version, or read it with a newer one");
        }
        if (!(tree.get("table") instanceof String) || !(tree.get("predicate") instanceof String)) {
            throw refused("The audience lacks its table or its predicate", "export it again");
        }
        if (!(tree.get(HASH) instanceof String hash) || !hash.equals(hash(tree))) {
            throw refused(
                    "The audience is not as it was exported: its hash does not fit",
                    "export it again; a condition that was changed on purpose belongs into a text file of its own");
        }
        return tree;
    }

    /**
     * The same audience with one more member, in front of the hash.
     *
     * @param member one that {@code audience.schema.json} knows
     * @throws LeadgenException as {@link #read}
     */
    public static String with(String text, String member, Map<String, @Nullable Object> value) {
        Map<String, @Nullable Object> tree = tree(text);
        tree.remove(HASH);
        tree.put(member, value);
        tree.put(HASH, hash(tree));
        return JsonText.pretty(tree) + "\n";
    }

    private static LeadgenException refused(String message, String hint) {
        return LeadgenException.of(ErrorCode.INVALID_ARGUMENT, message, hint);
    }

    static String text(ExportedAudience audience) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(MARK, VERSION);
        tree.put("table", quoted(audience.table()));
        tree.put("predicate", audience.definition().predicate());
        tree.put("canonical", audience.definition().canonical());
        tree.put(
                "columns",
                audience.columns().stream()
                        .map(column -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("name", column.name().value());
                            entry.put("type", column.type().toString());
                            return entry;
                        })
                        .toList());
        tree.put("unit", audience.unit().label());
        tree.put("applied", CommonShapes.APPLIED.tree(audience.definition().applied()));
        if (audience.size() != null) {
            tree.put("size", size(audience.size()));
        }
        tree.put(HASH, hash(tree));
        return JsonText.pretty(tree) + "\n";
    }

    /** As {@link TableName#parse} reads it. */
    private static String quoted(TableName table) {
        try {
            if (TableName.parse(table.toString()).equals(table)) {
                return table.toString();
            }
        } catch (LeadgenException e) {
            // Then it needs its quotes.
        }
        return "`" + table.catalog() + "`.`" + table.schema() + "`.`" + table.table() + "`";
    }

    private static Map<String, @Nullable Object> size(AudienceEstimate estimate) {
        Map<String, @Nullable Object> size = SIZE.tree(estimate);
        size.put("class", estimate.privacy().callerClass());
        size.put("epoch_ends", estimate.privacy().epochEnds());
        return size;
    }

    /** Of all but the hash itself; neither the order of keys nor blanks count. */
    private static String hash(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(tree);
        content.remove(HASH);
        return HASH_KIND + Digest.sha256(JsonText.compact(sorted(content)));
    }

    private static LeadgenException notJson(JsonLocation place) {
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                "The audience is not JSON: see line " + place.getLineNr() + ", column " + place.getColumnNr(),
                "export it again, or write a predicate, which begins with no brace");
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put((String) key, sorted(item)));
            return sorted;
        }
        return value instanceof Iterable<?> items ? JsonTree.list(items, PortableAudience::sorted) : value;
    }
}
