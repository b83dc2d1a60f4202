package io.leadgen.cli;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.export.PortableAudience;
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
 * A predicate as given with {@code --where}: itself, or {@code @file} with it, in UTF-8; a file may be an exported audience.
 *
 * @param text without the blanks and line breaks around it
 * @param table the table that an exported audience is about; null for a bare predicate, which may be about any
 */
record PredicateArgument(String text, @Nullable TableName table) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Far more than a predicate may have: who names the wrong file is told so, and not read to the end. */
    private static final int MOST_BYTES = 1 << 16;

    /** An exported audience says its condition in several ways. */
    private static final int MOST_BYTES_OF_AUDIENCE = 1 << 19;

    static @Nullable String textOf(@Nullable PredicateArgument argument) {
        return argument == null ? null : argument.text();
    }

    static final class Reader implements ITypeConverter<PredicateArgument> {
        @Override
        public PredicateArgument convert(String value) {
            if (value.startsWith("@")) {
                String name = value.substring(1);
                String text = read(name);
                if (PortableAudience.isMeant(text)) {
                    PortableAudience audience = PortableAudience.read(text);
                    return new PredicateArgument(audience.predicate().strip(), audience.table());
                }
                if (text.length() > MOST_BYTES) {
                    throw tooLarge(name);
                }
                return new PredicateArgument(text, null);
            }
            if (value.indexOf(REPLACEMENT) >= 0) {
                // Java has replaced what the locale's encoding could not read: another question than the one typed.
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The predicate has characters that the locale of this terminal cannot pass on",
                        "set LC_ALL to a UTF-8 locale, for example C.UTF-8, or put the predicate in a file: --where"
                                + " @file");
            }
            return new PredicateArgument(value.strip(), null);
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

    private static LeadgenException tooLarge(String name) {
        return LeadgenException.of(
                ErrorCode.PREDICATE_TOO_LARGE, "The file " + name + " is too large to hold one predicate");
    }

    private static String read(String name) {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            bytes = file.readNBytes(MOST_BYTES_OF_AUDIENCE + 1);
        } catch (IOException | InvalidPathException e) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "The predicate file " + name + " cannot be read",
                    "--where @file takes the path of a text file");
        }
        if (bytes.length > MOST_BYTES_OF_AUDIENCE) {
            throw tooLarge(name);
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
