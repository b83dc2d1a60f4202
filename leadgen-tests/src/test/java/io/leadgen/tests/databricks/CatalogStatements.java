package io.leadgen.tests.databricks;

import static io.leadgen.tests.databricks.SqlResult.row;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.runtime.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers {@code SHOW} and {@code DESCRIBE}, which engines understand each in its own way, and passes on everything else. */
final class CatalogStatements implements SqlBackend {
    private static final String NAME = "(`(?:[^`]|``)+`|\\w+)";
    private static final String TABLE = NAME + "\\." + NAME + "\\." + NAME;
    private static final Pattern CATALOGS = statement("SHOW CATALOGS");
    private static final Pattern SCHEMAS =
            statement("SHOW (?:SCHEMAS|DATABASES) (?:IN|FROM) " + NAME + "(?: LIKE '([^']*)')?");
    private static final Pattern TABLES =
            statement("SHOW TABLES (?:IN|FROM) " + NAME + "\\." + NAME + "(?: LIKE '([^']*)')?");
    private static final Pattern TABLES_OF_CATALOG =
            statement("SHOW TABLES IN CATALOG " + NAME + "(?: SCHEMA LIKE '([^']*)')?(?: LIKE '([^']*)')?");
    private static final Pattern DETAIL = statement("(?:DESCRIBE|DESC) DETAIL " + TABLE);
    private static final Pattern TABLE_EXTENDED = statement("(?:DESCRIBE|DESC) (?:TABLE )?EXTENDED " + TABLE);
    private static final Pattern TABLE_COLUMNS = statement("(?:DESCRIBE|DESC) (?:TABLE )?" + TABLE);

    private final SqlBackend engine;

    CatalogStatements(SqlBackend engine) {
        this.engine = engine;
    }

    private static Pattern statement(String words) {
        return Pattern.compile(
                "\\s*" + words.replace(" ", "\\s+") + "\\s*;?\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    @Override
    public SqlResult execute(SqlStatement statement, Cancellation cancellation) throws SqlFailure {
        String text = SqlTokens.withoutComments(statement.text());
        Matcher matcher = CATALOGS.matcher(text);
        if (matcher.matches()) {
            return SqlResult.ofStrings(List.of("catalog"), names(names().map(TableName::catalog)));
        }
        matcher = SCHEMAS.matcher(text);
        if (matcher.matches()) {
            return schemas(name(matcher, 1), matcher.group(2));
        }
        matcher = TABLES.matcher(text);
        if (matcher.matches()) {
            return tables(name(matcher, 1), name(matcher, 2), matcher.group(3));
        }
        matcher = TABLES_OF_CATALOG.matcher(text);
        if (matcher.matches()) {
            return tablesOfCatalog(name(matcher, 1), matcher.group(2), matcher.group(3));
        }
        matcher = DETAIL.matcher(text);
        if (matcher.matches()) {
            return detail(find(matcher));
        }
        matcher = TABLE_EXTENDED.matcher(text);
        if (matcher.matches()) {
            return extended(find(matcher));
        }
        matcher = TABLE_COLUMNS.matcher(text);
        return matcher.matches()
                ? SqlResult.ofStrings(List.of("col_name", "data_type", "comment"), columns(find(matcher)))
                : engine.execute(statement, cancellation);
    }

    private static String name(Matcher matcher, int group) {
        String text = matcher.group(group);
        String plain =
                text.startsWith("`") ? text.substring(1, text.length() - 1).replace("``", "`") : text;
        return plain.toLowerCase(Locale.ROOT);
    }

    /** The pattern of a {@code LIKE} here: stars stand for anything, points for one character, bars between alternatives. */
    private static boolean matches(String name, @Nullable String pattern) {
        return pattern == null
                || Stream.of(pattern.toLowerCase(Locale.ROOT).split("\\|", -1))
                        .anyMatch(one -> name.matches(Stream.of(one.split("\\*", -1))
                                .map(part -> Stream.of(part.split("\\.", -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".")))
                                .collect(Collectors.joining(".*"))));
    }

    private static List<List<@Nullable String>> names(Stream<String> names) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        names.collect(Collectors.toCollection(TreeSet::new)).forEach(name -> rows.add(row(name)));
        return rows;
    }

    private SqlResult schemas(String catalog, @Nullable String pattern) throws SqlFailure {
        if (names().noneMatch(name -> name.catalog().equals(catalog))) {
            throw SqlFailure.of("CATALOG_NOT_FOUND", "42P08", "The catalog cannot be found.");
        }
        return SqlResult.ofStrings(
                List.of("databaseName"),
                names(names().filter(name -> name.catalog().equals(catalog))
                        .map(TableName::schema)
                        .filter(schema -> matches(schema, pattern))));
    }

    private SqlResult tables(String catalog, String schema, @Nullable String pattern) throws SqlFailure {
        List<TableName> all = names().filter(
                        name -> name.catalog().equals(catalog) && name.schema().equals(schema))
                .toList();
        if (all.isEmpty()) {
            throw SqlFailure.of("SCHEMA_NOT_FOUND", "42704", "The schema cannot be found.");
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        all.stream()
                .filter(name -> matches(name.table(), pattern))
                .forEach(name -> rows.add(row(name.schema(), name.table(), "false")));
        return new SqlResult(
                List.of(string("database"), string("tableName"), new SqlResult.Column("isTemporary", "BOOLEAN")), rows);
    }

    private SqlResult tablesOfCatalog(String catalog, @Nullable String schemas, @Nullable String tables) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        names().filter(name -> name.catalog().equals(catalog)
                        && matches(name.schema(), schemas)
                        && matches(name.table(), tables))
                .forEach(name -> rows.add(row(name.schema(), name.table(), "false", "", catalog, "TABLE", "")));
        return new SqlResult(
                List.of(
                        string("namespace"),
                        string("tableName"),
                        new SqlResult.Column("isTemporary", "BOOLEAN"),
                        string("information"),
                        string("catalogName"),
                        string("tableType"),
                        string("remarks")),
                rows);
    }

    private static SqlResult.Column string(String name) {
        return new SqlResult.Column(name, "STRING");
    }

    private Stream<TableName> names() {
        return tables().stream().map(TableSchema::name);
    }

    private TableSchema find(Matcher matcher) throws SqlFailure {
        TableName name = new TableName(name(matcher, 1), name(matcher, 2), name(matcher, 3));
        Optional<TableSchema> table =
                tables().stream().filter(schema -> schema.name().equals(name)).findFirst();
        return table.orElseThrow(SqlFailure::tableNotFound);
    }

    private static List<List<@Nullable String>> columns(TableSchema table) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        table.columns().forEach(column -> rows.add(column(column)));
        List<Column> partitions = table.partitionColumns();
        if (!partitions.isEmpty()) {
            rows.add(row("# Partition Information", "", ""));
            rows.add(row("# col_name", "data_type", "comment"));
            partitions.forEach(column -> rows.add(column(column)));
        }
        return rows;
    }

    private static List<@Nullable String> column(Column column) {
        return row(column.name().value(), InformationSchema.type(column.type()), column.comment());
    }

    private static SqlResult extended(TableSchema table) {
        List<List<@Nullable String>> rows = columns(table);
        rows.add(row("", "", ""));
        rows.add(row("# Detailed Table Information", "", ""));
        rows.add(row("Catalog", table.name().catalog(), ""));
        rows.add(row("Database", table.name().schema(), ""));
        rows.add(row("Table", table.name().table(), ""));
        rows.add(row("Type", "MANAGED", ""));
        if (table.comment() != null) {
            rows.add(row("Comment", table.comment(), ""));
        }
        rows.add(row("Provider", "delta", ""));
        return SqlResult.ofStrings(List.of("col_name", "data_type", "comment"), rows);
    }

    private static SqlResult detail(TableSchema table) {
        String partitions = JsonText.compact(table.partitionColumns().stream()
                .map(Column::name)
                .map(ColumnName::value)
                .toList());
        return new SqlResult(
                List.of(
                        string("format"),
                        string("name"),
                        string("description"),
                        new SqlResult.Column("partitionColumns", "ARRAY<STRING>")),
                List.of(row("delta", table.name().toString(), table.comment(), partitions)));
    }

    /** Those of the engine, and those that describe them. */
    @Override
    public List<TableSchema> tables() {
        List<TableSchema> tables = engine.tables();
        return Stream.concat(
                        tables.stream(), InformationSchema.of(tables).stream().map(TableData::schema))
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
