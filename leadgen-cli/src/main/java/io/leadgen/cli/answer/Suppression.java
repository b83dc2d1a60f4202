package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import org.jspecify.annotations.Nullable;

/** Says that there are too few. */
final class Suppression {
    private Suppression() {}

    static void write(Page page, String people, @Nullable Integer below) {
        String few = below == null ? "Too few " : "Fewer than about " + Numerals.grouped(below) + " ";
        page.headline(few + people + ": suppressed");
        page.sentence("An audience this small is not told, not even roughly, to protect the people in it."
                + " Ask about a larger one.");
    }
}
