package io.leadgen.cli.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

public enum OutputFormat {
    /** For people: words, aligned columns, thousands separators. */
    TABLE,
    /** One JSON object. */
    JSON,
    /** One JSON object on each line: one for each thing of a list, else the whole answer. */
    NDJSON,
    /** RFC 4180 with a header. */
    CSV,
    /** A table of GitHub-flavoured Markdown. */
    MARKDOWN;

    /** The format of this name, without regard to case. */
    public static Optional<OutputFormat> parse(String name) {
        return Stream.of(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public boolean isJson() {
        return this == JSON || this == NDJSON;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
