package io.leadgen.runtime.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The encodings that a CSV file can have. */
public enum CsvEncoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    /** With or without a byte order mark, lower byte first. */
    UTF_16("utf-16", StandardCharsets.UTF_16LE),
    LATIN_1("latin-1", StandardCharsets.ISO_8859_1);

    private final String label;
    private final Charset charset;

    CsvEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    /** Reads a name; case and signs between words do not matter. */
    public static Optional<CsvEncoding> parse(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
            case "utf8" -> Optional.of(UTF_8);
            case "utf16", "utf16le" -> Optional.of(UTF_16);
            case "latin1", "iso88591" -> Optional.of(LATIN_1);
            default -> Optional.empty();
        };
    }

    /** The name as DuckDB and the documentation write it. */
    @Override
    public String toString() {
        return label;
    }
}
