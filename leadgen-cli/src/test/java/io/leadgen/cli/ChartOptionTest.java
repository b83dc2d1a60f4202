package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.source.ServiceSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartOptionTest {
    private static final Map<String, String> PLAIN = Map.of("NO_COLOR", "1", "COLUMNS", "200");

    @TempDir
    static Path folder;

    private static ServiceSource people;

    @BeforeAll
    static void writePeople() throws IOException {
        people = PeopleFile.in(folder);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                question("segment", "main.leads.people", "--by", "income_level,age[40, 60]"),
                question("segment", "main.leads.people", "--by", "income_level", "-w", "age > 200"),
                question("segment", "main.leads.people", "--by", "joined", "-w", "age > 200"),
                question("trend", "main.leads.people", "--time=joined", "--every=month", "--from=2026-01-01"),
                question("funnel", "main.leads.people", "--step=age > 30", "--step=spend > 100"),
                question("overlap", "main.leads.people", "-a=old=age > 50", "-a=rich=income_level = 'high'"),
                question("profile", "main.leads.people", "age"),
                question("profile", "main.leads.people", "income_level"));
    }

    private static Arguments question(String... words) {
        return Arguments.of((Object) words);
    }

    private static Run run(String[] question, String... more) {
        return Run.of(
                people,
                PLAIN,
                Stream.concat(Arrays.stream(question), Arrays.stream(more)).toArray(String[]::new));
    }

    private static String[] json(String... question) {
        return Stream.concat(Stream.of("-ojson"), Arrays.stream(question)).toArray(String[]::new);
    }

    /** What differs from run to run, and the line that the chart adds. */
    private static String comparable(String out) {
        return out.replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "ID")
                .replaceAll("(?m)^  chart .*\n", "")
                .replaceAll("(?m)^(  \\w+) +", "$1 ");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aChartIsDrawnBesidesTheAnswer(String[] question) throws IOException {
        for (String ending : new String[] {".svg", ".png", ".html"}) {
            Path file = folder.resolve("chart" + String.join("", question).hashCode() + ending);
            Run plain = run(question);
            Run drawn = run(question, "--chart", file.toString());

            assertThat(drawn.err()).isEmpty();
            assertThat(drawn.exitCode()).isEqualTo(plain.exitCode());
            assertThat(comparable(drawn.out())).isEqualTo(comparable(plain.out()));
            assertThat(drawn.out()).containsPattern("\n  chart +\\Q" + file + "\\E\n");
            assertThat(Files.size(file)).isGreaterThan(1000);

            Run json = run(json(question), "--chart", file.toString(), "--force");
            assertThat(comparable(json.out()))
                    .isEqualTo(comparable(run(json(question)).out()));
        }
    }

    @Test
    void thePageSaysWhoWasAskedAboutAndWhatIsNotTold() throws IOException {
        Path file = folder.resolve("page.html");
        Run run = run(
                new String[] {"segment", "main.leads.people", "--by", "income_level", "-w", "age < 40"},
                "--chart",
                file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .contains("<h1>people by income_level</h1>", "in main.leads.people where age &lt; 40")
                .contains("<th scope=\"row\">NULL</th><td class=\"lg-n\">fewer than 100</td>")
                .contains("<dt>required</dt><dd>consent = TRUE (added to every question)</dd>");
    }

    @Test
    void whatCannotBeWrittenIsNeitherAskedNorPaid() throws IOException {
        String[] question = {"segment", "main.leads.people", "--by", "consent", "--as", "beggar", "--precision", "max"};
        // Asked, this would be refused with exit code 5.
        assertThat(run(question).exitCode()).isEqualTo(5);
        Path there = Files.writeString(folder.resolve("there.svg"), "mine");

        assertThat(run(question, "--chart", folder.resolve("x.gif").toString()))
                .matches(run -> run.exitCode() == 2 && run.err().contains("use .svg, .png or .html"));
        assertThat(run(question, "--chart", there.toString()))
                .matches(run -> run.exitCode() == 2 && run.err().contains("use --force to replace it"));
        assertThat(run(question, "--chart", folder.resolve("no/x.svg").toString()))
                .matches(run ->
                        run.exitCode() == 2 && run.said().contains("check that its folder exists and is writable"));
        assertThat(Files.readString(there)).isEqualTo("mine");
        // What cannot be asked leaves no file.
        assertThat(run(question, "--chart", there.toString(), "--force").exitCode())
                .isEqualTo(5);
        assertThat(Files.readString(there)).isEqualTo("mine");
    }
}
