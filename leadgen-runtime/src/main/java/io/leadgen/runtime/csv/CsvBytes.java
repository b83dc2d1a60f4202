package io.leadgen.runtime.csv;

import io.leadgen.runtime.files.FileFault;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The bytes of a CSV file: unpacked, without a byte order mark, and in UTF-8. */
final class CsvBytes {
    private static final int MARK = 4;

    private final Path file;
    private final @Nullable CsvEncoding declared;

    CsvBytes(Path file, @Nullable CsvEncoding declared) {
        this.file = file;
        this.declared = declared;
    }

    /** The encoding: as declared, else by the byte order mark. */
    CsvEncoding encoding() throws IOException, FileFault {
        try (InputStream bytes = unpacked()) {
            byte[] mark = bytes.readNBytes(2);
            boolean two = mark.length == 2;
            if (two && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
                throw new FileFault("it is UTF-16 with the higher byte first", "save it as UTF-8");
            }
            if (declared != null) {
                return declared;
            }
            return two && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE ? CsvEncoding.UTF_16 : CsvEncoding.UTF_8;
        }
    }

    /** A new stream. Reading it fails with {@link IOException} if the file is damaged. */
    InputStream open(CsvEncoding encoding) throws IOException, FileFault {
        InputStream bytes = unpacked();
        if (encoding != CsvEncoding.UTF_8) {
            return new Recoded(new BufferedReader(new InputStreamReader(bytes, encoding.charset())));
        }
        bytes.mark(MARK);
        byte[] mark = bytes.readNBytes(3);
        boolean marked = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!marked) {
            bytes.reset();
        }
        return bytes;
    }

    private InputStream unpacked() throws IOException, FileFault {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return bytes;
        }
        try {
            return new BufferedInputStream(new GZIPInputStream(bytes, 1 << 16), 1 << 16);
        } catch (ZipException | EOFException e) {
            bytes.close();
            throw new FileFault("it is not packed with gzip", "check that it is complete, or name it without .gz", e);
        }
    }

    /** Characters of another encoding as UTF-8. */
    private static final class Recoded extends InputStream {
        private final Reader reader;
        private final CharBuffer chars = CharBuffer.allocate(1 << 14);
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private boolean started;

        Recoded(Reader reader) {
            this.reader = reader;
        }

        private boolean fill() throws IOException {
            while (!bytes.hasRemaining()) {
                // A surrogate pair must not be cut, so the last one waits for its other half.
                int read = reader.read(chars);
                if (read < 0 && chars.position() == 0) {
                    return false;
                }
                chars.flip();
                int end = chars.limit();
                boolean cut = read >= 0 && Character.isHighSurrogate(chars.get(end - 1));
                chars.limit(cut ? end - 1 : end);
                if (!started && chars.hasRemaining()) {
                    started = true;
                    chars.position(chars.get(0) == '\uFEFF' ? 1 : 0);
                }
                bytes = StandardCharsets.UTF_8.encode(chars);
                chars.limit(end);
                chars.compact();
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            if (!fill()) {
                return -1;
            }
            int length = Math.min(most, bytes.remaining());
            bytes.get(target, from, length);
            return length;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
