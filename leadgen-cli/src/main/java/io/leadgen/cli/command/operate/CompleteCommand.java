package io.leadgen.cli.command.operate;

import io.leadgen.audience.RequestContext;
import io.leadgen.cli.command.InteractiveCommand;
import io.leadgen.cli.completion.BashReply;
import io.leadgen.cli.completion.CatalogNames;
import io.leadgen.cli.completion.CommandCompletion;
import io.leadgen.cli.completion.CommandWords;
import io.leadgen.cli.completion.Reply;
import io.leadgen.cli.completion.WordReply;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.demo.DemoFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/**
 * Answers the scripts of {@link CompletionCommand}. A person who presses TAB wants neither an error nor to wait: without an answer
 * in time, nothing is completed.
 */
@Command(name = "__complete", hidden = true)
public final class CompleteCommand implements InteractiveCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int DEFAULT_COLUMNS = 80;
    /** The completion type of readline that only lists candidates. */
    private static final String LISTING = "63";

    @Parameters(index = "0", paramLabel = "SHELL")
    CompletionCommand.Shell shell;

    @Parameters(index = "1", paramLabel = "LINE")
    String line;

    @Parameters(index = "2", arity = "0..1", paramLabel = "BREAKS")
    String breaks = "";

    @Parameters(index = "3", arity = "0..1", paramLabel = "TYPE")
    String type = "";

    @Parameters(index = "4", arity = "0..1", paramLabel = "COLUMNS")
    String columns = "";

    @Override
    public int run(Start start) {
        Thread timeout = new Thread(() -> wait(start.cancellation()), "timeout");
        timeout.setDaemon(true);
        timeout.start();
        try (Opening opening = new Opening(start)) {
            StringBuilder out = new StringBuilder();
            reply().lines(opening::complete).forEach(reply -> out.append(reply).append('\n'));
            start.context().streams().answer(out.toString());
        } catch (LeadgenException | IllegalArgumentException e) {
            // The command itself reports the error when it runs.
        }
        return ExitCode.ANSWERED.number();
    }

    private static void wait(Cancellation cancellation) {
        try {
            Thread.sleep(PATIENCE.toMillis());
            cancellation.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply() {
        return switch (shell) {
            case BASH -> new BashReply(line, breaks, type.equals(LISTING), width());
            case ZSH, FISH -> new WordReply(line);
        };
    }

    private int width() {
        try {
            return Integer.parseInt(columns);
        } catch (NumberFormatException e) {
            return DEFAULT_COLUMNS;
        }
    }

    /** Completes with the configuration of the line, opened on first use. */
    private static final class Opening implements AutoCloseable {
        private final Start start;
        private ServiceSource.@Nullable Opened opened;

        Opening(Start start) {
            this.start = start;
        }

        io.leadgen.cli.completion.WordCompletion complete(List<String> before, String word) {
            CommandSpec root =
                    start.commands().described(before.toArray(String[]::new)).getCommandSpec();
            CommandWords words = CommandWords.of(root, before);
            CatalogNames names = new CatalogNames(
                    table -> open(words).audience(),
                    () -> context(words),
                    CatalogNames.saved(start.context().environment()));
            return new CommandCompletion(root, names, null).complete(before, word);
        }

        private ServiceSource.Opened open(CommandWords words) {
            if (opened == null) {
                boolean demo = words.has("--demo");
                if (demo && !DemoFiles.exist(LeadgenHome.of(start.context().environment()))) {
                    throw LeadgenException.of(ErrorCode.BUSY, "Completion does not create the demo data");
                }
                String config = words.value("--config");
                opened = start.source().open(config == null ? null : Path.of(config), demo, progress -> {});
            }
            return opened;
        }

        private RequestContext context(CommandWords words) {
            String given = words.value("--as");
            String name = given == null ? start.context().userName() : given;
            return new RequestContext(Principal.of(name), UUID.randomUUID().toString(), start.cancellation());
        }

        @Override
        public void close() {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
