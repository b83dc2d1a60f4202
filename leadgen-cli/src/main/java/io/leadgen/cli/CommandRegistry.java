package io.leadgen.cli;

import static java.util.Map.entry;

import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.answer.keep.AudienceDiffAnswer;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer;
import io.leadgen.cli.answer.operate.AttackAnswer;
import io.leadgen.cli.answer.operate.AuditAnswers;
import io.leadgen.cli.answer.operate.DoctorAnswer;
import io.leadgen.cli.answer.operate.GuaranteeAnswer;
import io.leadgen.cli.answer.operate.InitAnswer;
import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.ask.CheckCommand;
import io.leadgen.cli.command.ask.CountCommand;
import io.leadgen.cli.command.ask.FunnelCommand;
import io.leadgen.cli.command.ask.MetricCommand;
import io.leadgen.cli.command.ask.OverlapCommand;
import io.leadgen.cli.command.ask.ProfileCommand;
import io.leadgen.cli.command.ask.ReportCommand;
import io.leadgen.cli.command.ask.SegmentCommand;
import io.leadgen.cli.command.ask.ShareCommand;
import io.leadgen.cli.command.ask.TrendCommand;
import io.leadgen.cli.command.explore.ExploreCommands;
import io.leadgen.cli.command.keep.AudienceCommand;
import io.leadgen.cli.command.keep.ExportCommand;
import io.leadgen.cli.command.operate.AttackCommand;
import io.leadgen.cli.command.operate.AuditCommand;
import io.leadgen.cli.command.operate.BudgetCommand;
import io.leadgen.cli.command.operate.CompleteCommand;
import io.leadgen.cli.command.operate.CompletionCommand;
import io.leadgen.cli.command.operate.DoctorCommand;
import io.leadgen.cli.command.operate.GuaranteeCommand;
import io.leadgen.cli.command.operate.HelpCommand;
import io.leadgen.cli.command.operate.InitCommand;
import io.leadgen.cli.command.operate.ShellCommand;
import io.leadgen.runtime.answer.BreakdownShapes;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The commands of the program, and what their answers look like: one line each. */
final class CommandRegistry {
    static final CommandSet STANDARD = new CommandSet(byName(), usage -> {}, "see leadgen --help");

    private CommandRegistry() {}

    private static Map<String, Supplier<Object>> byName() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("catalogs", ExploreCommands.Catalogs::new);
        commands.put("schemas", ExploreCommands.Schemas::new);
        commands.put("tables", ExploreCommands.Tables::new);
        commands.put("describe", ExploreCommands.Describe::new);
        commands.put("partitions", ExploreCommands.Partitions::new);
        commands.put("count", CountCommand::new);
        commands.put("share", ShareCommand::new);
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
        commands.put("guarantee", GuaranteeCommand::new);
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

    /** The shapes that the answer of each command can have; commands within commands as in {@code audit_tail}. */
    static Map<String, List<Shape<?>>> shapes() {
        return Map.ofEntries(
                entry("catalogs", List.of(CatalogShapes.CATALOGS)),
                entry("schemas", List.of(CatalogShapes.SCHEMAS)),
                entry("tables", List.of(CatalogShapes.TABLES)),
                entry("describe", List.of(CatalogShapes.METADATA)),
                entry("partitions", List.of(CatalogShapes.PARTITIONS)),
                entry("count", List.of(EstimateShapes.COUNT, EstimateShapes.COUNTS)),
                entry("share", List.of(EstimateShapes.SHARE)),
                entry("metric", List.of(EstimateShapes.METRIC)),
                entry("segment", List.of(BreakdownShapes.SEGMENTS)),
                entry("trend", List.of(BreakdownShapes.TREND)),
                entry("funnel", List.of(BreakdownShapes.FUNNEL)),
                entry("overlap", List.of(BreakdownShapes.OVERLAP)),
                entry("profile", List.of(BreakdownShapes.PROFILE)),
                entry("check", List.of(FreeShapes.CHECK)),
                entry("export", List.of(FreeShapes.EXPORT)),
                entry("budget", List.of(FreeShapes.BUDGET)),
                entry("guarantee", List.of(GuaranteeAnswer.SHAPE)),
                entry("report", List.of(ReportAnswer.SHAPE, ReportPlanAnswer.SHAPE)),
                entry("audience_save", List.of(AudienceAnswers.SAVED)),
                entry("audience_show", List.of(AudienceAnswers.SHOWN)),
                entry("audience_list", List.of(AudienceAnswers.LISTED)),
                entry("audience_diff", List.of(AudienceDiffAnswer.SIZED, AudienceDiffAnswer.UNSIZED)),
                entry("audience_rm", List.of(AudienceAnswers.REMOVED)),
                entry("init", List.of(InitAnswer.SHAPE)),
                entry("doctor", List.of(DoctorAnswer.SHAPE)),
                entry("attack", List.of(AttackAnswer.SHAPE)),
                entry("audit_verify", List.of(AuditAnswers.VERIFIED)),
                entry("audit_tail", List.of(AuditAnswers.TAIL)));
    }
}
