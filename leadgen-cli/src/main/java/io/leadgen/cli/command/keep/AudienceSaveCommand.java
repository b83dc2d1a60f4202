package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.SavedAudienceArgument;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudiences;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "save",
        header = "Saves a condition under a name.",
        description = {
            "",
            "The condition is checked against the table first. A name that is there gets a new version; the old ones stay, as"
                    + " NAME@1, NAME@2. Free of charge."
        },
        footer = {
            "  leadgen --demo audience save young main.leads.customer_360 -w \"age < 30\" \\",
            "      --note \"for the spring campaign\"",
            "  leadgen --demo audience save young main.leads.customer_360 -w @audience.txt"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class AudienceSaveCommand implements ServiceCommand {
    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = SavedAudienceArgument.Name.class,
            description = "Lower-case letters, digits, - and _.")
    AudienceReference name;

    @Parameters(
            index = "1",
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = {"-w", "--where"},
            required = true,
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition, @FILE with it, or @NAME of a saved audience.")
    PredicateArgument where;

    @Option(names = "--note", paramLabel = "TEXT", description = "What it is for, in one line.")
    @Nullable
    String note;

    private final Workspace workspace;

    AudienceSaveCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        if (name.version() != null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "Versions count up by themselves and never change",
                    "save it as " + name.name() + " for a new version");
        }
        String portable = new AudienceExport(audience).text(table, predicate(), ExportFormat.JSON, context);
        SavedAudiences.SaveResult result = workspace.savedAudiences().save(name.name(), note, portable);
        return AudienceAnswers.saved(result, context.requestId());
    }

    @Override
    public String predicate() {
        return where.text();
    }
}
