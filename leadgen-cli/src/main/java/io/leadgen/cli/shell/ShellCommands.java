package io.leadgen.cli.shell;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.RefinementAnswer;
import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.InteractiveCommand;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.predicate.language.parse.PredicateComposer;
import io.leadgen.privacy.policy.Precision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that only the shell has: they choose a table, and refine an audience of it step by step. */
public final class ShellCommands {
    /** Commands that the shell does not have. */
    private static final Set<String> OUTSIDE = Set.of("shell", "completion", "__complete");

    private ShellCommands() {}

    public static CommandSet of(ShellState workbench, CommandSet standard) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("use", () -> new Use(workbench));
        commands.put(
                "where",
                described(
                        () -> new Refining(workbench, (present, part) -> part),
                        "Replace the audience by the people who match a condition."));
        commands.put(
                "and",
                described(
                        () -> new Refining(workbench, (present, part) -> joined(present, part, PredicateComposer::and)),
                        "Keep the people of the audience who match a condition."));
        commands.put(
                "or",
                described(
                        () -> new Refining(workbench, (present, part) -> joined(present, part, PredicateComposer::or)),
                        "Add the people who match a condition."));
        commands.put(
                "not",
                described(
                        () -> new Refining(
                                workbench,
                                (present, part) ->
                                        joined(present, PredicateComposer.not(part), PredicateComposer::and)),
                        "Remove the people who match a condition.",
                        "",
                        "People without a value in one of its columns are removed too."));
        commands.put(
                "undo",
                described(() -> new Moving(workbench, Refinements::undone), "Undo the last step, free of charge."));
        commands.put(
                "redo",
                described(() -> new Moving(workbench, Refinements::redone), "Redo an undone step, free of charge."));
        commands.put(
                "reset",
                described(
                        () -> new Moving(workbench, audience -> audience.to(Refinements.Step.EVERYONE)),
                        "Start again with everyone in the table; undo reverts it."));
        commands.put(
                "show",
                described(
                        () -> new Moving(workbench, audience -> audience),
                        "Show the table, the audience and its size."));
        commands.put("sizes", () -> new Sizes(workbench));
        standard.byName().forEach((name, command) -> {
            if (!OUTSIDE.contains(name)) {
                commands.put(name, command);
            }
        });
        commands.put("exit", () -> new Exit(workbench));
        return new CommandSet(commands, ShellCommands::introduce, "help lists the commands");
    }

    private static void introduce(UsageMessageSpec usage) {
        usage.header("Commands use the current table and audience unless they name others.");
        usage.customSynopsis("COMMAND [ARGUMENT]...");
        usage.exitCodeListHeading("");
        usage.exitCodeList(Map.of());
        usage.footer(
                "  use main.leads.customer_360",
                "  where age > 25",
                "  and income_level = 'high'",
                "  segment --by gender",
                "  help segment");
    }

    @Command(
            name = "use",
            header = "Choose the current table; its audience is everyone.",
            footer = {"  use main.leads.customer_360", "  use customers.parquet --unit customer_id"})
    public static final class Use implements ServiceCommand {
        private final ShellState workbench;

        @Parameters(paramLabel = "TABLE", description = "A table as catalog.schema.table, or a Parquet or CSV file.")
        TableName table;

        @Spec
        CommandSpec spec;

        Use(ShellState workbench) {
            this.workbench = workbench;
        }

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            TableMetadata metadata = audience.tableMetadata(table, null, 1, context);
            workbench.use(
                    metadata.table(),
                    spec.positionalParameters().get(0).originalStringValues().get(0));
            return workbench.shown();
        }
    }

    private static Supplier<Object> described(Supplier<Object> command, String header, String... description) {
        return () -> {
            CommandSpec spec = CommandSpec.forAnnotatedObject(command.get());
            spec.usageMessage().header(header).description(description);
            return spec;
        };
    }

    private static String joined(@Nullable String present, String part, BinaryOperator<String> operator) {
        return present == null ? part : operator.apply(present, part);
    }

    /** Makes the new predicate of the present one, which is null for everyone, and a new part. */
    @FunctionalInterface
    private interface Step {
        String whole(@Nullable String present, String part);
    }

    @Command
    public static final class Refining implements ServiceCommand {
        private final ShellState workbench;
        private final Step step;

        @Parameters(paramLabel = "PREDICATE", description = "The condition without quotes around it, or @FILE with it.")
        PredicateArgument part;

        Refining(ShellState workbench, Step step) {
            this.workbench = workbench;
            this.step = step;
        }

        @Override
        public TableName table() {
            return workbench.table();
        }

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            String present = workbench.refinements().present().predicate();
            return workbench.step(part, text -> step.whole(present, text), audience, context);
        }

        @Override
        public @Nullable String predicate() {
            return workbench.asked();
        }
    }

    @Command
    public record Moving(ShellState workbench, UnaryOperator<Refinements> move) implements LocalCommand {
        @Override
        public Answer run(UserPrompt prompt) {
            workbench.move(move);
            return workbench.shown();
        }
    }

    @Command(
            name = "sizes",
            header = "Set whether each step counts the audience, which costs budget.",
            description = {"", "Coarser sizes cost less. Repeating a size is free."})
    public static final class Sizes implements LocalCommand {
        private static final String OFF = "off";
        private static final String ON = "on";

        private final ShellState workbench;

        @Parameters(
                paramLabel = "SETTING",
                completionCandidates = Settings.class,
                description = "on, off, or a precision, for example 5%%.")
        String setting;

        static final class Settings implements Iterable<String> {
            @Override
            public java.util.Iterator<String> iterator() {
                return List.of(ON, OFF, "5%").iterator();
            }
        }

        Sizes(ShellState workbench) {
            this.workbench = workbench;
        }

        @Override
        public Answer run(UserPrompt prompt) {
            workbench.sizes(
                    switch (setting) {
                        case OFF -> null;
                        case ON -> Precision.DEFAULT;
                        default -> Precision.parse(setting);
                    });
            Precision precision = workbench.sizes();
            return RefinementAnswer.set(
                    "sizes", precision == null ? "off" : "counted after each step, at a precision of " + precision);
        }
    }

    @Command(name = "exit", header = "Exit the shell, as Ctrl-D does.")
    public static final class Exit implements InteractiveCommand {
        private final ShellState workbench;

        Exit(ShellState workbench) {
            this.workbench = workbench;
        }

        @Override
        public int run(Start start) {
            workbench.leave();
            return ExitCode.ANSWERED.number();
        }
    }
}
