package io.leadgen.tests.databricks;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.tests.databricks.SqlTokens.Kind;
import io.leadgen.tests.databricks.SqlTokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of Databricks SQL in the words of H2: as much of the language as leadgen speaks. Names of three parts become names
 * in a schema for each catalog and schema; markers are cast to their parameters' types; what H2 lacks or does in UTF-16 units
 * is replaced.
 */
final class H2Translation {
    private static final Set<String> TEXT_FUNCTIONS =
            Set.of("LOWER", "UPPER", "TRIM", "LTRIM", "RTRIM", "CONCAT", "SUBSTRING", "REPLACE");
    private static final Set<String> FUNCTIONS_OF_TEXT = Set.of("COALESCE", "NULLIF");
    /** Statements that the reader may not run in any case. */
    private static final Set<String> WRITES =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "CREATE", "ALTER", "DROP", "GRANT", "REVOKE");

    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");
    /** Words and symbols between the conditions of a statement. */
    private static final Set<String> BORDERS = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP",
            "ORDER",
            "BY",
            "HAVING",
            "ON",
            "AND",
            "OR",
            "NOT",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "AS",
            "BETWEEN",
            "IN",
            "IS",
            "LIMIT",
            "UNION",
            ",",
            "DISTINCT");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("COUNT_IF", "COUNT(CASE WHEN $1 THEN 1 END)"),
            Map.entry("TRY_SUM", "SUM($1)"),
            Map.entry("BIT_OR", "BIT_OR_AGG($1)"),
            Map.entry("CHAR_LENGTH", "CHAR_LENGTH(REGEXP_REPLACE($1, '[\\x{10000}-\\x{10FFFF}]', '_'))"),
            Map.entry("LENGTH", "CHAR_LENGTH(REGEXP_REPLACE($1, '[\\x{10000}-\\x{10FFFF}]', '_'))"),
            Map.entry("LOWER", "LOWER(REPLACE(REPLACE($1, 'I', 'i'), U&'\\0130', 'i'))"),
            Map.entry("UPPER", "UPPER(REPLACE($1, 'i', 'I'))"),
            Map.entry("DAYOFWEEK", "(MOD(EXTRACT(ISO_DAY_OF_WEEK FROM $1), 7) + 1)"),
            Map.entry("DATEDIFF", "DATEDIFF(DAY, $2, $1)"),
            Map.entry("XXHASH64", "HASH('SHA-256', CONCAT_WS('|', $*))"),
            Map.entry("VERSION", "'4.0.0 emulator'"));
    private static final String WEEK = "DATEADD('DAY', 1 - EXTRACT(ISO_DAY_OF_WEEK FROM $2), CAST($2 AS TIMESTAMP(6)))";
    private static final Pattern ARGUMENT = Pattern.compile("\\$([1-9*])");
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\([0-9]+,[0-9]+\\)");

    private final SqlStatement statement;
    private final Map<TableName, TableSchema> tables;
    /** The tables that the statement reads, by their aliases. */
    private final Map<String, TableSchema> aliases = new HashMap<>();

    private H2Translation(SqlStatement statement, Map<TableName, TableSchema> tables) {
        this.statement = statement;
        this.tables = tables;
    }

    /**
     * Translates a statement.
     *
     * @param tables the tables that there are
     */
    static String of(SqlStatement statement, Map<TableName, TableSchema> tables) throws SqlFailure {
        H2Translation translation = new H2Translation(statement, tables);
        List<Token> tokens = SqlTokens.of(statement.text());
        if (!tokens.isEmpty() && WRITES.stream().anyMatch(tokens.get(0)::is)) {
            throw SqlFailure.insufficientPermissions();
        }
        Tree.Group tree = Tree.of(tokens);
        translation.findAliases(tree.nodes());
        return translation.list(tree.nodes());
    }

    /** The schema of H2 that stands for a schema of a catalog; the two are apart from each other by what no name holds. */
    static String schema(String catalog, String schema) {
        return name(catalog + "\u001f" + schema);
    }

    static String name(String plain) {
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }

    /** H2's name of a type. */
    static String type(String databricks) throws SqlFailure {
        String type = databricks.toUpperCase(Locale.ROOT);
        return switch (type) {
            case "STRING" -> "VARCHAR";
            case "BYTE" -> "TINYINT";
            case "SHORT" -> "SMALLINT";
            case "INTEGER" -> "INT";
            case "LONG" -> "BIGINT";
            case "FLOAT" -> "REAL";
            case "DOUBLE" -> "DOUBLE PRECISION";
            case "TIMESTAMP" -> "TIMESTAMP(6) WITH TIME ZONE";
            case "TIMESTAMP_NTZ" -> "TIMESTAMP(6)";
            case "BINARY" -> "VARBINARY";
            case "BOOLEAN", "TINYINT", "SMALLINT", "INT", "BIGINT", "DATE" -> type;
            default -> {
                if (!DECIMAL.matcher(type).matches()) {
                    throw SqlFailure.of("UNSUPPORTED_DATATYPE", "0A000", "Unsupported data type \"" + type + "\".");
                }
                yield type;
            }
        };
    }

    private void findAliases(List<Tree> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Tree.Group group) {
                findAliases(group.nodes());
            } else if (isTable(nodes, i)) {
                List<String> path = path(nodes, i + 1);
                int next = i + 1 + Math.max(0, 2 * path.size() - 1);
                next += word(nodes, next, "AS") ? 1 : 0;
                String alias = isName(nodes, next)
                        ? ((Tree.Leaf) nodes.get(next)).token().text()
                        : "";
                table(path).map(tables::get).ifPresent(table -> aliases.put(alias.toLowerCase(Locale.ROOT), table));
            }
        }
    }

    /** Whether a table's name follows, and not a date's as in EXTRACT. */
    private static boolean isTable(List<Tree> nodes, int i) {
        return (word(nodes, i, "FROM") || word(nodes, i, "JOIN")) && word(nodes, 0, "SELECT");
    }

    private static boolean word(List<Tree> nodes, int i, String word) {
        return i < nodes.size()
                && nodes.get(i) instanceof Tree.Leaf leaf
                && leaf.token().is(word);
    }

    private static boolean isName(List<Tree> nodes, int i) {
        return i < nodes.size()
                && nodes.get(i) instanceof Tree.Leaf leaf
                && (leaf.token().kind() == Kind.NAME
                        || (leaf.token().kind() == Kind.WORD
                                && !BORDERS.contains(leaf.token().text().toUpperCase(Locale.ROOT))));
    }

    /** The name that begins there, part by part. */
    private static List<String> path(List<Tree> nodes, int start) {
        List<String> parts = new ArrayList<>();
        int i = start;
        while (isName(nodes, i)) {
            parts.add(((Tree.Leaf) nodes.get(i)).token().text());
            if (!word(nodes, i + 1, ".")) {
                break;
            }
            i += 2;
        }
        return parts;
    }

    /** The table that a name means; none if there are not enough parts. */
    private Optional<TableName> table(List<String> path) {
        List<String> full = new ArrayList<>(path);
        if (full.size() == 1 && statement.schema() != null) {
            full.add(0, statement.schema());
        }
        if (full.size() == 2 && statement.catalog() != null) {
            full.add(0, statement.catalog());
        }
        return full.size() == 3 ? Optional.of(new TableName(full.get(0), full.get(1), full.get(2))) : Optional.empty();
    }

    /** Nodes side by side: condition by condition, with the words between them. */
    private String list(List<Tree> nodes) throws SqlFailure {
        StringBuilder out = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= nodes.size(); i++) {
            boolean table = i > 0 && i < nodes.size() && isTable(nodes, i - 1) && isName(nodes, i);
            if (i == nodes.size() || isBorder(nodes.get(i)) || table) {
                out.append(condition(nodes.subList(start, i)));
                start = i;
            }
            if (table) {
                List<String> path = path(nodes, i);
                TableName name = table(path).orElseThrow(SqlFailure::tableNotFound);
                out.append(' ').append(schema(name.catalog(), name.schema()) + "." + name(name.table()));
                i += 2 * path.size() - 2;
                start = i + 1;
            } else if (i < nodes.size() && isBorder(nodes.get(i))) {
                out.append(' ').append(((Tree.Leaf) nodes.get(i)).token().text());
                start = i + 1;
            }
        }
        return out.toString();
    }

    private static boolean isBorder(Tree node) {
        return node instanceof Tree.Leaf leaf
                && (leaf.token().kind() == Kind.WORD || leaf.token().kind() == Kind.SYMBOL)
                && BORDERS.contains(leaf.token().text().toUpperCase(Locale.ROOT));
    }

    /** Comparisons of texts are by code points, which is the order of their UTF-8. */
    private String condition(List<Tree> nodes) throws SqlFailure {
        for (int i = 1; i < nodes.size() - 1; i++) {
            List<Tree> left = nodes.subList(0, i);
            List<Tree> right = nodes.subList(i + 1, nodes.size());
            if (!(nodes.get(i) instanceof Tree.Leaf leaf)) {
                continue;
            }
            String operator = leaf.token().text().toUpperCase(Locale.ROOT);
            if (leaf.token().is("LIKE") || leaf.token().is("ILIKE")) {
                return like(left, right, operator.equals("ILIKE"));
            } else if (leaf.token().kind() == Kind.SYMBOL
                    && ORDERS.contains(operator)
                    && (isText(left) || isText(right))) {
                return " STRINGTOUTF8(" + plain(left) + ") " + operator + " STRINGTOUTF8(" + plain(right) + ")";
            }
        }
        return plain(nodes);
    }

    private String like(List<Tree> left, List<Tree> right, boolean insensitive) throws SqlFailure {
        int escape = 0;
        while (escape < right.size() && !word(right, escape, "ESCAPE")) {
            escape++;
        }
        String character = escape < right.size() ? plain(right.subList(escape + 1, right.size())) : "'\\'";
        // The markers of the value come before those of the pattern.
        String value = plain(left);
        return " DATABRICKS_LIKE(" + value + ", " + plain(right.subList(0, escape)) + ", " + character + ", "
                + insensitive + ")";
    }

    /** Whether an operand is a text, as far as can be told without a catalog of functions. */
    private boolean isText(List<Tree> operand) {
        if (operand.size() == 1
                && operand.get(0) instanceof Tree.Leaf leaf
                && leaf.token().is("?")) {
            int ordinal = leaf.token().marker();
            return ordinal < statement.parameters().size()
                    && statement.parameters().get(ordinal).type().equals("STRING");
        }
        if (operand.size() == 1
                && operand.get(0) instanceof Tree.Leaf leaf
                && leaf.token().kind() == Kind.STRING) {
            return true;
        }
        if (operand.size() == 2
                && operand.get(0) instanceof Tree.Leaf function
                && operand.get(1) instanceof Tree.Group group) {
            String name = function.token().text().toUpperCase(Locale.ROOT);
            return TEXT_FUNCTIONS.contains(name)
                    || (FUNCTIONS_OF_TEXT.contains(name)
                            && isText(arguments(group.nodes()).get(0)))
                    || (name.equals("CAST") && word(group.nodes(), group.nodes().size() - 1, "STRING"));
        }
        List<String> path = path(operand, 0);
        return !path.isEmpty()
                && operand.size() == 2 * path.size() - 1
                && columnType(path).equals(Optional.of(ColumnType.STRING));
    }

    private Optional<ColumnType> columnType(List<String> path) {
        ColumnName name = new ColumnName(path.get(path.size() - 1));
        String alias = path.size() == 1 ? "" : path.get(path.size() - 2).toLowerCase(Locale.ROOT);
        return aliases.entrySet().stream()
                .filter(table -> alias.isEmpty() || table.getKey().equals(alias))
                .flatMap(table -> table.getValue().column(name).stream())
                .map(Column::type)
                .findFirst();
    }

    private String plain(List<Tree> nodes) throws SqlFailure {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Tree.Group group) {
                out.append(" (").append(list(group.nodes())).append(')');
            } else if (nodes.get(i) instanceof Tree.Leaf leaf
                    && leaf.token().kind() == Kind.WORD
                    && i + 1 < nodes.size()
                    && nodes.get(i + 1) instanceof Tree.Group group) {
                out.append(' ').append(call(leaf.token().text().toUpperCase(Locale.ROOT), group.nodes()));
                i++;
            } else if (nodes.get(i) instanceof Tree.Leaf leaf) {
                out.append(' ').append(leaf(leaf.token()));
            }
        }
        return out.toString();
    }

    private String leaf(Token token) throws SqlFailure {
        return switch (token.kind()) {
            case NAME -> name(token.text());
            case STRING -> literal(token.text());
            case NUMBER -> number(token.text());
            case SYMBOL -> token.is("?") ? marker(token) : token.text();
            case WORD -> token.text();
        };
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String number(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.endsWith("BD")) {
            return upper.substring(0, upper.length() - 2);
        } else if (upper.endsWith("D") || upper.endsWith("L")) {
            String type = upper.endsWith("D") ? "DOUBLE PRECISION" : "BIGINT";
            return "CAST(" + upper.substring(0, upper.length() - 1) + " AS " + type + ")";
        }
        return text;
    }

    private String marker(Token token) throws SqlFailure {
        int ordinal = token.marker();
        if (ordinal >= statement.parameters().size()) {
            throw SqlFailure.of("UNBOUND_SQL_PARAMETER", "42P02", "Found the unbound parameter: _" + ordinal + ".");
        }
        String type = statement.parameters().get(ordinal).type();
        String marker = "?" + (ordinal + 1);
        return type.equals("VOID") ? marker : "CAST(" + marker + " AS " + type(type) + ")";
    }

    private String call(String function, List<Tree> nodes) throws SqlFailure {
        if (function.equals("CAST")) {
            return cast(nodes);
        } else if (function.equals("CURRENT_CATALOG")) {
            return literal(Optional.ofNullable(statement.catalog()).orElse(InformationSchema.LEGACY_CATALOG));
        } else if (function.equals("CURRENT_TIMEZONE")) {
            return literal(statement.settings().getOrDefault("timezone", "Etc/UTC"));
        } else if (function.equals("CURRENT_SCHEMA")) {
            return literal(Optional.ofNullable(statement.schema()).orElse("default"));
        }
        String template = FUNCTIONS.get(function);
        List<String> arguments = new ArrayList<>();
        if (template != null || function.equals("DATE_TRUNC")) {
            for (List<Tree> argument : arguments(nodes)) {
                arguments.add(list(argument).strip());
            }
        }
        if (function.equals("DATE_TRUNC") && arguments.size() == 2) {
            boolean week = arguments.get(0).equalsIgnoreCase("'WEEK'");
            return fill(week ? WEEK : "DATE_TRUNC($1, $2)", arguments);
        }
        return template == null ? function + "(" + list(nodes) + ")" : fill(template, arguments);
    }

    private static String fill(String template, List<String> arguments) throws SqlFailure {
        Matcher matcher = ARGUMENT.matcher(template);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            boolean all = matcher.group(1).equals("*");
            int place = all ? 0 : Integer.parseInt(matcher.group(1)) - 1;
            if (place >= arguments.size()) {
                throw SqlFailure.of("WRONG_NUM_ARGS", "42605", "The function requires more parameters.");
            }
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(all ? String.join(", ", arguments) : arguments.get(place)));
        }
        return matcher.appendTail(out).toString();
    }

    private String cast(List<Tree> nodes) throws SqlFailure {
        for (int i = 0; i < nodes.size(); i++) {
            if (word(nodes, i, "AS")) {
                StringBuilder type = new StringBuilder();
                for (Tree node : nodes.subList(i + 1, nodes.size())) {
                    type.append(node.text());
                }
                return "CAST(" + list(nodes.subList(0, i)) + " AS " + type(type.toString()) + ")";
            }
        }
        throw SqlFailure.of("PARSE_SYNTAX_ERROR", "42601", "Syntax error at or near ')'.");
    }

    private static List<List<Tree>> arguments(List<Tree> nodes) {
        List<List<Tree>> arguments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= nodes.size(); i++) {
            if (i == nodes.size() || word(nodes, i, ",")) {
                if (i > start) {
                    arguments.add(nodes.subList(start, i));
                }
                start = i + 1;
            }
        }
        return arguments;
    }

    /** Tokens, and what stands in brackets. */
    private sealed interface Tree {
        String text();

        record Leaf(Token token) implements Tree {
            @Override
            public String text() {
                return token.text();
            }
        }

        record Group(List<Tree> nodes) implements Tree {
            @Override
            public String text() {
                StringBuilder text = new StringBuilder("(");
                nodes.forEach(node -> text.append(node.text()));
                return text.append(")").toString();
            }
        }

        static Group of(List<Token> tokens) throws SqlFailure {
            List<List<Tree>> open = new ArrayList<>(List.of(new ArrayList<>()));
            for (Token token : tokens) {
                if (token.is("(")) {
                    open.add(new ArrayList<>());
                } else if (token.is(")") && open.size() > 1) {
                    Group closed = new Group(open.remove(open.size() - 1));
                    open.get(open.size() - 1).add(closed);
                } else {
                    open.get(open.size() - 1).add(new Leaf(token));
                }
            }
            if (open.size() > 1) {
                throw SqlFailure.of("PARSE_SYNTAX_ERROR", "42601", "Syntax error at or near end of input.");
            }
            return new Group(open.get(0));
        }
    }
}
