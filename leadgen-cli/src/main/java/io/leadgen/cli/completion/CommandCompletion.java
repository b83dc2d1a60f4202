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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
 * Completes words of a command line. The values of an option or argument follow from picocli's model: its declared candidates, or
 * else its label ({@code TABLE}, {@code PREDICATE}) in the help text.
 */
public final class CommandCompletion {
    /** An open bracket, or an opening quote after at most the kind of value. */
    private static final Pattern OPEN_END = Pattern.compile("\\($|^ ?(\\w+ )?'$");

    /** How values with a label are completed; a value without an entry here is not completed. */
    private static final Map<String, Value> VALUES = Map.ofEntries(
            Map.entry("TABLE", (all, words, text) -> all.catalog.tables(text)),
            Map.entry("CATALOG", (all, words, text) -> all.catalog.catalogs(text)),
            Map.entry("CATALOG.SCHEMA", (all, words, text) -> all.catalog.schemas(text)),
            Map.entry("COLUMN", (all, words, text) -> all.columns(words, text, column -> true)),
            Map.entry("PREDICATE", CommandCompletion::predicate),
            Map.entry("AUDIENCE", (all, words, text) -> all.catalog.audiences(0, text)),
            Map.entry("A", (all, words, text) -> all.catalog.audiences(0, text)),
            Map.entry("B", (all, words, text) -> all.catalog.audiences(0, text)),
            Map.entry(
                    "NAME=PREDICATE",
                    (all, words, text) ->
                            split('=', text, name -> WordCompletion.NONE, part -> all.predicate(words, part))),
            Map.entry("GROUPING[,GROUPING]", CommandCompletion::grouping),
            Map.entry("TYPE:COLUMN", CommandCompletion::typedColumn),
            Map.entry("METRIC", (all, words, text) -> all.metrics(text)),
            Map.entry("UNIT", (all, words, text) -> all.units(text)),
            Map.entry("COMMAND", (all, words, text) -> all.commands(all.root, text)),
            Map.entry("FILE", (all, words, text) -> WordCompletion.FILES),
            Map.entry(
                    "TABLE=FILE",
                    (all, words, text) ->
                            split('=', text, table -> WordCompletion.NONE, file -> WordCompletion.FILES)));

    private interface Value {
        WordCompletion complete(CommandCompletion all, CommandWords words, String text);
    }

    private final CommandSpec root;
    private final CatalogNames names;
    private final NameCompletion catalog;
    private final @Nullable TableName current;

    /** Completes command lines; {@code current} is the table of commands that name none, or null if each must name one. */
    public CommandCompletion(CommandSpec root, CatalogNames names, @Nullable TableName current) {
        this.root = root;
        this.names = names;
        this.catalog = new NameCompletion(names, current);
        this.current = current;
    }

    public static boolean completes(String label) {
        return VALUES.containsKey(label);
    }

    /**
     * Completes a word.
     *
     * @param before the words before it, without the name of the program
     * @param word the word up to the cursor, without quotes
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
                    .after(attached.from());
        }
        return options(words, word);
    }

    private WordCompletion options(CommandWords words, String word) {
        List<Candidate> candidates = new ArrayList<>();
        for (OptionSpec option : words.command().options()) {
            boolean again = option.isMultiValue() || !words.has(option.longestName());
            if (again && !option.hidden()) {
                // A short name that is typed in full stays; otherwise the long name says more.
                String name = List.of(option.names()).contains(word) ? word : option.longestName();
                if (name.startsWith(word)) {
                    candidates.add(new Candidate(name, first(option.description()), Ending.WORD_ENDS));
                }
            }
        }
        return WordCompletion.of(candidates);
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
        return WordCompletion.of(candidates);
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
                // Another kind of argument.
            }
        }
        return null;
    }

    private WordCompletion value(ArgSpec arg, CommandWords words, String text) {
        if (arg.completionCandidates() != null) {
            List<String> values = new ArrayList<>();
            arg.completionCandidates().forEach(values::add);
            return WordCompletion.of(values, text);
        }
        Value value = VALUES.get(arg.paramLabel());
        return value == null ? WordCompletion.NONE : value.complete(this, words, text);
    }

    private static WordCompletion split(
            char sign, String text, Function<String, WordCompletion> before, Function<String, WordCompletion> after) {
        int at = text.indexOf(sign);
        return at < 0 ? before.apply(text) : after.apply(text.substring(at + 1)).after(at + 1);
    }

    private List<ColumnInfo> columns(CommandWords words) {
        TableName table = tableIn(words);
        TableName asked = table == null ? current : table;
        return asked == null ? List.of() : names.columns(asked);
    }

    private WordCompletion columns(CommandWords words, String text, Predicate<ColumnInfo> fits) {
        return WordCompletion.of(columns(words).stream()
                .filter(fits)
                .filter(column -> column.name().regionMatches(true, 0, text, 0, text.length()))
                .map(column -> new Candidate(column.name(), described(column), Ending.WORD_ENDS))
                .toList());
    }

    private static String described(ColumnInfo column) {
        return column.comment() == null ? column.type() : column.type() + ": " + column.comment();
    }

    private static TypeFamily family(ColumnInfo column) {
        return ColumnType.spelled(column.type()).family();
    }

    private WordCompletion units(String text) {
        return WordCompletion.of(
                Stream.of(DateUnit.values())
                        .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                        .toList(),
                text);
    }

    private WordCompletion metrics(String text) {
        return WordCompletion.of(
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
            return WordCompletion.NONE; // the edges of bands cannot be guessed
        }
        return split(':', grouping, column -> columns(words, column, each -> true), this::units)
                .after(comma);
    }

    private WordCompletion typedColumn(CommandWords words, String text) {
        return split(
                ':',
                text,
                type -> WordCompletion.of(Stream.of(MetricType.SUM, MetricType.AVG)
                        .filter(each -> each.name().regionMatches(true, 0, type, 0, type.length()))
                        .map(each -> new Candidate(each + ":", "", Ending.GOES_ON))
                        .toList()),
                column -> columns(words, column, each -> family(each).isNumber()));
    }

    private WordCompletion predicate(CommandWords words, String text) {
        if (text.startsWith("@")) {
            WordCompletion audiences = catalog.audiences(1, text);
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
