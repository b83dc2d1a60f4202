package io.leadgen.cli.shell;

import io.leadgen.cli.completion.CommandWords;
import io.leadgen.cli.completion.TypedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The grammar of shell lines: quoted words, or after a command whose only argument is a predicate, the predicate without quotes. */
public final class ShellGrammar {
    private static final Set<String> HELP = Set.of("-h", "--help");
    /** The program name before a command, in pasted lines. */
    private static final Pattern PROGRAM = Pattern.compile("\\s*(leadgen\\s+)?");

    private static final List<String> CONDITIONS_OF_THEIR_OWN = List.of("--where", "--where-each");

    private final CommandSpec commands;

    /** @param commands the commands that there are, under one root */
    public ShellGrammar(CommandSpec commands) {
        this.commands = commands;
    }

    /** Whether a line is to be passed over: it is empty, or a remark. */
    public static boolean isIdle(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    /** Whether a line is whole: no quote is open in it, and no bracket of a predicate. */
    public boolean isWhole(String line) {
        if (isIdle(line)) {
            return true;
        }
        if (line.endsWith("\\")) {
            return false;
        }
        int from = predicateFrom(line);
        return from < 0 ? typed(line).isWhole() : openBrackets(line.substring(from)) <= 0;
    }

    /** How many brackets are open at the end; in a string that is not closed there are none, as it cannot go on in a new line. */
    private static int openBrackets(String predicate) {
        int open = 0;
        char quote = 0;
        for (int i = 0; i < predicate.length(); i++) {
            char c = predicate.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '`') {
                quote = c;
            } else {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return quote == 0 ? open : 0;
    }

    /** The words of a line, as the parser of the command line takes them. */
    public List<String> words(String line) {
        int from = predicateFrom(line);
        if (from < 0) {
            return typed(joined(line.substring(commandFrom(line)))).all();
        }
        String command = line.substring(commandFrom(line), from).strip();
        // A line break is never in a string, so it is between words.
        String predicate =
                joined(line.substring(from)).replaceAll("\\s*\n\\s*", " ").strip();
        return predicate.isEmpty()
                ? List.of(command)
                : HELP.contains(predicate) ? List.of(command, predicate) : List.of(command, "--", predicate);
    }

    private static String joined(String line) {
        return line.replace("\\\n", "\n").replaceAll("\\\\$", "");
    }

    static TypedLine typed(String line) {
        return TypedLine.of(line, TypedLine.Backslash.QUOTES_FEW);
    }

    static int commandFrom(String line) {
        Matcher program = PROGRAM.matcher(line);
        return program.lookingAt() ? program.end() : 0;
    }

    /** Where the predicate of a line begins that is all one predicate but for the command, or -1. */
    int predicateFrom(String line) {
        int start = commandFrom(line);
        int end = start;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        CommandLine command = commands.subcommands().get(line.substring(start, end));
        if (end == line.length() || command == null || !takesPredicate(command.getCommandSpec())) {
            return -1;
        }
        while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean takesPredicate(CommandSpec command) {
        List<PositionalParamSpec> parameters = command.positionalParameters();
        return parameters.size() == 1 && parameters.get(0).paramLabel().equals("PREDICATE");
    }

    /**
     * The words with the current table and the current audience, where a command takes them and the line has none.
     *
     * @param words as {@link #words} returns them
     */
    public List<String> completed(List<String> words, Refinements current) {
        CommandWords known = CommandWords.of(commands, words);
        List<PositionalParamSpec> parameters = known.command().positionalParameters();
        List<String> completed = new ArrayList<>(words);
        if (known.options().stream().anyMatch(given -> given.option().usageHelp())) {
            return completed;
        }
        int tableAt = parameters.stream()
                .map(PositionalParamSpec::paramLabel)
                .toList()
                .indexOf("TABLE");
        if (tableAt < 0 || current.table() == null || known.command().name().equals("use")) {
            return completed;
        }
        boolean tableGiven = known.arguments().size() >= parameters.size();
        int afterCommand = afterCommand(words);
        if (!tableGiven && tableAt == 0) {
            completed.add(afterCommand, current.table().toString());
        } else if (!tableGiven && known.arguments().size() == tableAt && known.waiting() == null) {
            completed.add(current.table().toString());
        }
        String predicate = current.present().predicate();
        boolean own = CONDITIONS_OF_THEIR_OWN.stream().anyMatch(known::has);
        boolean same = !tableGiven || current.isNamedIn(known.arguments());
        if (predicate != null && same && !own && known.command().findOption("--where") != null) {
            completed.add(afterCommand, "--where=" + predicate);
        }
        return completed;
    }

    /** The place after the names of commands, before any argument. */
    private int afterCommand(List<String> words) {
        @Nullable CommandSpec command = commands;
        int place = 0;
        for (int i = 0; i < words.size(); i++) {
            CommandLine sub = command.subcommands().get(words.get(i));
            if (sub != null) {
                command = sub.getCommandSpec();
                place = i + 1;
            } else if (!words.get(i).startsWith("-")) {
                break;
            }
        }
        return place;
    }

    CommandSpec commands() {
        return commands;
    }

    static List<String> firstWord(String line) {
        return Arrays.asList(line.substring(commandFrom(line)).split("\\s+", 2)).subList(0, 1);
    }
}
