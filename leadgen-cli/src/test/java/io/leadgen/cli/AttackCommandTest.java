package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.source.ServiceSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackCommandTest {
    @TempDir
    static Path folder;

    private static ServiceSource people;

    @BeforeAll
    static void writePeople() throws IOException {
        people = PeopleFile.in(folder);
    }

    @Test
    void attacksTheClassOfThePrincipal() {
        Run run = attack("--as", "beggar", "-o", "json", "--attack", "small-cells");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("\"class\": \"poor\"", "\"as_expected\": true", "\"name\": \"small-cells\"")
                .contains("\"trials\": 100", "\"confidence\": 0.99", "\"within\": true")
                .contains("\"opponent\": \"raw\"", "\"broken\": true");
        Golden.check("commands/attack.json.txt", run.out().replaceAll("[0-9a-f-]{36}", "REQUEST-ID"));
    }

    @Test
    void aSeedRepeatsARun() {
        String[] words = {"--attack", "differencing-pair", "--attack", "equality-oracle", "-o", "csv"};

        assertThat(attack(words).out()).isEqualTo(attack(words).out()).hasLineCount(7);
    }

    @Test
    void leavesTheBaselinesOutWhenTold() {
        assertThat(attack("--attack", "small-cells", "--no-baselines", "-o", "csv")
                        .out())
                .hasLineCount(2)
                .contains("small-cells,leadgen,");
    }

    @Test
    void showsHowFarItIsOnATerminalAndCleansUp() {
        Run run = Run.of(
                people,
                Map.of("NO_COLOR", "1", "TERM", "xterm"),
                "attack",
                "--seed=5",
                "--trials=100",
                "--attack=small-cells");

        assertThat(run.err())
                .startsWith("\r░░░░░░░░░░░░░░░░░░░░ 0 %  small-cells")
                .contains("\r██████████░░░░░░░░░░ 50 %  small-cells")
                .endsWith("\r" + " ".repeat("████████████████████ 100 %  small-cells^C".length()) + "\r");
        assertThat(run.out()).startsWith("no attack exceeded the guarantee\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    private static Run attack(String... words) {
        String[] line = new String[words.length + 5];
        System.arraycopy(new String[] {"attack", "--seed", "5", "--trials", "100"}, 0, line, 0, 5);
        System.arraycopy(words, 0, line, 5, words.length);
        return Run.of(people, Map.of("NO_COLOR", "1"), line);
    }

    @Test
    void anAlarmIsADefect() {
        assertThat(ExitCode.of(Answer.Kind.ALARM)).isEqualTo(ExitCode.INTERNAL);
        assertThat(ExitCode.of(Answer.Kind.SUPPRESSED)).isEqualTo(ExitCode.SUPPRESSED);
        assertThat(ExitCode.of(Answer.Kind.ANSWER)).isEqualTo(ExitCode.ANSWERED);
    }
}
