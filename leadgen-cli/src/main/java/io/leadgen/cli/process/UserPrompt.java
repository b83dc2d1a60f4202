package io.leadgen.cli.process;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions to the person at the terminal.
 *
 * @param isPossible whether a person can answer
 */
public record UserPrompt(boolean isPossible, Listener listener) {
    /** Shows a question and returns the line that was typed; null at the end of the input. */
    @FunctionalInterface
    public interface Listener {
        @Nullable
        String ask(String question);
    }

    /** Of streams: asked on stderr, as stdout is the answer's. */
    public static UserPrompt over(InputStream in, Consumer<String> prompt, boolean possible) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new UserPrompt(possible, question -> {
            prompt.accept(question);
            try {
                return lines.readLine();
            } catch (IOException e) {
                return null; // the same as the end of the input
            }
        });
    }

    /**
     * Repeats a question until there is an answer.
     *
     * @param otherwise what an empty line means; empty for a question that needs an answer
     * @throws LeadgenException CANCELLED at the end of the input
     */
    public String ask(String question, String otherwise) {
        while (true) {
            String line = listener.ask(otherwise.isEmpty() ? question + ": " : question + " [" + otherwise + "]: ");
            if (line == null) {
                throw LeadgenException.of(ErrorCode.CANCELLED, "The input ended, so nothing was done");
            }
            if (!line.isBlank()) {
                return line.strip();
            }
            if (!otherwise.isEmpty()) {
                return otherwise;
            }
        }
    }
}
