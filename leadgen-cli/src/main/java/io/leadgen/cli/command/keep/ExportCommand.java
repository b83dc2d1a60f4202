package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.ExportAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.OutputFile;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.privacy.Precision;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Writes an audience for the data-science team: its condition, and no data.",
        description = {
            "",
            "A Jupyter or Databricks notebook, Databricks SQL, or JSON that leadgen reads back with -w @FILE. What policy adds"
                    + " to the condition is in it. Free of charge without --with-size."
        },
        footer = {
            "  leadgen --demo export main.leads.customer_360 -w \"age > 25\" --to sql",
            "  leadgen --demo export main.leads.customer_360 -w \"age > 25\" \\",
            "          --to notebook --with-size -f adults.ipynb",
            "  leadgen --demo export main.leads.customer_360 -w \"age > 25\" \\",
            "          --to json -f adults.json",
            "  leadgen --demo count main.leads.customer_360 -w @adults.json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class ExportCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = {"-w", "--where"},
            required = true,
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition, @FILE with it, or @NAME of a saved audience; TRUE for everyone.")
    PredicateArgument where;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            converter = Arguments.ExportFormatName.class,
            description = "notebook, databricks, sql or json.")
    ExportFormat format;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Where to write it (default: the terminal).")
    @Nullable
    Path file;

    @Option(names = "--force", description = "Replaces FILE if it is there.")
    boolean force;

    @Option(
            names = "--with-size",
            arity = "0..1",
            fallbackValue = "1%",
            paramLabel = "P",
            converter = Arguments.PrecisionName.class,
            description = "Also asks the size, at precision P, and pays for it as count does (default: 1%%).")
    @Nullable
    Precision precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        OutputFile target = file == null ? null : new OutputFile(file, force);
        if (target != null) {
            target.check(); // before anything is paid
        }
        AudienceExport export = new AudienceExport(audience);
        String text = precision == null
                ? export.text(table, predicate(), format, context)
                : export.textWithSize(table, predicate(), format, precision, context);
        if (target == null) {
            return ExportAnswer.shown(table, predicate(), format, text, context.requestId());
        }
        target.write(text);
        return ExportAnswer.written(table, predicate(), format, target.path(), context.requestId());
    }

    @Override
    public String predicate() {
        return where.text();
    }
}
