package io.leadgen.cli.command;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.option.Converters;
import io.leadgen.cli.command.option.Workspace;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
 * @param byName makes a new command for each command line
 * @param introduction adapts the help text of the whole set
 * @param overview a hint at the list of all commands
 */
public record CommandSet(
        Map<String, Supplier<Object>> byName, Consumer<UsageMessageSpec> introduction, String overview) {
    private static final Set<String> HELP = Set.of("help", "-h", "--help");

    /** The names of the commands that people use, as a sentence. */
    public String listed() {
        List<String> names =
                byName.keySet().stream().filter(name -> !name.startsWith("_")).toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    /** A parser that describes commands and runs none. */
    public CommandLine described(String... args) {
        return parser(new LeadgenCommand(), new Workspace(Path.of(""), Map.of()), args);
    }

    /**
     * The parser of a command line. It has only the commands that the line names, or all if it names none or asks for help:
     * reading the annotations of all commands takes longer than many an answer.
     */
    public CommandLine parser(LeadgenCommand root, Workspace workspace, String... args) {
        Set<String> words = new HashSet<>(Arrays.asList(args));
        boolean everything = byName.keySet().stream().noneMatch(words::contains)
                || HELP.stream().anyMatch(words::contains);
        CommandLine parser = new CommandLine(root, new WorkspaceFactory(workspace));
        introduction.accept(parser.getCommandSpec().usageMessage());
        byName.forEach((name, command) -> {
            if (everything || words.contains(name)) {
                parser.addSubcommand(name, command.get());
            }
        });
        parser.getSubcommands().values().forEach(CommandSet::addUnit);
        Converters.register(parser, workspace);
        return parser;
    }

    /** A command that takes a table also takes a file, and then needs to know what identifies a person. */
    private static void addUnit(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.positionalParameters().stream().anyMatch(word -> word.type() == TableName.class)) {
            spec.addOption(OptionSpec.builder(TableResolution.UNIT)
                    .paramLabel("COLUMN")
                    .type(String.class)
                    .description("With a file: the column that identifies a person, or rows if each row is one person."
                            + " leadgen remembers it for this file.")
                    .build());
            spec.addOption(OptionSpec.builder(TableResolution.CSV)
                    .paramLabel("NAME=VALUE")
                    .type(String[].class)
                    .description("With a CSV file: how it is written, such as delimiter=tab, header=false, nulls=NA or"
                            + " type.zip=text; auto to forget that. leadgen remembers it for this file.")
                    .build());
        }
        command.getSubcommands().values().forEach(CommandSet::addUnit);
    }

    /** Makes commands. A command that reads local files takes a {@link Workspace} as its only constructor parameter. */
    private record WorkspaceFactory(Workspace workspace) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (List.of(constructor.getParameterTypes()).equals(List.of(Workspace.class))) {
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(workspace));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
