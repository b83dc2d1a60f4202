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
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.predicate.language.parse.PredicateComposer;
import io.leadgen.privacy.Precision;
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
    /** What makes no sense within the shell. */
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
        usage.header("Commands take the table in use, and the audience, where they name none.");
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
            header = "Chooses the table that is meant from now on; its audience is everyone.",
            footer = {"  use main.leads.customer_360", "  use customers.parquet --unit customer_id"})
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    public static final class Use implements ServiceCommand {
        private final ShellState workbench;

        @Parameters(
                paramLabel = "TABLE",
                converter = Arguments.Table.class,
                description = "A table as catalog.schema.table, or a Parquet or CSV file.")
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

        @Parameters(
                paramLabel = "PREDICATE",
                converter = PredicateArgument.Reader.class,
                description = "A condition as it is, without quotes around it; or @FILE with it.")
        PredicateArgument part;

        Refining(ShellState workbench) {
            this.workbench = workbench;
        }

        @Override
        public TableName table() {
            return workbench.table();
        }

        /** The new condition. */
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

    @Command(name = "where", header = "The people who match a condition, in place of the audience before.")
    public static final class Where extends Refining {
        Where(ShellState workbench) {
            super(workbench);
        }

        @Override
        String whole(@Nullable String present, String part) {
            return part;
        }
    }

    @Command(name = "and", header = "Of the audience, those who match a condition too.")
    public static final class And extends Refining {
        And(ShellState workbench) {
            super(workbench);
        }

        @Override
        String whole(@Nullable String present, String part) {
            return present == null ? part : PredicateComposer.and(present, part);
        }
    }

    @Command(name = "or", header = "The audience, and whoever else matches a condition.")
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
            header = "Of the audience, those of whom a condition is false.",
            description = {"", "Whoever has no value in one of its columns is not among them."})
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

    /** A command that asks nothing, and shows where it has got to. */
    public abstract static class Moving implements LocalCommand {
        private final ShellState workbench;

        Moving(ShellState workbench) {
            this.workbench = workbench;
        }

        abstract void move(ShellState workbench);

        @Override
        public Answer setUp(UserPrompt dialogue) {
            move(workbench);
            return workbench.shown();
        }
    }

    @Command(name = "undo", header = "One step back, free of charge.")
    public static final class Undo extends Moving {
        Undo(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            workbench.undo();
        }
    }

    @Command(name = "redo", header = "Takes one undo back, free of charge.")
    public static final class Redo extends Moving {
        Redo(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            workbench.redo();
        }
    }

    @Command(name = "reset", header = "Back to everyone in the table; undo takes it back.")
    public static final class Reset extends Moving {
        Reset(ShellState workbench) {
            super(workbench);
        }

        @Override
        void move(ShellState workbench) {
            workbench.reset();
        }
    }

    @Command(name = "show", header = "Shows the table, the audience and its size.")
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
            header = "Whether the size is asked after each step, which costs budget.",
            description = {"", "Coarser sizes cost less. A size that was asked before is free."})
    @SuppressWarnings("NullAway.Init") // picocli sets what is required
    public static final class Sizes implements LocalCommand {
        private static final String OFF = "off";
        private static final String ON = "on";

        private final ShellState workbench;

        @Parameters(
                paramLabel = "SETTING",
                completionCandidates = Settings.class,
                description = "on, off, or the precision to ask at, for example 5%%.")
        String setting;

        /** What can be set without thinking of numbers. */
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
        public Answer setUp(UserPrompt dialogue) {
            workbench.sizes(
                    switch (setting) {
                        case OFF -> null;
                        case ON -> Precision.DEFAULT;
                        default -> Precision.parse(setting);
                    });
            Precision precision = workbench.sizes();
            return RefinementAnswer.set(
                    "sizes", precision == null ? "off" : "asked after each step, at a precision of " + precision);
        }
    }

    @Command(name = "exit", header = "Leaves the shell, as Ctrl-D does.")
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
