package io.leadgen.runtime.yaml;

import io.leadgen.spelling.DidYouMean;
import java.util.List;
import java.util.Optional;

/**
 * The text of a single value, with its variables filled in.
 *
 * @param text not blank
 * @param quoted whether it is in quotes, where a number is text
 * @param fromVariable whether a part of it came from the environment
 */
public record YamlScalar(YamlValue value, String text, boolean quoted, boolean fromVariable) {
    /** Whether the text can be a number or a boolean. */
    public boolean isTyped() {
        return !quoted || fromVariable;
    }

    /**
     * Reports that the text is wrong. The report shows it unless it is secret or came from the environment.
     *
     * @param expected what is expected, after "must be"
     * @param known the names that are accepted, for a suggestion; empty if any text may be right
     */
    public void refuse(String expected, List<String> known) {
        boolean shown = !value.isSecret() && !fromVariable;
        Optional<String> near = shown ? DidYouMean.nearest(text, known) : Optional.empty();
        String got = YamlValue.show(text);
        value.report(value.name() + " must be " + expected
                + (shown ? ", not " + (quoted ? "the text \"" + got + "\"" : got) : "")
                + near.map(name -> "; did you mean " + name + "?").orElse(""));
    }
}
