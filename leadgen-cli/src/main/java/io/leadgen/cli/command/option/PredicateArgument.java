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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A predicate of the command line: the text itself, perhaps with names of saved audiences in it, {@code @file} with it in UTF-8, or
 * {@code @name} of a saved audience. A file can also be an exported audience. A bare name is a saved audience if one has this name,
 * else a file; a name with a dot or a separator is a file.
 *
 * @param text the predicate, without white space around it
 * @param table the table of an audience; null for a predicate without a table
 * @param origin the beginning of a sentence about where the audience comes from; null for a predicate without a table
 */
public record PredicateArgument(
        String text, @Nullable TableName table, @Nullable String origin) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HINT = "--where @file takes the path of a text file, @name a saved audience";

    /** Far more than a predicate may have. */
    private static final int MOST_BYTES = 1 << 16;

    /** An exported audience holds its predicate in several forms. */
    private static final int MOST_BYTES_OF_AUDIENCE = 1 << 19;

    static PredicateArgument of(SavedAudience saved) {
        return new PredicateArgument(
                saved.predicate().strip(), saved.table(), "The saved audience " + saved.reference() + " is");
    }

    /** Reads a predicate; INVALID_ARGUMENT if it cannot be read, or PREDICATE_TOO_LARGE. */
    public static PredicateArgument parse(String value, Workspace workspace) {
        if (value.startsWith("@")) {
            String name = value.substring(1);
            if (name.isBlank()) {
                throw LeadgenException.invalid("A name is missing after @", HINT);
            }
            Optional<AudienceReference> reference = AudienceReference.find(name);
            if (reference.isPresent()) {
                return named(name, reference.get(), workspace);
            }
            if (isFile(name, workspace)) {
                return file(name, workspace);
            }
        }
        if (value.indexOf(REPLACEMENT) >= 0) {
            // Java has replaced bytes that are invalid in the locale's encoding, so the predicate is not the one typed.
            throw LeadgenException.invalid(
                    "The predicate has characters that are invalid in this terminal's locale",
                    "set LC_ALL to a UTF-8 locale, for example C.UTF-8, or put the predicate in a file: --where"
                            + " @file");
        }
        Optional<PredicateArgument> replaced =
                value.indexOf('@') < 0 ? Optional.empty() : AudiencesInside.replaced(value, workspace.savedAudiences());
        if (replaced.isEmpty() && value.startsWith("@")) {
            return file(value.substring(1), workspace);
        }
        return replaced.orElseGet(() -> new PredicateArgument(value.strip(), null, null));
    }

    private static boolean isFile(String name, Workspace workspace) {
        try {
            return Files.exists(workspace.folder().resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A name that can be a saved audience or a file. */
    private static PredicateArgument named(String name, AudienceReference reference, Workspace workspace) {
        SavedAudiences audiences = workspace.savedAudiences();
        boolean isFile = isFile(name, workspace);
        if (!audiences.has(reference)) {
            if (isFile) {
                return file(name, workspace);
            }
            throw audiences.unknown(reference);
        }
        SavedAudience audience = audiences.get(reference);
        if (isFile) {
            throw LeadgenException.invalid(
                    "@" + name + " is a saved audience, and also a file in this folder",
                    "write @./" + name + " for the file"
                            + (reference.version() == null
                                    ? ", or @" + audience.reference() + " for the audience"
                                    : "; to use the audience, run leadgen in another folder"));
        }
        return of(audience);
    }

    private static PredicateArgument file(String name, Workspace workspace) {
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

    /** The predicates of a file, one on each line. */
    public record Lines(List<String> texts) {

        static Lines read(String value) {
            String name = value.startsWith("@") ? value.substring(1) : value;
            List<String> lines = PredicateArgument.read(
                            Path.of(""),
                            name,
                            "--where-each takes the path of a text file with a condition on each line")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.isEmpty()) {
                throw LeadgenException.invalid("The file " + value + " is empty", "write a condition on each line");
            }
            return new Lines(lines);
        }
    }

    private static LeadgenException tooLarge(String name) {
        return LeadgenException.of(
                ErrorCode.PREDICATE_TOO_LARGE, "The file " + name + " is too large for one predicate");
    }

    private static String read(Path folder, String name, String hint) {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(folder.resolve(name))) {
            bytes = file.readNBytes(MOST_BYTES_OF_AUDIENCE + 1);
        } catch (IOException | InvalidPathException e) {
            throw LeadgenException.invalid("The predicate file " + name + " cannot be read", hint);
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
            throw LeadgenException.invalid("The predicate file " + name + " is not UTF-8", "save it as UTF-8");
        }
    }
}
