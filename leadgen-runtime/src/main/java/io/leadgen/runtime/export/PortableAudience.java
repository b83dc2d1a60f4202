package io.leadgen.runtime.export;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TIME;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonLocation;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.answer.Type;
import io.leadgen.runtime.files.Sha256;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.json.JsonTree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An audience as a file that leadgen can read: JSON as in {@code audience.schema.json}, with a version and a hash. A reader uses
 * the predicate as written, to which policy adds its conditions again. The canonical form documents its meaning at export.
 *
 * <p>The hash detects damage and accidental changes. It does not authenticate the author.
 *
 * @param table the table
 * @param predicate the predicate as written
 */
public record PortableAudience(TableName table, String predicate) {
    /** The only version that is written and read. */
    private static final int VERSION = 1;

    private static final String MARK = "leadgen_audience";
    private static final String HASH = "hash";
    private static final String HASH_KIND = "sha256:";

    /** Of a count, what is the same no matter who repeats it. */
    private static final Shape<AudienceEstimate> SIZE = EstimateShapes.COUNT
            .pick("approx_count", "suppressed", "below", "interval")
            .field("class", TEXT, size -> size.privacy().callerClass())
            .field("epoch_ends", TIME, size -> size.privacy().epochEnds());

    private static final Shape<Column> COLUMN = Shape.<Column>of()
            .field("name", TEXT, column -> column.name().value())
            .field("type", TEXT, column -> column.type().toString());

    private static final Shape<ExportedAudience> AUDIENCE = Shape.<ExportedAudience>of()
            .field(MARK, WHOLE, audience -> VERSION)
            .field("table", TEXT, audience -> quoted(audience.table()))
            .field("predicate", TEXT, audience -> audience.definition().predicate())
            .field("canonical", TEXT, audience -> audience.definition().canonical())
            .field("columns", Type.listOf(COLUMN), ExportedAudience::columns)
            .field("unit", TEXT, audience -> audience.unit().label())
            .field(
                    "applied",
                    CommonShapes.APPLIED,
                    audience -> audience.definition().applied())
            .optional("size", SIZE, ExportedAudience::size);

    public PortableAudience {
        requireNonNull(table, "table");
        requireNonNull(predicate, "predicate");
    }

    /** True if a text may be a portable audience: predicates do not begin with a brace. */
    public static boolean isMeant(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * Parses a file.
     *
     * @throws LeadgenException INVALID_ARGUMENT if it is not JSON, not an audience, has another version, or was modified
     */
    public static PortableAudience read(String text) {
        Map<String, @Nullable Object> tree = tree(text);
        return new PortableAudience(TableName.parse((String) requireNonNull(tree.get("table"))), (String)
                requireNonNull(tree.get("predicate")));
    }

    /**
     * Parses a file with all its members.
     *
     * @return the members by name, including {@code table} and {@code predicate}
     * @throws LeadgenException as {@link #read}
     */
    public static Map<String, @Nullable Object> tree(String text) {
        Map<String, @Nullable Object> tree = JsonTree.object(text, PortableAudience::notJson);
        Object version = tree.get(MARK);
        if (!(version instanceof BigDecimal number)) {
            throw refused(
                    "The JSON is not an audience: it has no " + MARK,
                    "create one with leadgen export TABLE -w PREDICATE --to json");
        }
        if (number.compareTo(BigDecimal.valueOf(VERSION)) != 0) {
            throw refused(
                    "The audience has version " + number + "; this version of leadgen reads version " + VERSION,
                    "export it again with this version, or update leadgen");
        }
        if (!(tree.get("table") instanceof String) || !(tree.get("predicate") instanceof String)) {
            throw refused("The audience has no table or no predicate", "export it again");
        }
        if (!(tree.get(HASH) instanceof String hash) || !hash.equals(hash(tree))) {
            throw refused(
                    "The audience was modified after its export: its hash does not match",
                    "export it again; write a predicate that you edit to a text file");
        }
        return tree;
    }

    /**
     * The same audience with one more member, before the hash.
     *
     * @param member a member in {@code audience.schema.json}
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
        return LeadgenException.invalid(message, hint);
    }

    static String text(ExportedAudience audience) {
        Map<String, @Nullable Object> tree = AUDIENCE.tree(audience);
        tree.put(HASH, hash(tree));
        return JsonText.pretty(tree) + "\n";
    }

    /** The name as {@link TableName#parse} reads it. */
    private static String quoted(TableName table) {
        try {
            if (TableName.parse(table.toString()).equals(table)) {
                return table.toString();
            }
        } catch (LeadgenException e) {
            // It needs quotes.
        }
        return "`" + table.catalog() + "`.`" + table.schema() + "`.`" + table.table() + "`";
    }

    /** The hash of all other members, independent of the order of keys and of spaces. */
    private static String hash(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(tree);
        content.remove(HASH);
        return HASH_KIND + Sha256.hex(JsonText.compact(sorted(content)));
    }

    private static LeadgenException notJson(JsonLocation place) {
        return LeadgenException.invalid(
                "The audience is not valid JSON at line " + place.getLineNr() + ", column " + place.getColumnNr(),
                "export it again; if it is a predicate, it must not begin with a brace");
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
