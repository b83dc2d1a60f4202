package io.leadgen.cli.command.option;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences;
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
 * A predicate as given with {@code --where}: itself, or {@code @file} with it, in UTF-8, where a file may be an exported audience;
 * or {@code @name} for a saved audience. A bare name is a saved audience if there is one, else a file; a word with a dot or a
 * separator is a file.
 *
 * @param text without the blanks and line breaks around it
 * @param table the table that an audience is about; null for a bare predicate, which may be about any
 * @param origin how a sentence begins that says what an audience is; null for a bare predicate
 */
public record PredicateArgument(
        String text, @Nullable TableName table, @Nullable String origin) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HINT = "--where @file takes the path of a text file, @name a saved audience";

    /** Far more than a predicate may have: who names the wrong file is told so, and not read to the end. */
    private static final int MOST_BYTES = 1 << 16;

    /** An exported audience says its condition in several ways. */
    private static final int MOST_BYTES_OF_AUDIENCE = 1 << 19;

    public static @Nullable String textOf(@Nullable PredicateArgument argument) {
        return argument == null ? null : argument.text();
    }

    public static PredicateArgument of(SavedAudience saved) {
        return new PredicateArgument(
                saved.predicate().strip(), saved.table(), "The saved audience " + saved.reference() + " is");
    }

    /** Reads a predicate, a predicate file or a saved audience. */
    public static final class Reader implements ITypeConverter<PredicateArgument> {
        private final Workspace workspace;

        public Reader(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public PredicateArgument convert(String value) {
            if (value.startsWith("@")) {
                String name = value.substring(1);
                if (name.isBlank()) {
                    throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "There is no name behind @", HINT);
                }
                return AudienceReference.find(name)
                        .map(reference -> bare(name, reference))
                        .orElseGet(() -> file(name));
            }
            if (value.indexOf(REPLACEMENT) >= 0) {
                // Java has replaced what the locale's encoding could not read: another question than the one typed.
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The predicate has characters that the locale of this terminal cannot pass on",
                        "set LC_ALL to a UTF-8 locale, for example C.UTF-8, or put the predicate in a file: --where"
                                + " @file");
            }
            return new PredicateArgument(value.strip(), null, null);
        }

        /** A name that a file could have as well. */
        private PredicateArgument bare(String name, AudienceReference reference) {
            SavedAudiences audiences = workspace.savedAudiences();
            boolean isFile = Files.exists(workspace.folder().resolve(name));
            if (!audiences.has(reference)) {
                if (isFile) {
                    return file(name);
                }
                throw audiences.unknown(reference);
            }
            SavedAudience audience = audiences.get(reference);
            if (isFile) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "@" + name + " is a saved audience, and a file here",
                        "write @./" + name + " for the file"
                                + (reference.version() == null
                                        ? ", or @" + audience.reference() + " for the audience"
                                        : "; the audience can be had from another folder"));
            }
            return of(audience);
        }

        private PredicateArgument file(String name) {
            String text = read(workspace.folder(), name, HINT);
            if (PortableAudience.isMeant(text)) {
                PortableAudience audience = PortableAudience.read(text);
                return new PredicateArgument(audience.predicate().strip(), audience.table(), "The file holds");
            }
            if (text.length() > MOST_BYTES) {
                throw tooLarge(name);
            }
            return new PredicateArgument(text, null, null);
        }
    }

    /** The predicates of a file. */
    public record Lines(List<String> texts) {}

    /** Reads a file with a predicate on each line; lines without one are passed over. */
    public static final class LineReader implements ITypeConverter<Lines> {
        @Override
        public Lines convert(String value) {
            String name = value.startsWith("@") ? value.substring(1) : value;
            List<String> lines = read(
                            Path.of(""),
                            name,
                            "--where-each takes the path of a text file with a condition on each line")
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

    private static String read(Path folder, String name, String hint) {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(folder.resolve(name))) {
            bytes = file.readNBytes(MOST_BYTES_OF_AUDIENCE + 1);
        } catch (IOException | InvalidPathException e) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "The predicate file " + name + " cannot be read", hint);
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
