package io.leadgen.cli;

import io.leadgen.cli.output.Answer;
import io.leadgen.cli.picture.Figure;
import io.leadgen.cli.picture.file.ChartFormat;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a question's answer is also drawn. */
final class ChartOption {
    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Also draws the answer into FILE, whose name ends with .svg, .png or .html.")
    @Nullable
    Path file;

    @Option(names = "--force", description = "Replaces the chart's FILE if it is there.")
    boolean force;

    /**
     * Asks, and draws what is answered. What would keep it from being drawn is found before anything is asked or paid.
     *
     * @param figure draws the answer
     * @param answer writes it
     * @throws LeadgenException INVALID_ARGUMENT if there cannot be a chart there, and whatever asking throws
     */
    <T> Answer drawn(Asking<T> asking, Function<T, Figure> figure, Function<T, Answer> answer) {
        if (file == null) {
            return answer.apply(asking.ask());
        }
        NewFile target = new NewFile(file, force);
        ChartFormat format = ChartFormat.of(file)
                .orElseThrow(() -> LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "No chart is called " + file,
                        "end the name of the file with .svg, .png or .html"));
        target.check();
        format.check();
        T told = asking.ask();
        target.write(format.bytes(figure.apply(told)));
        return answer.apply(told)
                .and(page -> page.fact("chart", page.shown(target.path().toString())));
    }

    /** Asks the warehouse. */
    @FunctionalInterface
    interface Asking<T> {
        T ask();
    }
}
