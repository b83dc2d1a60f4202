package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.ExportAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.OutputFile;
import io.leadgen.cli.command.option.OutputFileOption;
import io.leadgen.cli.command.option.RequiredWhereOption;
import io.leadgen.cli.command.option.TableArgument;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        header = "Export an audience's condition, without data.",
        description = {
            "",
            "Writes a Jupyter or Databricks notebook, SQL, or JSON that leadgen reads back with -w @FILE. The "
                    + "export contains what policy adds to the condition. Free of charge without --with-size."
        },
        footer = {
            "  leadgen --demo export main.leads.customer_360 -w \"age > 25\" --to sql",
            "  leadgen --demo export main.leads.customer_360 -w \"age > 25\" \\",
            "          --to notebook --with-size -f adults.ipynb",
            "  leadgen --demo export main.leads.customer_360 -w \"age > 25\" \\",
            "          --to json -f adults.json",
            "  leadgen --demo count main.leads.customer_360 -w @adults.json"
        })
public final class ExportCommand implements ServiceCommand {
    @Mixin
    TableArgument table;

    @Mixin
    RequiredWhereOption where;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "notebook, databricks, sql or json.")
    ExportFormat format;

    @Mixin
    OutputFileOption file;

    @Option(
            names = "--with-size",
            arity = "0..1",
            fallbackValue = "1%",
            paramLabel = "P",
            description = "Also ask for the size at precision P (default: 1%%), at the price of a count.")
    @Nullable
    Precision precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        OutputFile target = file.checked();
        AudienceExport export = new AudienceExport(audience);
        String text = precision == null
                ? export.text(table.name(), where.text(), format, context)
                : export.textWithSize(table.name(), where.text(), format, precision, context);
        if (target == null) {
            return ExportAnswer.shown(table.name(), where.text(), format, text, context.requestId());
        }
        target.write(text);
        return ExportAnswer.written(table.name(), where.text(), format, target.path(), context.requestId());
    }
}
