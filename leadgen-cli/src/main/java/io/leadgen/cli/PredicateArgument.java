package io.leadgen.cli;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * A predicate as given with {@code --where}: itself, or {@code @file} with it, in UTF-8.
 *
 * @param text without the blanks and line breaks around it
 */
record PredicateArgument(String text) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Far more than a predicate may have: who names the wrong file is told so, and not read to the end. */
    private static final int MOST_BYTES = 1 << 16;

    static @Nullable String textOf(@Nullable PredicateArgument argument) {
        return argument == null ? null : argument.text();
    }

    static final class Reader implements ITypeConverter<PredicateArgument> {
        @Override
        public PredicateArgument convert(String value) {
            if (value.startsWith("@")) {
                return new PredicateArgument(read(value.substring(1)));
            }
            if (value.indexOf(REPLACEMENT) >= 0) {
                // Java has replaced what the locale's encoding could not read: another question than the one typed.
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The predicate has characters that the locale of this terminal cannot pass on",
                        "set LC_ALL to a UTF-8 locale, for example C.UTF-8, or put the predicate in a file: --where"
                                + " @file");
            }
            return new PredicateArgument(value.strip());
        }
    }

    /** The predicates of a file. */
    record Lines(List<String> texts) {}

    /** Reads a file with a predicate on each line; lines without one are passed over. */
    static final class LineReader implements ITypeConverter<Lines> {
        @Override
        public Lines convert(String value) {
            List<String> lines = read(value.startsWith("@") ? value.substring(1) : value)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.isEmpty()) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The file " + value + " holds no condition",
                        "write one on each line");
            }
            return new Lines(lines);
        }
    }

    private static String read(String name) {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            bytes = file.readNBytes(MOST_BYTES + 1);
        } catch (IOException | InvalidPathException e) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "The predicate file " + name + " cannot be read",
                    "--where @file takes the path of a text file");
        }
        if (bytes.length > MOST_BYTES) {
            throw LeadgenException.of(
                    ErrorCode.PREDICATE_TOO_LARGE, "The file " + name + " is too large to hold predicates");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
        } catch (CharacterCodingException e) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "The predicate file " + name + " is not UTF-8", "save it as UTF-8");
        }
    }
}
