package io.leadgen.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands by name, in the order of the help text. */
final class Commands {
    private static final Map<String, Supplier<Object>> ALL = all();
    private static final Set<String> ASKS_FOR_HELP = Set.of("help", "-h", "--help");

    private Commands() {}

    private static Map<String, Supplier<Object>> all() {
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
        commands.put("budget", BudgetCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("attack", AttackCommand::new);
        commands.put("audit", AuditCommand::new);
        commands.put("help", HelpCommand::new);
        return commands;
    }

    /**
     * The parser of a command line. It knows the commands whose names are in the line, and only if there are none, or if the
     * line asks for help, all: to read the annotations of all takes longer than many an answer.
     */
    static CommandLine parser(LeadgenCommand root, String... args) {
        Set<String> words = new HashSet<>(Arrays.asList(args));
        boolean everything = ALL.keySet().stream().noneMatch(words::contains)
                || ASKS_FOR_HELP.stream().anyMatch(words::contains);
        CommandLine parser = new CommandLine(root);
        ALL.forEach((name, command) -> {
            if (everything || words.contains(name)) {
                parser.addSubcommand(name, command.get());
            }
        });
        return parser;
    }
}
