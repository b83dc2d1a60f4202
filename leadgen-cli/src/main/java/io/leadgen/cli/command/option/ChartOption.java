package io.leadgen.cli.command.option;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.Breakdown;
import io.leadgen.cli.figure.file.ChartFormat;
import io.leadgen.error.LeadgenException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A file that shows the answer as a chart. */
public final class ChartOption {
    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Also draw the answer into FILE: .svg, .png or .html.")
    @Nullable
    Path path;

    @Option(names = "--force", description = "Replace the chart's FILE if it exists.")
    boolean force;

    /**
     * Asks, and draws the answer. Everything that prevents a drawing is found before anything is charged.
     *
     * @throws LeadgenException INVALID_ARGUMENT if the file cannot be written, CONFIG_INVALID if charts cannot be drawn on this
     *     machine, and what {@code ask} throws
     */
    public Answer drawn(Supplier<Breakdown<?>> ask) {
        if (path == null) {
            return ask.get().answer();
        }
        ChartFormat format = ChartFormat.of(path)
                .orElseThrow(() -> LeadgenException.invalid("Unsupported chart format", "use .svg, .png or .html"));
        OutputFile target = new OutputFile(path, force);
        target.check();
        format.check();
        Breakdown<?> result = ask.get();
        target.write(format.bytes(result.figure()));
        return result.answer()
                .and(page -> page.fact("chart", page.shown(target.path().toString())));
    }
}
