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
import java.util.function.Supplier;
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

    /** All commands of a session. */
    public static CommandSet of(ShellState workbench, CommandSet standard) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("use", () -> new Use(workbench));
        commands.put("where", () -> new Where(workbench));
        commands.put("and", () -> new And(workbench));
        commands.put("or", () -> new Or(workbench));
        commands.put("not", () -> new Not(workbench));
        commands.put("undo", () -> new Undo(workbench));
        commands.put("redo", () -> new Redo(workbench));
        commands.put("reset", () -> new Reset(workbench));
        commands.put("show", () -> new Show(workbench));
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
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
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

    /** A step to another audience. */
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    public abstract static class Refining implements ServiceCommand {
        private final ShellState workbench;

        @Parameters(paramLabel = "PREDICATE", description = "The condition without quotes around it, or @FILE with it.")
        PredicateArgument part;

        Refining(ShellState workbench) {
            this.workbench = workbench;
        }

        @Override
        public TableName table() {
            return workbench.table();
        }

        /** The new predicate. */
        abstract String whole(@Nullable String present, String part);

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            String present = workbench.refinements().present().predicate();
            return workbench.step(part, text -> whole(present, text), audience, context);
        }

        @Override
        public @Nullable String predicate() {
            return workbench.asked();
        }
    }

    @Command(name = "where", header = "Replace the audience by the people who match a condition.")
    public static final class Where extends Refining {
        Where(ShellState workbench) {
            super(workbench);
        }

        @Override
        String whole(@Nullable String present, String part) {
            return part;
        }
    }

    @Command(name = "and", header = "Keep the people of the audience who match a condition.")
    public static final class And extends Refining {
        And(ShellState workbench) {
            super(workbench);
        }

        @Override
        String whole(@Nullable String present, String part) {
            return present == null ? part : PredicateComposer.and(present, part);
        }
    }

    @Command(name = "or", header = "Add the people who match a condition.")
    public static final class Or extends Refining {
        Or(ShellState workbench) {
            super(workbench);
        }

        @Override
        String whole(@Nullable String present, String part) {
            return present == null ? part : PredicateComposer.or(present, part);
        }
    }

    @Command(
            name = "not",
            header = "Remove the people who match a condition.",
            description = {"", "People without a value in one of its columns are removed too."})
    public static final class Not extends Refining {
        Not(ShellState workbench) {
            super(workbench);
        }

        @Override
        String whole(@Nullable String present, String part) {
            String contrary = PredicateComposer.not(part);
            return present == null ? contrary : PredicateComposer.and(present, contrary);
        }
    }

    /** A command that asks nothing, and shows the audience. */
    public abstract static class Moving implements LocalCommand {
        private final ShellState workbench;

        Moving(ShellState workbench) {
            this.workbench = workbench;
        }

        abstract void move(ShellState workbench);

        @Override
        public Answer run(UserPrompt prompt) {
            move(workbench);
            return workbench.shown();
        }
    }

    @Command(name = "undo", header = "Undo the last step, free of charge.")
    public static final class Undo extends Moving {
        Undo(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            workbench.undo();
        }
    }

    @Command(name = "redo", header = "Redo an undone step, free of charge.")
    public static final class Redo extends Moving {
        Redo(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            workbench.redo();
        }
    }

    @Command(name = "reset", header = "Start again with everyone in the table; undo reverts it.")
    public static final class Reset extends Moving {
        Reset(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            workbench.reset();
        }
    }

    @Command(name = "show", header = "Show the table, the audience and its size.")
    public static final class Show extends Moving {
        Show(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            // It stays where it is.
        }
    }

    @Command(
            name = "sizes",
            header = "Set whether each step counts the audience, which costs budget.",
            description = {"", "Coarser sizes cost less. Repeating a size is free."})
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    public static final class Sizes implements LocalCommand {
        private static final String OFF = "off";
        private static final String ON = "on";

        private final ShellState workbench;

        @Parameters(
                paramLabel = "SETTING",
                completionCandidates = Settings.class,
                description = "on, off, or a precision, for example 5%%.")
        String setting;

        /** Settings offered by completion. */
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
