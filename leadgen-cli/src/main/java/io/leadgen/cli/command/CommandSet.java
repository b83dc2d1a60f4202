package io.leadgen.cli.command;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.option.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Commands by name, in the order of the help text.
 *
 * @param byName makes a command anew for each command line
 * @param introduction changes what the help text of all says about them together
 * @param overview tells whoever has none of them right where all are listed
 */
public record CommandSet(
        Map<String, Supplier<Object>> byName, Consumer<UsageMessageSpec> introduction, String overview) {
    private static final Set<String> ASKS_FOR_HELP = Set.of("help", "-h", "--help");

    /** The same for those who describe commands and do not run them. */
    public CommandLine described(String... args) {
        return parser(new LeadgenCommand(), new WorkspaceFactory(new Workspace(Path.of(""), Map.of())), args);
    }

    /**
     * The parser of a command line. It knows the commands whose names are in the line, and only if there are none, or if the
     * line asks for help, all: to read the annotations of all takes longer than many an answer.
     */
    public CommandLine parser(LeadgenCommand root, IFactory factory, String... args) {
        Set<String> words = new HashSet<>(Arrays.asList(args));
        boolean everything = byName.keySet().stream().noneMatch(words::contains)
                || ASKS_FOR_HELP.stream().anyMatch(words::contains);
        CommandLine parser = new CommandLine(root, factory);
        introduction.accept(parser.getCommandSpec().usageMessage());
        byName.forEach((name, command) -> {
            if (everything || words.contains(name)) {
                parser.addSubcommand(name, command.get());
            }
        });
        parser.getSubcommands().values().forEach(CommandSet::addUnit);
        return parser;
    }

    /** Whatever takes a table takes a file in its place, and then wants to know what a person is in it. */
    private static void addUnit(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.positionalParameters().stream().anyMatch(word -> word.type() == TableName.class)) {
            spec.addOption(OptionSpec.builder(TableResolution.UNIT)
                    .paramLabel("COLUMN")
                    .type(String.class)
                    .description("With a file: the column that tells people apart, or rows if each row is one person."
                            + " Remembered for the file.")
                    .build());
        }
        command.getSubcommands().values().forEach(CommandSet::addUnit);
    }
}
