package io.leadgen.runtime.yaml;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the text of a configuration file: UTF-8, at most 1 MiB. */
public final class TextFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws LeadgenException CONFIG_INVALID if the file is missing, cannot be read, is too large or is not UTF-8
     */
    public static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw invalid(file, "this is a directory, not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            // The size is not asked for: the file may be a pipe, as from a secret manager.
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, file + ": there is no such file", e);
        } catch (IOException e) {
            throw LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, file + ": the file cannot be read", e);
        }
        if (bytes.length > MAX_BYTES) {
            throw invalid(file, "larger than 1 MiB; is this a configuration file?");
        }
        return decode(file, bytes);
    }

    private static String decode(Path file, byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw invalid(file, "the file is UTF-16; save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            long line = text.chars().filter(c -> c == '\n').count() + 1;
            throw invalid(file, "the file is not UTF-8; see line " + line);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static LeadgenException invalid(Path file, String message) {
        return LeadgenException.of(ErrorCode.CONFIG_INVALID, file + ": " + message);
    }
}
