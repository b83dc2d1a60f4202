package io.leadgen.cli.answer;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences.SaveResult;
import io.leadgen.runtime.audiences.SavedAudiences.SavedName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is saved under a name, and what was done with it. */
public final class AudienceAnswers {
    private static final String[] AUDIENCE = {
        "name", "version", "saved_at", "note", "catalog", "schema", "table", "predicate"
    };
    private static final Fields SAVED = Fields.of(AUDIENCE).and("canonical", "unit", "file", "unchanged", "request_id");
    private static final Fields SHOWN = Fields.of(AUDIENCE)
            .and("versions", "canonical", "unit", "applied.require", "applied.row_filter", "applied.partition", "file");
    private static final Fields LISTED = Fields.of(AUDIENCE).and("versions", "problem");
    private static final Fields REMOVED = Fields.of("name", "removed", "versions");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AudienceAnswers() {}

    /** That an audience was saved, or was saved already. */
    public static Answer saved(SaveResult saved, String requestId) {
        SavedAudience audience = saved.audience();
        Map<String, @Nullable Object> document = whole(audience);
        document.put("unchanged", !saved.isNew());
        document.put("request_id", requestId);
        return Answer.one(
                document,
                SAVED,
                page -> {
                    page.headline((saved.isNew() ? "saved as " : "unchanged: it was saved as ") + audience.reference());
                    page.sentence(subject(page, audience));
                    page.gap();
                    if (!audience.canonical().equals(audience.predicate())) {
                        page.fact("asked as", page.shown(audience.canonical()));
                    }
                    page.fact("use", "-w @" + audience.reference().name());
                    PolicyFacts.request(page, requestId);
                },
                false);
    }

    /** All that is saved. */
    public static Answer list(List<SavedName> entries) {
        List<Map<String, @Nullable Object>> records =
                entries.stream().map(AudienceAnswers::entry).toList();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("audiences", records);
        return Answer.list(document, records, LISTED, page -> write(page, entries));
    }

    private static void write(Page page, List<SavedName> entries) {
        if (entries.isEmpty()) {
            page.sentence("No audience is saved: leadgen audience save NAME TABLE -w PREDICATE saves one.");
            return;
        }
        TextTable table = new TextTable(List.of("name", "saved (UTC)", "table", "condition", "note"));
        for (SavedName entry : entries) {
            SavedAudience audience = entry.audience();
            table.row(
                    audience == null
                            ? List.of(
                                    entry.reference().toString(),
                                    "",
                                    "",
                                    "cannot be read: " + page.shown(String.valueOf(entry.error())),
                                    "")
                            : List.of(
                                    entry.reference().toString(),
                                    time(audience.savedAt()),
                                    page.shown(audience.table().toString()),
                                    page.condition(audience.predicate()),
                                    audience.note() == null ? "" : page.shown(audience.note())));
        }
        page.table(table);
    }

    private static Map<String, @Nullable Object> entry(SavedName entry) {
        SavedAudience audience = entry.audience();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", entry.reference().name());
        tree.put("version", entry.reference().version());
        tree.put("saved_at", audience == null ? null : audience.savedAt());
        tree.put("note", audience == null ? null : audience.note());
        TableName table = audience == null ? null : audience.table();
        tree.put("catalog", table == null ? null : table.catalog());
        tree.put("schema", table == null ? null : table.schema());
        tree.put("table", table == null ? null : table.table());
        tree.put("predicate", audience == null ? null : audience.predicate());
        tree.put("versions", entry.versions());
        tree.put("problem", entry.error());
        return tree;
    }

    /** One of them, as it was saved. */
    public static Answer shown(SavedAudience audience, List<Integer> versions) {
        Map<String, @Nullable Object> document = whole(audience);
        document.put("versions", versions);
        return Answer.one(document, SHOWN, page -> write(page, audience, versions), false);
    }

    private static void write(Page page, SavedAudience audience, List<Integer> versions) {
        page.headline(audience.reference().toString());
        page.sentence(subject(page, audience));
        page.gap();
        if (audience.note() != null) {
            page.fact("note", page.shown(audience.note()));
        }
        page.fact("saved", audience.savedAt() == null ? "by hand" : time(audience.savedAt()) + " UTC");
        page.fact("asked as", page.shown(audience.canonical()));
        if (!audience.columns().isEmpty()) {
            page.fact(
                    "columns",
                    audience.columns().entrySet().stream()
                            .map(column -> page.shown(column.getKey() + " " + column.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        PolicyFacts.unit(page, audience.unit());
        PolicyFacts.applied(page, audience.applied());
        if (versions.size() > 1) {
            page.fact("versions", numbers(versions));
        }
        page.fact("file", page.shown(audience.file().toString()));
        page.fact("use", "-w @" + audience.reference());
    }

    /** That something was removed. */
    public static Answer removed(String name, List<Integer> removed, List<Integer> left) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("removed", removed);
        document.put("versions", left);
        return Answer.one(
                document,
                REMOVED,
                page -> {
                    String which = left.isEmpty() && removed.size() == 1 ? name : name + ", " + numbered(removed);
                    page.headline("removed " + which);
                    if (!left.isEmpty()) {
                        page.sentence("What is left of it: " + numbered(left) + ".");
                    }
                },
                false);
    }

    private static String numbered(List<Integer> versions) {
        return (versions.size() == 1 ? "version " : "versions ") + numbers(versions);
    }

    private static String numbers(List<Integer> versions) {
        return versions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> whole(SavedAudience audience) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", audience.reference().name());
        tree.put("version", audience.version());
        tree.put("saved_at", audience.savedAt());
        tree.put("note", audience.note());
        tree.put("catalog", audience.table().catalog());
        tree.put("schema", audience.table().schema());
        tree.put("table", audience.table().table());
        tree.put("predicate", audience.predicate());
        tree.put("canonical", audience.canonical());
        List<Map<String, @Nullable Object>> columns = new ArrayList<>();
        audience.columns().forEach((name, type) -> {
            Map<String, @Nullable Object> column = new LinkedHashMap<>();
            column.put("name", name);
            column.put("type", type);
            columns.add(column);
        });
        tree.put("columns", columns);
        tree.put("unit", audience.unit());
        tree.put("applied", applied(audience.applied()));
        tree.put("file", audience.file().toString());
        return tree;
    }

    private static Map<String, @Nullable Object> applied(AppliedPolicy applied) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("require", applied.require());
        tree.put("row_filter", applied.rowFilter());
        tree.put("partition", applied.partition());
        return tree;
    }

    private static String subject(Page page, SavedAudience audience) {
        return CountAnswer.subject(page, audience.table().toString(), audience.predicate());
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }
}
