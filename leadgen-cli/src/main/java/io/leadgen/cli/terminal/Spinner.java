package io.leadgen.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Progress on a status line while an answer is waited for: how long it has taken so far, and what budget there was when it
 * began. It shows only the time, as progress is not known here. An answer that is there at once is
 * waited for without a sign.
 */
public final class Spinner {
    private static final List<String> TURNS = List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏");
    private static final List<String> ASCII_TURNS = List.of("|", "/", "-", "\\");
    private static final long SILENT_MS = 500;
    private static final long STEP_MS = 100;

    private final StatusLine line;
    private final Supplier<String> budget;
    private final long started = System.nanoTime();

    /**
     * Begins to count the time.
     *
     * @param budget says what is left, or nothing; asked once, by another thread, and only if the answer takes its time
     */
    public Spinner(StatusLine line, Supplier<String> budget) {
        this.line = line;
        this.budget = budget;
    }

    public <T> T during(Supplier<T> work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread turning = new Thread(() -> turnUntil(done), "leadgen-spinner");
        turning.setDaemon(true);
        turning.start();
        try {
            return work.get();
        } finally {
            done.countDown();
        }
    }

    private void turnUntil(CountDownLatch done) {
        try {
            boolean over = done.await(SILENT_MS, TimeUnit.MILLISECONDS);
            String left = "";
            for (int turn = 0; !over; turn++) {
                show(turn, left);
                left = turn == 0 ? budget.get() : left;
                over = done.await(STEP_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(int turn, String left) {
        boolean unicode = line.theme().unicode();
        List<String> turns = unicode ? TURNS : ASCII_TURNS;
        String between = unicode ? " · " : ", ";
        double seconds = (System.nanoTime() - started) / 1e9;
        line.show(turns.get(turn % turns.size()) + String.format(Locale.ROOT, " %.1f s", seconds)
                + (left.isEmpty() ? "" : between + left) + between + "Ctrl-C stops it");
    }
}
