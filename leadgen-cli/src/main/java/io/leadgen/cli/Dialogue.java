package io.leadgen.cli;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Questions to the person at the terminal: asked on stderr, as stdout is the answer's. */
final class Dialogue {
    private final boolean possible;
    private final BufferedReader in;
    private final Consumer<String> prompt;

    /** @param possible whether somebody is there to answer */
    Dialogue(boolean possible, InputStream in, Consumer<String> prompt) {
        this.possible = possible;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.prompt = prompt;
    }

    boolean isPossible() {
        return possible;
    }

    /**
     * Asks until there is an answer.
     *
     * @param otherwise what an empty line means; empty for a question that needs an answer
     * @throws LeadgenException CANCELLED if nobody is there any more
     */
    String ask(String question, String otherwise) {
        while (true) {
            prompt.accept(otherwise.isEmpty() ? question + ": " : question + " [" + otherwise + "]: ");
            String line = nextLine().strip();
            if (!line.isEmpty()) {
                return line;
            }
            if (!otherwise.isEmpty()) {
                return otherwise;
            }
        }
    }

    private String nextLine() {
        try {
            String line = in.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            // The same as the end of the input.
        }
        throw LeadgenException.of(ErrorCode.CANCELLED, "Nobody answers any more, so nothing was done");
    }
}
