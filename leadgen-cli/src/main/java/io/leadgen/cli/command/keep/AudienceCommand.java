package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "audience",
        header = "Save conditions under names, for use as -w @NAME.",
        description = {
            "",
            "Saved audiences are files in $LEADGEN_HOME/audiences, one for each version, in the format of export "
                    + "--to json. They hold the condition and no data."
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "  leadgen --demo audience save young main.leads.customer_360 -w \"age < 30\"",
            "  leadgen --demo count main.leads.customer_360 -w @young",
            "  leadgen audience list"
        },
        subcommands = {
            AudienceCommand.Save.class,
            AudienceCommand.ListAll.class,
            AudienceCommand.Show.class,
            AudienceDiffCommand.class,
            AudienceCommand.Remove.class
        })
public final class AudienceCommand implements LocalCommand {
    @Spec
    CommandSpec spec;

    @Override
    public Answer run(UserPrompt prompt) {
        throw new ParameterException(spec.commandLine(), "A command is missing: save, list, show, diff or rm");
    }

    @Command(
            name = "list",
            header = "List the saved audiences, with the newest version of each.",
            footer = {"  leadgen audience list", "  leadgen audience list -o csv"})
    public static final class ListAll implements LocalCommand {
        private final Workspace workspace;

        ListAll(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public Answer run(UserPrompt prompt) {
            return AudienceAnswers.list(workspace.savedAudiences().list());
        }
    }

    @Command(
            name = "show",
            header = "Show a saved audience.",
            description = {
                "",
                "Reads no warehouse. To check that the condition still fits the table, run leadgen check TABLE -w "
                        + "@NAME."
            },
            footer = {"  leadgen audience show young", "  leadgen audience show young@1 -o json"})
    public static final class Show implements LocalCommand {
        @Parameters(paramLabel = "AUDIENCE", description = "Its name, or NAME@VERSION.")
        AudienceReference name;

        private final Workspace workspace;

        Show(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public Answer run(UserPrompt prompt) {
            SavedAudience audience = workspace.savedAudiences().get(name);
            return AudienceAnswers.shown(audience, workspace.savedAudiences().versionsOf(name.name()));
        }
    }

    @Command(
            name = "save",
            header = "Save a condition under a name.",
            description = {
                "",
                "Checks the condition against the table first. An existing name gets a new version; the old ones "
                        + "remain, as NAME@1, NAME@2. Free of charge."
            },
            footer = {
                "  leadgen --demo audience save young main.leads.customer_360 -w \"age < 30\" \\",
                "      --note \"for the spring campaign\"",
                "  leadgen --demo audience save young main.leads.customer_360 -w @audience.txt"
            })
    public static final class Save implements ServiceCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "Lower-case letters, digits, - and _.")
        AudienceReference name;

        @Parameters(index = "1", paramLabel = "TABLE", description = QuestionOptions.Table.DESCRIPTION)
        TableName table;

        @Mixin
        QuestionOptions.RequiredWhere where;

        @Option(names = "--note", paramLabel = "TEXT", description = "Its purpose, in one line.")
        @Nullable
        String note;

        private final Workspace workspace;

        Save(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public Answer ask(AudienceService audience, RequestContext context) {
            if (name.version() != null) {
                throw LeadgenException.invalid(
                        "A version is assigned by leadgen and never changes",
                        "save it as " + name.name() + " for a new version");
            }
            String portable = new AudienceExport(audience).text(table, where.text(), ExportFormat.JSON, context);
            SavedAudiences.SaveResult result = workspace.savedAudiences().save(name.name(), note, portable);
            return AudienceAnswers.saved(result, context.requestId());
        }
    }

    @Command(
            name = "rm",
            header = "Delete a saved audience with all versions, or one version.",
            description = {"", "Deletes without confirmation. Budget already spent is not refunded."},
            footer = {"  leadgen audience rm young", "  leadgen audience rm young@1"})
    public static final class Remove implements LocalCommand {
        @Parameters(paramLabel = "AUDIENCE", description = "Its name, or NAME@VERSION.")
        AudienceReference name;

        private final Workspace workspace;

        Remove(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public Answer run(UserPrompt prompt) {
            List<Integer> removed = workspace.savedAudiences().remove(name);
            return AudienceAnswers.removed(
                    name.name(), removed, workspace.savedAudiences().versionsOf(name.name()));
        }
    }
}
