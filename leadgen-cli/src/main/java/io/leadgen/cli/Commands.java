package io.leadgen.cli;

import io.leadgen.catalog.TableName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
record Commands(Map<String, Supplier<Object>> byName, Consumer<UsageMessageSpec> introduction, String overview) {
    /** Those of the program. */
    static final Commands STANDARD = new Commands(standard(), usage -> {}, "see leadgen --help");

    private static final Set<String> ASKS_FOR_HELP = Set.of("help", "-h", "--help");

    private static Map<String, Supplier<Object>> standard() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("catalogs", CatalogsCommand::new);
        commands.put("schemas", SchemasCommand::new);
        commands.put("tables", TablesCommand::new);
        commands.put("describe", DescribeCommand::new);
        commands.put("partitions", PartitionsCommand::new);
        commands.put("count", CountCommand::new);
        commands.put("metric", MetricCommand::new);
        commands.put("segment", SegmentCommand::new);
        commands.put("trend", TrendCommand::new);
        commands.put("funnel", FunnelCommand::new);
        commands.put("overlap", OverlapCommand::new);
        commands.put("profile", ProfileCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("audience", AudienceCommand::new);
        commands.put("budget", BudgetCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("attack", AttackCommand::new);
        commands.put("audit", AuditCommand::new);
        commands.put("shell", ShellCommand::new);
        commands.put("completion", CompletionCommand::new);
        commands.put("__complete", CompleteCommand::new);
        // No reference to the constructor: JDK 25 fails to cache one of a class with an ancestor in the old format of
        // picocli.
        commands.put("help", () -> new HelpCommand());
        return commands;
    }

    /** The same for those who describe commands and do not run them. */
    CommandLine described(String... args) {
        return parser(new LeadgenCommand(), new ArgumentFactory(Map.of(), Path.of("")), args);
    }

    /**
     * The parser of a command line. It knows the commands whose names are in the line, and only if there are none, or if the
     * line asks for help, all: to read the annotations of all takes longer than many an answer.
     */
    CommandLine parser(LeadgenCommand root, IFactory factory, String... args) {
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
        parser.getSubcommands().values().forEach(Commands::addUnit);
        return parser;
    }

    /** Whatever takes a table takes a file in its place, and then wants to know what a person is in it. */
    private static void addUnit(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.positionalParameters().stream().anyMatch(word -> word.type() == TableName.class)) {
            spec.addOption(OptionSpec.builder(AskedTables.UNIT)
                    .paramLabel("COLUMN")
                    .type(String.class)
                    .description("With a file: the column that tells people apart, or rows if each row is one person."
                            + " Remembered for the file.")
                    .build());
        }
        command.getSubcommands().values().forEach(Commands::addUnit);
    }
}
