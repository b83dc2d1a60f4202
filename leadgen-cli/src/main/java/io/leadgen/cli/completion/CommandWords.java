package io.leadgen.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What each word of a command line is, as far as it goes. Unlike a parser it minds neither what is missing nor what is wrong.
 *
 * @param command the last command that is named
 * @param options the options that are there, with their values
 * @param arguments the words that belong to no option, without the names of commands
 * @param waiting the option whose value comes next, or null
 * @param optionsOver whether what comes next is an argument whatever it looks like
 */
public record CommandWords(
        CommandSpec command,
        List<Given> options,
        List<String> arguments,
        @Nullable OptionSpec waiting,
        boolean optionsOver) {

    public record Given(OptionSpec option, @Nullable String value) {}

    public static CommandWords of(CommandSpec root, List<String> words) {
        CommandSpec command = root;
        List<Given> options = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        OptionSpec waiting = null;
        boolean over = false;
        for (String word : words) {
            if (waiting != null) {
                options.add(new Given(waiting, word));
                waiting = null;
            } else if (!over && word.equals("--")) {
                over = true;
            } else if (!over && word.startsWith("-") && word.length() > 1) {
                Attached attached = attached(command, word).orElse(null);
                if (attached == null) {
                    continue;
                }
                if (attached.from() < 0 && attached.option().arity().min() > 0) {
                    waiting = attached.option();
                } else {
                    options.add(
                            new Given(attached.option(), attached.from() < 0 ? null : word.substring(attached.from())));
                }
            } else {
                CommandLine sub = arguments.isEmpty() ? command.subcommands().get(word) : null;
                if (sub == null) {
                    arguments.add(word);
                } else {
                    command = sub.getCommandSpec();
                }
            }
        }
        return new CommandWords(command, options, arguments, waiting, over);
    }

    /** An option in a word, and where in the word its value begins; -1 if it is in the next. */
    record Attached(OptionSpec option, int from) {}

    /** {@code --name}, {@code --name=value}, {@code -n}, {@code -nvalue} or {@code -n=value}. */
    static Optional<Attached> attached(CommandSpec command, String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        OptionSpec option = command.findOption(name);
        if (option != null) {
            return Optional.of(new Attached(option, equals < 0 ? -1 : equals + 1));
        }
        OptionSpec letter =
                word.startsWith("--") || word.length() < 2 ? null : command.findOption(word.substring(0, 2));
        return Optional.ofNullable(letter).map(found -> new Attached(found, 2));
    }

    public boolean has(String name) {
        return options.stream()
                .anyMatch(given -> List.of(given.option().names()).contains(name));
    }

    public @Nullable String value(String name) {
        return options.stream()
                .filter(given -> List.of(given.option().names()).contains(name))
                .map(Given::value)
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
