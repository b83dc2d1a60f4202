package io.leadgen.cli;

import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.ask.CheckCommand;
import io.leadgen.cli.command.ask.CountCommand;
import io.leadgen.cli.command.ask.FunnelCommand;
import io.leadgen.cli.command.ask.MetricCommand;
import io.leadgen.cli.command.ask.OverlapCommand;
import io.leadgen.cli.command.ask.ProfileCommand;
import io.leadgen.cli.command.ask.ReportCommand;
import io.leadgen.cli.command.ask.SegmentCommand;
import io.leadgen.cli.command.ask.TrendCommand;
import io.leadgen.cli.command.explore.CatalogsCommand;
import io.leadgen.cli.command.explore.DescribeCommand;
import io.leadgen.cli.command.explore.PartitionsCommand;
import io.leadgen.cli.command.explore.SchemasCommand;
import io.leadgen.cli.command.explore.TablesCommand;
import io.leadgen.cli.command.keep.AudienceCommand;
import io.leadgen.cli.command.keep.ExportCommand;
import io.leadgen.cli.command.operate.AttackCommand;
import io.leadgen.cli.command.operate.AuditCommand;
import io.leadgen.cli.command.operate.BudgetCommand;
import io.leadgen.cli.command.operate.CompleteCommand;
import io.leadgen.cli.command.operate.CompletionCommand;
import io.leadgen.cli.command.operate.DoctorCommand;
import io.leadgen.cli.command.operate.HelpCommand;
import io.leadgen.cli.command.operate.InitCommand;
import io.leadgen.cli.command.operate.ShellCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The commands of the program, one line each. */
final class CommandRegistry {
    static final CommandSet STANDARD = new CommandSet(byName(), usage -> {}, "see leadgen --help");

    private CommandRegistry() {}

    private static Map<String, Supplier<Object>> byName() {
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
}
