package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.RequiredWhereOption;
import io.leadgen.cli.command.option.TableArgument;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudiences;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
public final class AudienceSaveCommand implements ServiceCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "Lower-case letters, digits, - and _.")
    AudienceReference name;

    @Parameters(index = "1", paramLabel = "TABLE", description = TableArgument.DESCRIPTION)
    TableName table;

    @Mixin
    RequiredWhereOption where;

    @Option(names = "--note", paramLabel = "TEXT", description = "Its purpose, in one line.")
    @Nullable
    String note;

    private final Workspace workspace;

    AudienceSaveCommand(Workspace workspace) {
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
