package io.leadgen.cli.answer.explore;

import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.answer.CatalogShapes.Names;
import io.leadgen.runtime.answer.Columns;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What there is to ask about. */
public final class CatalogAnswers {
    /** Up to this many columns are shown with all that the dictionary says of them; longer lists are for an overview. */
    private static final int SHOWN_IN_FULL = 5;

    private CatalogAnswers() {}

    public static Answer catalogs(List<String> catalogs, String requestId) {
        return names(
                CatalogShapes.CATALOGS,
                Names.catalogs(catalogs, requestId),
                catalogs.stream().map(List::of).toList(),
                names(catalogs, "No catalog is in your scope."));
    }

    public static Answer schemas(String catalog, List<String> schemas, String requestId) {
        return names(
                CatalogShapes.SCHEMAS,
                Names.schemas(catalog, schemas, requestId),
                schemas.stream().map(name -> List.of(catalog, name)).toList(),
                names(
                        schemas.stream().map(name -> catalog + "." + name).toList(),
                        "No schema of this catalog is in your scope."));
    }

    public static Answer tables(String catalog, String schema, List<TableName> tables, String requestId) {
        return names(
                CatalogShapes.TABLES,
                Names.tables(catalog, schema, tables, requestId),
                tables.stream()
                        .map(name -> List.of(name.catalog(), name.schema(), name.table()))
                        .toList(),
                names(tables.stream().map(TableName::toString).toList(), "This schema has no tables."));
    }

    /** A record for each name has all parts of it, so that it can be used without the question. */
    private static Answer names(Shape<Names> shape, Names names, List<List<String>> parts, Consumer<Page> people) {
        List<String> keys = CommonShapes.TABLE.columns().header();
        int depth = shape.columns().header().size() - 1;
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (List<String> name : parts) {
            Map<String, @Nullable Object> part = new LinkedHashMap<>();
            for (int i = 0; i < depth; i++) {
                part.put(keys.get(i), name.get(i));
            }
            records.add(part);
        }
        Columns columns = Columns.of(keys.subList(0, depth).toArray(String[]::new));
        return new Answer(shape.tree(names), records, columns, people, Answer.Kind.ANSWER);
    }

    /** Bare lines, in the form in which other commands take them. */
    private static Consumer<Page> names(List<String> names, String none) {
        return page -> {
            if (names.isEmpty()) {
                page.sentence(none);
            }
            names.forEach(name -> page.sentence(page.shown(name)));
        };
    }

    public static Answer metadata(TableMetadata metadata) {
        return Answer.list(CatalogShapes.METADATA, metadata, "columns", page -> write(page, metadata));
    }

    public static Answer partitions(PartitionInfo partitions) {
        return Answer.list(CatalogShapes.PARTITIONS, partitions, "partition_columns", page -> write(page, partitions));
    }

    private static void write(Page page, TableMetadata metadata) {
        page.headline(page.shown(metadata.table().toString()));
        if (metadata.comment() != null) {
            page.sentence(page.shown(metadata.comment()));
        }
        page.gap();
        page.fact("columns", columns(metadata));
        if (metadata.searchedFor() != null) {
            page.fact("searched", page.shown(metadata.searchedFor()) + " (no column matches the text as it was typed)");
        }
        PolicyFacts.unit(page, metadata.unit());
        PolicyFacts.applied(page, metadata.applied());
        if (metadata.columns().isEmpty()) {
            return;
        }
        page.gap();
        boolean inFull = metadata.columns().size() <= SHOWN_IN_FULL;
        boolean notes = metadata.columns().stream()
                .anyMatch(column -> !note(page, column, inFull).isEmpty());
        TextTable table = new TextTable(notes ? List.of("column", "type", "about") : List.of("column", "type"));
        metadata.columns().forEach(column -> {
            List<String> cells = new ArrayList<>(List.of(page.shown(column.name()), page.shown(column.type())));
            if (notes) {
                cells.add(note(page, column, inFull));
            }
            table.row(cells);
        });
        page.table(table);
        if (metadata.truncated()) {
            page.gap();
            page.sentence("There are more columns. Use --search TEXT to find some, or --limit N to show more.");
        }
    }

    private static String columns(TableMetadata metadata) {
        String all = Numerals.grouped(metadata.columnCount());
        String shown = Numerals.grouped(metadata.columns().size());
        if (metadata.matching() == metadata.columnCount()) {
            return metadata.truncated() ? shown + " of " + all + " are shown" : all;
        }
        return Numerals.grouped(metadata.matching()) + " of " + all + " match"
                + (metadata.truncated() ? "; the best " + shown + " are shown" : "");
    }

    private static String note(Page page, TableMetadata.ColumnInfo column, boolean inFull) {
        List<String> notes = new ArrayList<>();
        if (column.comment() != null && !column.comment().isBlank()) {
            notes.add(page.shown(column.comment().strip()));
        }
        if (!column.values().isEmpty()) {
            notes.add("one of " + page.shown(String.join(", ", column.values())));
        }
        Bounds bounds = column.bounds();
        if (bounds != null) {
            notes.add(PolicyFacts.range(bounds));
        }
        if (column.partition()) {
            notes.add("partition");
        }
        if (!column.nullable()) {
            notes.add("never NULL");
        }
        if (inFull) {
            notes.addAll(dictionary(page, column));
        }
        return String.join("; ", notes);
    }

    private static List<String> dictionary(Page page, TableMetadata.ColumnInfo column) {
        List<String> notes = new ArrayList<>();
        if (column.definition() != null) {
            notes.add(page.shown(column.definition().strip()));
        }
        if (!column.tags().isEmpty()) {
            notes.add("tags " + page.shown(String.join(", ", column.tags())));
        }
        if (column.owner() != null) {
            notes.add("owner " + page.shown(column.owner()));
        }
        return notes;
    }

    private static void write(Page page, PartitionInfo partitions) {
        page.headline(page.shown(partitions.table().toString()));
        if (partitions.partitionColumns().isEmpty()) {
            page.sentence("The table is not partitioned.");
        }
        if (partitions.required() != null) {
            page.sentence("Every question must filter on " + page.shown(partitions.required()) + ".");
        }
        if (!partitions.partitionColumns().isEmpty()) {
            page.gap();
            TextTable table = new TextTable(List.of("partition column", "type", "comment"));
            partitions
                    .partitionColumns()
                    .forEach(column -> table.row(List.of(
                            page.shown(column.name()),
                            page.shown(column.type()),
                            column.comment() == null ? "" : page.shown(column.comment()))));
            page.table(table);
        }
    }
}
