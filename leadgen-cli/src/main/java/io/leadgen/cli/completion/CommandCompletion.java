package io.leadgen.cli.completion;

import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.cli.completion.Candidate.Ending;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.language.complete.Completion;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.local.TableOrFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completes words of a command line. Which values an option or an argument takes is known from picocli's model: the candidates that
 * it declares, else its label ({@code TABLE}, {@code PREDICATE}) as the help text shows it.
 */
public final class CommandCompletion {
    private static final Pattern PLAIN_PART = Pattern.compile("[\\p{L}_0-9][\\p{L}\\p{N}_$-]*");

    /** An open bracket, or a quote with nothing but the kind of value before it. */
    private static final Pattern OPEN_END = Pattern.compile("\\($|^ ?(\\w+ )?'$");

    /** How values with a label are completed; a new label of a command belongs here, or among those that nobody can guess. */
    private static final Map<String, Value> VALUES = Map.ofEntries(
            Map.entry("TABLE", CommandCompletion::tables),
            Map.entry("CATALOG", (all, words, text) -> all.catalogs(text)),
            Map.entry("CATALOG.SCHEMA", (all, words, text) -> all.schemas(text)),
            Map.entry("COLUMN", (all, words, text) -> all.columns(words, text, column -> true, Ending.WORD_ENDS)),
            Map.entry("PREDICATE", CommandCompletion::predicate),
            Map.entry("AUDIENCE", (all, words, text) -> all.audiences(0, text)),
            Map.entry("A", (all, words, text) -> all.audiences(0, text)),
            Map.entry("B", (all, words, text) -> all.audiences(0, text)),
            Map.entry(
                    "NAME=PREDICATE",
                    (all, words, text) -> all.behind('=', text, all::nothing, (w, t) -> all.predicate(w, t), words)),
            Map.entry("GROUPING[,GROUPING]", CommandCompletion::grouping),
            Map.entry("TYPE:COLUMN", CommandCompletion::typedColumn),
            Map.entry("METRIC", (all, words, text) -> all.metrics(text)),
            Map.entry("UNIT", (all, words, text) -> all.units(text)),
            Map.entry("COMMAND", (all, words, text) -> all.commands(all.root, text)),
            Map.entry("FILE", (all, words, text) -> new WordCompletion(0, List.of(), true)),
            Map.entry(
                    "TABLE=FILE",
                    (all, words, text) -> all.behind(
                            '=', text, all::nothing, (w, t) -> new WordCompletion(0, List.of(), true), words)));

    private interface Value {
        WordCompletion complete(CommandCompletion all, CommandWords words, String text);
    }

    private interface Part {
        WordCompletion complete(CommandWords words, String text);
    }

    private final CommandSpec root;
    private final Names names;
    private final @Nullable TableName current;

    /**
     * Completes command lines.
     *
     * @param current the table that is meant where a command names none; null where every command has to name one
     */
    public CommandCompletion(CommandSpec root, Names names, @Nullable TableName current) {
        this.root = root;
        this.names = names;
        this.current = current;
    }

    /** Whether values with this label can be completed. */
    public static boolean completes(String label) {
        return VALUES.containsKey(label);
    }

    /**
     * How a word can go on.
     *
     * @param before the whole words before it, without the name of the program
     * @param word what there is of it, up to the cursor and without quotes
     */
    public WordCompletion complete(List<String> before, String word) {
        CommandWords words = CommandWords.of(root, before);
        if (words.waiting() != null) {
            return value(words.waiting(), words, word);
        }
        if (!words.optionsOver() && word.startsWith("-")) {
            return option(words, word);
        }
        if (words.arguments().isEmpty() && !words.command().subcommands().isEmpty()) {
            return commands(words.command(), word);
        }
        WordCompletion argument = argument(words, word);
        boolean options =
                argument.candidates().isEmpty() && !argument.files() && word.isEmpty() && !words.optionsOver();
        return options ? options(words, "") : argument;
    }

    private WordCompletion option(CommandWords words, String word) {
        CommandWords.Attached attached =
                CommandWords.attached(words.command(), word).orElse(null);
        if (attached != null && attached.from() > 0 && attached.from() <= word.length()) {
            return value(attached.option(), words, word.substring(attached.from()))
                    .behind(attached.from());
        }
        return options(words, word);
    }

    private WordCompletion options(CommandWords words, String word) {
        List<Candidate> candidates = new ArrayList<>();
        for (OptionSpec option : words.command().options()) {
            boolean again = option.isMultiValue() || !words.has(option.longestName());
            if (again && !option.hidden()) {
                // Who has typed a short name in full has it; the long one says more.
                String name = List.of(option.names()).contains(word) ? word : option.longestName();
                if (name.startsWith(word)) {
                    candidates.add(new Candidate(name, first(option.description()), Ending.WORD_ENDS));
                }
            }
        }
        return new WordCompletion(0, candidates, false);
    }

    private static String first(String... lines) {
        return Stream.of(lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.replace("%%", "%").replaceAll("\\s*[;,(]?\\s*\\$\\{[^}]*}.*", ""))
                .orElse("");
    }

    private WordCompletion commands(CommandSpec parent, String word) {
        List<Candidate> candidates = new ArrayList<>();
        for (CommandLine command : parent.subcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            if (!spec.usageMessage().hidden() && spec.name().startsWith(word)) {
                candidates.add(
                        new Candidate(spec.name(), first(spec.usageMessage().header()), Ending.WORD_ENDS));
            }
        }
        return new WordCompletion(0, candidates, false);
    }

    private WordCompletion argument(CommandWords words, String word) {
        List<PositionalParamSpec> parameters = words.command().positionalParameters();
        int index = words.arguments().size();
        boolean tableLeftOut = current != null
                && !parameters.isEmpty()
                && parameters.get(0).paramLabel().equals("TABLE")
                && (words.arguments().isEmpty() || tableIn(words) == null);
        PositionalParamSpec parameter = parameter(parameters, tableLeftOut && index > 0 ? index + 1 : index);
        WordCompletion completion = parameter == null ? WordCompletion.NONE : value(parameter, words, word);
        PositionalParamSpec next = parameter(parameters, index + 1);
        if (!tableLeftOut || index > 0 || next == null) {
            return completion;
        }
        WordCompletion second = value(next, words, word);
        return second.candidates().isEmpty() ? completion : second;
    }

    private static @Nullable PositionalParamSpec parameter(List<PositionalParamSpec> parameters, int index) {
        return parameters.stream()
                .filter(parameter -> parameter.index().contains(index))
                .findFirst()
                .orElse(null);
    }

    private @Nullable TableName tableIn(CommandWords words) {
        for (String argument : words.arguments()) {
            try {
                return TableName.parse(argument);
            } catch (LeadgenException e) {
                // An argument of another kind.
            }
        }
        return null;
    }

    private WordCompletion value(ArgSpec arg, CommandWords words, String text) {
        if (arg.completionCandidates() != null) {
            List<String> values = new ArrayList<>();
            arg.completionCandidates().forEach(values::add);
            return plain(values, text);
        }
        Value value = VALUES.get(arg.paramLabel());
        return value == null ? WordCompletion.NONE : value.complete(this, words, text);
    }

    private static WordCompletion plain(List<String> values, String text) {
        return new WordCompletion(
                0,
                values.stream()
                        .filter(value -> value.regionMatches(true, 0, text, 0, text.length()))
                        .map(value -> new Candidate(value, "", Ending.WORD_ENDS))
                        .toList(),
                false);
    }

    private WordCompletion nothing(CommandWords words, String text) {
        return WordCompletion.NONE;
    }

    /** Two parts with a sign between them. */
    private WordCompletion behind(char sign, String text, Part before, Part after, CommandWords words) {
        int at = text.indexOf(sign);
        return at < 0
                ? before.complete(words, text)
                : after.complete(words, text.substring(at + 1)).behind(at + 1);
    }

    // Names of the catalog

    private static String quoted(String part) {
        return PLAIN_PART.matcher(part).matches() ? part : "`" + part + "`";
    }

    private WordCompletion catalogs(String text) {
        return plain(names.catalogs().stream().map(CommandCompletion::quoted).toList(), text);
    }

    /** Level by level, but for levels on which there is no choice. */
    private WordCompletion schemas(String text) {
        List<String> schemas = new ArrayList<>();
        List<String> catalogs = begunWith(names.catalogs(), text);
        for (String catalog : catalogs) {
            if (catalogs.size() > 1) {
                return open(catalogs);
            }
            names.schemas(catalog).forEach(schema -> schemas.add(quoted(catalog) + "." + quoted(schema)));
        }
        return plain(schemas, text);
    }

    private WordCompletion tables(CommandWords words, String text) {
        if (TableOrFile.of(text) == TableOrFile.FILE) {
            return new WordCompletion(0, List.of(), true);
        }
        List<String> catalogs = begunWith(names.catalogs(), text);
        if (catalogs.isEmpty() && (current == null || !text.isEmpty())) {
            return new WordCompletion(0, List.of(), true); // no table is called so, but a file may be
        }
        if (catalogs.size() != 1) {
            return open(catalogs);
        }
        String catalog = catalogs.get(0);
        List<String> schemas = names.schemas(catalog).stream()
                .filter(schema -> begins(quoted(catalog) + "." + quoted(schema) + ".", text))
                .toList();
        if (schemas.size() != 1) {
            return open(schemas.stream()
                    .map(schema -> quoted(catalog) + "." + quoted(schema))
                    .toList());
        }
        return plain(
                names.tables(catalog, schemas.get(0)).stream()
                        .map(table ->
                                quoted(table.catalog()) + "." + quoted(table.schema()) + "." + quoted(table.table()))
                        .toList(),
                text);
    }

    private static List<String> begunWith(List<String> all, String text) {
        return all.stream().filter(name -> begins(quoted(name) + ".", text)).toList();
    }

    /** Whether one of the two is the beginning of the other. */
    private static boolean begins(String name, String text) {
        int common = Math.min(name.length(), text.length());
        return name.regionMatches(true, 0, text, 0, common);
    }

    private static WordCompletion open(List<String> names) {
        return new WordCompletion(
                0,
                names.stream()
                        .map(name -> new Candidate(name + ".", "", Ending.GOES_ON))
                        .toList(),
                false);
    }

    private List<ColumnInfo> columns(CommandWords words) {
        TableName table = tableIn(words);
        TableName asked = table == null ? current : table;
        return asked == null ? List.of() : names.columns(asked);
    }

    private WordCompletion columns(CommandWords words, String text, Predicate<ColumnInfo> fits, Ending ending) {
        return new WordCompletion(
                0,
                columns(words).stream()
                        .filter(fits)
                        .filter(column -> column.name().regionMatches(true, 0, text, 0, text.length()))
                        .map(column -> new Candidate(column.name(), described(column), ending))
                        .toList(),
                false);
    }

    private static String described(ColumnInfo column) {
        return column.comment() == null ? column.type() : column.type() + ": " + column.comment();
    }

    private static TypeFamily family(ColumnInfo column) {
        return ColumnType.spelled(column.type()).family();
    }

    // Values in words

    private WordCompletion units(String text) {
        return plain(
                Stream.of(DateUnit.values())
                        .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                        .toList(),
                text);
    }

    private WordCompletion metrics(String text) {
        return plain(
                Stream.of(MetricType.values())
                        .filter(type -> type != MetricType.PERCENTILE)
                        .map(MetricType::name)
                        .toList(),
                text);
    }

    private WordCompletion grouping(CommandWords words, String text) {
        int comma = text.lastIndexOf(',') + 1;
        String grouping = text.substring(comma);
        if (grouping.contains("[") || grouping.contains("]")) {
            return WordCompletion.NONE; // the edges of bands are for the caller to choose
        }
        return behind(
                        ':',
                        grouping,
                        (w, column) -> columns(w, column, each -> true, Ending.WORD_ENDS),
                        (w, unit) -> units(unit),
                        words)
                .behind(comma);
    }

    private WordCompletion typedColumn(CommandWords words, String text) {
        return behind(
                ':',
                text,
                (w, type) -> new WordCompletion(
                        0,
                        Stream.of(MetricType.SUM, MetricType.AVG)
                                .filter(each -> each.name().regionMatches(true, 0, type, 0, type.length()))
                                .map(each -> new Candidate(each + ":", "", Ending.GOES_ON))
                                .toList(),
                        false),
                (w, column) -> columns(w, column, each -> family(each).isNumber(), Ending.WORD_ENDS),
                words);
    }

    private WordCompletion audiences(int from, String text) {
        return new WordCompletion(
                from,
                names.audiences().stream()
                        .filter(audience -> audience.name().startsWith(text.substring(from)))
                        .map(audience -> new Candidate(audience.name(), audience.meaning(), Ending.WORD_ENDS))
                        .toList(),
                false);
    }

    // Predicates

    private WordCompletion predicate(CommandWords words, String text) {
        if (text.startsWith("@")) {
            WordCompletion audiences = audiences(1, text);
            return new WordCompletion(1, audiences.candidates(), true);
        }
        List<ColumnInfo> columns = columns(words);
        Completion.All all = Completion.of(
                text,
                columns.stream()
                        .map(column -> Completion.Known.of(column.name(), column.type(), column.values()))
                        .toList());
        return new WordCompletion(
                all.from(),
                all.each().stream()
                        .map(each -> new Candidate(each.text(), described(each, columns), ending(each)))
                        .toList(),
                false);
    }

    private static String described(Completion continuation, List<ColumnInfo> columns) {
        return switch (continuation.kind()) {
            case COLUMN ->
                columns.stream()
                        .filter(column -> continuation.column() != null
                                && column.name().equals(continuation.column().value()))
                        .findFirst()
                        .map(CommandCompletion::described)
                        .orElse("");
            case VALUE -> continuation.column() == null ? "" : "a declared value";
            case FUNCTION -> "a function";
            case TEST, JOINT -> "";
        };
    }

    private static Ending ending(Completion continuation) {
        return OPEN_END.matcher(continuation.text()).find() ? Ending.GOES_ON : Ending.BLANK;
    }
}
