package io.leadgen.cli.command.option;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.file.ChartFormat;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.nio.file.Path;
import java.util.function.Function;
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
     * @param ask asks the question
     * @param figure makes a figure of the answer
     * @param answer writes the answer
     * @throws LeadgenException INVALID_ARGUMENT if the file cannot be written, CONFIG_INVALID if charts cannot be drawn on this
     *     machine, and what {@code ask} throws
     */
    public <T> Answer drawn(Supplier<T> ask, Function<T, Figure> figure, Function<T, Answer> answer) {
        if (path == null) {
            return answer.apply(ask.get());
        }
        ChartFormat format = ChartFormat.of(path)
                .orElseThrow(() -> LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT, "Unsupported chart format", "use .svg, .png or .html"));
        OutputFile target = new OutputFile(path, force);
        target.check();
        format.check();
        T result = ask.get();
        target.write(format.bytes(figure.apply(result)));
        return answer.apply(result)
                .and(page -> page.fact("chart", page.shown(target.path().toString())));
    }
}
