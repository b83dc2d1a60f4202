package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.OutputFile;
import io.leadgen.cli.command.option.OutputFileOption;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.cli.terminal.Page;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.FreeShapes.Export;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.util.function.Consumer;
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
    QuestionOptions.Table table;

    @Mixin
    QuestionOptions.RequiredWhere where;

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
            return exported(null, text, context, page -> page.verbatim(text));
        }
        target.write(text);
        return exported(
                target.path().toString(),
                null,
                context,
                page -> page.headline(page.shown("written to " + target.path()))
                        .sentence(PolicyFacts.subject(page, table.name().toString(), where.text())));
    }

    /** The text itself, or the file that it was written to. */
    private Answer exported(
            @Nullable String file, @Nullable String content, RequestContext context, Consumer<Page> people) {
        Export export = new Export(table.name(), where.text(), format.toString(), file, content, context.requestId());
        return Answer.one(FreeShapes.EXPORT, export, people);
    }
}
