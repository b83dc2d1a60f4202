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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Where a question's answer is also drawn. */
public final class ChartOption {
    @Option(
            names = "--chart",
            paramLabel = "FILE",
            converter = Reader.class,
            description = "Also draws the answer into FILE, whose name ends with .svg, .png or .html.")
    @Nullable
    public Chart chart;

    @Option(names = "--force", description = "Replaces the chart's FILE if it is there.")
    public boolean force;

    /** A file that is to be drawn. */
    public record Chart(Path path, ChartFormat format) {}

    public static final class Reader implements ITypeConverter<Chart> {
        @Override
        public Chart convert(String value) {
            Path path = Path.of(value);
            return new Chart(
                    path,
                    ChartFormat.of(path)
                            .orElseThrow(() -> LeadgenException.of(
                                    ErrorCode.INVALID_ARGUMENT,
                                    "A chart's file tells by its ending what it is to be",
                                    "end its name with .svg, .png or .html")));
        }
    }

    /**
     * Asks, and draws what is answered. What would keep it from being drawn is found before anything is asked or paid.
     *
     * @param ask asks the warehouse
     * @param figure how what is told is drawn
     * @param answer how it is written
     * @throws LeadgenException INVALID_ARGUMENT if there cannot be a file, CONFIG_INVALID if nothing can be drawn, and whatever
     *     asking throws
     */
    public <T> Answer drawn(Supplier<T> ask, Function<T, Figure> figure, Function<T, Answer> answer) {
        if (chart == null) {
            return answer.apply(ask.get());
        }
        OutputFile target = new OutputFile(chart.path(), force);
        target.check();
        chart.format().check();
        T told = ask.get();
        target.write(chart.format().bytes(figure.apply(told)));
        return answer.apply(told)
                .and(page -> page.fact("chart", page.shown(target.path().toString())));
    }
}
