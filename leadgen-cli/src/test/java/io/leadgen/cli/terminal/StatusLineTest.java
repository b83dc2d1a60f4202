package io.leadgen.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is shown while somebody waits. */
@SuppressWarnings("JdkObsolete") // two threads write
class StatusLineTest {
    private final StringBuffer terminal = new StringBuffer();

    private StatusLine line(boolean unicode) {
        return new StatusLine(terminal::append, new Theme(40, unicode, false));
    }

    @Test
    void itIsTakenBackAsAWhole() {
        try (StatusLine line = line(true)) {
            line.show("one");
            line.show("one");
            line.show("x".repeat(100));
            line.show("ab");
        }
        assertThat(terminal.toString().split("\r", -1))
                .containsExactly("", "one", "x".repeat(38) + "…", "ab" + " ".repeat(37), "    ", "");
    }

    @Test
    void afterTheEndNothingIsWritten() {
        StatusLine line = line(true);
        line.close();
        line.show("late");

        assertThat(terminal).isEmpty();
    }

    @Test
    void aProgressBarSaysHowFarItIs() {
        new ProgressBar(line(false)).at("games", 0.5);

        assertThat(terminal.toString()).isEqualTo("\r##########.......... 50 %  games");
    }

    @Test
    void aSpinnerTellsTheTimeAndTheBudgetOnceItIsKnown() {
        CountDownLatch asked = new CountDownLatch(1);
        String answer = new Spinner(line(false), () -> {
                    asked.countDown();
                    return "0.1 left";
                })
                .during(() -> {
                    await(asked);
                    while (terminal.indexOf("left") < 0) {
                        Thread.onSpinWait();
                    }
                    return "done";
                });

        assertThat(answer).isEqualTo("done");
        assertThat(terminal.toString())
                .matches("(?s)\r\\| \\d+\\.\\d s, Ctrl-C stops it *\r/ \\d+\\.\\d s, 0.1 left, Ctrl-C stops it.*");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anAnswerThatIsThereAtOnceHasNoSign() {
        assertThat(new Spinner(line(false), () -> "0.1 left").during(() -> "done"))
                .isEqualTo("done");
        assertThat(terminal).isEmpty();
    }
}
