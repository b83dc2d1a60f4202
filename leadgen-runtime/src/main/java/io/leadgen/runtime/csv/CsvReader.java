package io.leadgen.runtime.csv;

import io.leadgen.runtime.files.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a CSV file is read. What its owner does not say follows from the header and must then hold for every record; else the
 * file is refused with the first line that it does not hold for.
 */
public final class CsvReader {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    /** One of these is in no text file, and then each line is one field. */
    private static final List<Character> NOWHERE = List.of('\1', '\2', '\3');

    private final CsvBytes bytes;
    private final CsvOptions options;
    private final CsvEncoding encoding;

    private CsvReader(CsvBytes bytes, CsvOptions options, CsvEncoding encoding) {
        this.bytes = bytes;
        this.options = options;
        this.encoding = encoding;
    }

    /**
     * Reads the whole file.
     *
     * @throws FileFault if it is not a table of equally many fields in every record, or can be read in several ways
     */
    public static CsvReading read(Path file, CsvOptions options) throws IOException, FileFault {
        CsvBytes bytes = new CsvBytes(file, options.encoding());
        return new CsvReader(bytes, options, bytes.encoding()).read();
    }

    /** A way to read the header, and how many fields it then has. */
    private record Candidate(CsvDialect dialect, int fields) {}

    private CsvReading read() throws IOException, FileFault {
        List<Candidate> several = candidates();
        if (several.isEmpty()) {
            if (options.delimiter() == null) {
                checkNoTitle();
            }
            return readLines();
        }
        CsvReading found = null;
        FileFault first = null;
        for (Candidate candidate : several) {
            try {
                CsvReading reading = withEscapes(candidate.dialect());
                if (found != null) {
                    throw new Ambiguous("it can be read with the delimiters "
                            + CsvDialect.name(found.dialect().delimiter()) + " and "
                            + CsvDialect.name(candidate.dialect().delimiter()));
                }
                found = reading;
            } catch (Ambiguous e) {
                throw e;
            } catch (FileFault e) {
                first = first == null ? e : first;
            }
        }
        if (found == null) {
            throw first == null ? new FileFault("it has no header", null) : first;
        }
        return found;
    }

    /** The delimiters that divide the header, the most fields first. */
    private List<Candidate> candidates() throws IOException, FileFault {
        Character declared = options.delimiter();
        if (declared != null && declared == CsvDialect.NONE) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        FileFault fault = null;
        List<Character> signs = declared == null ? DELIMITERS : List.of(declared);
        for (char sign : signs) {
            try {
                Candidate candidate = candidate(sign);
                if (candidate.fields() > 1 || declared != null) {
                    candidates.add(candidate);
                }
            } catch (FileFault e) {
                fault = fault == null ? e : fault;
            }
        }
        if (candidates.isEmpty() && fault != null) {
            throw fault;
        }
        candidates.sort(Comparator.comparingInt(Candidate::fields).reversed());
        return candidates;
    }

    private Candidate candidate(char delimiter) throws IOException, FileFault {
        CsvDialect standard = standard().withDelimiter(delimiter);
        try (CsvRecords records = open(standard)) {
            if (!nextFilled(records)) {
                throw new FileFault("it has no line", "it must have a header");
            }
            boolean single = options.quote() == null && records.size() > 1;
            for (int i = 0; single && i < records.size(); i++) {
                single = records.text(i).strip().matches("'[^']*'");
            }
            return new Candidate(single ? standard.withQuote('\'') : standard, records.size());
        } catch (CsvRecords.QuoteFault e) {
            if (options.escape() != null) {
                throw e;
            }
            CsvDialect backslash = standard.withEscape('\\');
            try (CsvRecords records = open(backslash)) {
                nextFilled(records);
                return new Candidate(backslash, records.size());
            } catch (FileFault again) {
                throw e;
            }
        }
    }

    private CsvDialect standard() {
        Character quote = options.quote();
        Character escape = options.escape();
        Character comment = options.comment();
        char sign = quote == null ? '"' : quote;
        return new CsvDialect(',', sign, escape == null ? sign : escape, comment == null ? CsvDialect.NONE : comment);
    }

    private CsvRecords open(CsvDialect dialect) throws IOException, FileFault {
        CsvRecords records = new CsvRecords(bytes.open(encoding), dialect);
        records.skip(options.skip());
        return records;
    }

    private static boolean nextFilled(CsvRecords records) throws IOException, FileFault {
        while (records.next()) {
            if (!records.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private CsvReading readLines() throws IOException, FileFault {
        FileFault fault = null;
        for (char nowhere : NOWHERE) {
            try {
                return withEscapes(standard().withDelimiter(nowhere));
            } catch (FileFault e) {
                fault = fault == null ? e : fault;
            }
        }
        throw fault == null ? new FileFault("it has no line", null) : fault;
    }

    /** A header without a delimiter can be a title, if everything after it has one. */
    private void checkNoTitle() throws IOException, FileFault {
        for (char sign : DELIMITERS) {
            int fields = fieldsAfterFirst(standard().withDelimiter(sign));
            if (fields > 1) {
                throw new Ambiguous("the first line has 1 field with the delimiter " + CsvDialect.name(sign)
                        + ", and every other has " + fields);
            }
        }
    }

    /** The number of fields that all records but the first have, or 0 if they differ. */
    private int fieldsAfterFirst(CsvDialect dialect) throws IOException, FileFault {
        try (CsvRecords records = open(dialect)) {
            nextFilled(records);
            int fields = 0;
            while (nextFilled(records)) {
                if (records.size() == 1 || (fields != 0 && records.size() != fields)) {
                    return 0;
                }
                fields = records.size();
            }
            return fields;
        } catch (CsvRecords.QuoteFault e) {
            return 0;
        }
    }

    /** Quotes are escaped by doubling them; if that fails, a backslash is tried. */
    private CsvReading withEscapes(CsvDialect dialect) throws IOException, FileFault {
        try {
            return read(dialect);
        } catch (CsvRecords.QuoteFault e) {
            if (options.escape() != null || dialect.escape() == '\\' || dialect.quote() == CsvDialect.NONE) {
                throw e;
            }
            try {
                return read(dialect.withEscape('\\'));
            } catch (FileFault again) {
                throw e;
            }
        }
    }

    private CsvReading read(CsvDialect dialect) throws IOException, FileFault {
        try (CsvRecords records = open(dialect)) {
            if (!nextFilled(records)) {
                throw new FileFault("it has no line", "it must have a header");
            }
            boolean hasHeader = !Boolean.FALSE.equals(options.header());
            CsvHeader header = hasHeader ? CsvHeader.of(records) : CsvHeader.generated(records);
            int fields = header.names().size();
            if (hasHeader && options.header() == null) {
                checkLooksLikeNames(records);
            }
            long headerLine = records.line();
            byte[] first = Arrays.copyOf(records.bytes(), records.to(fields - 1));
            int[] ends = new int[fields];
            for (int i = 0; i < fields; i++) {
                ends[i] = records.to(i);
            }
            List<ColumnEvidence> columns = Stream.generate(() -> new ColumnEvidence(options))
                    .limit(fields)
                    .toList();
            long skipped = (hasHeader ? records.nextLine() : records.line()) - 1 - records.comments();
            long count = 0;
            boolean more = hasHeader ? records.next() : true;
            while (more) {
                if (!isLeftOut(records, fields)) {
                    check(records, fields, headerLine);
                    if (hasHeader && options.header() == null) {
                        checkIsNoRepetition(records, first, ends);
                    }
                    for (int i = 0; i < fields; i++) {
                        columns.get(i).add(records.bytes(), records.from(i), records.to(i), records.line());
                    }
                    count++;
                }
                more = records.next();
            }
            if (records.hasLoneReturns()) {
                throw new FileFault("some lines end in CR and others in LF", "write one kind of line end");
            }
            return new CsvReading(
                    dialect,
                    encoding,
                    skipped,
                    hasHeader,
                    count,
                    records.hasMixedEndings(),
                    options,
                    decide(header, columns));
        }
    }

    /** Readers leave out blank lines, unless a line is a field: then it may be a missing value. */
    private static boolean isLeftOut(CsvRecords records, int fields) throws FileFault {
        if (!records.isBlank()) {
            return false;
        }
        if (fields == 1) {
            throw new FileFault(
                    "line " + records.line() + " is blank, and can be a missing value or nothing",
                    "remove the line, or write \"\" for a missing value");
        }
        return true;
    }

    private static void check(CsvRecords records, int fields, long headerLine) throws FileFault {
        if (records.size() != fields) {
            throw new FileFault(
                    "line " + records.line() + " has " + records.size() + (records.size() == 1 ? " field" : " fields")
                            + ", and line " + headerLine + " has " + fields,
                    "correct the line, or say how the file is written, for example --csv delimiter=tab, --csv quote=none or --csv comment=#");
        }
        if (records.hasSpacedQuote()) {
            throw new FileFault(
                    "line " + records.line() + " has a space next to a quote, and programs differ in what that means",
                    "remove the space, or set --csv quote=none if quotes are ordinary characters");
        }
    }

    private static void checkLooksLikeNames(CsvRecords records) throws FileFault {
        for (int i = 0; i < records.size(); i++) {
            ColumnEvidence cell = new ColumnEvidence(CsvOptions.NONE);
            cell.add(records.bytes(), records.from(i), records.to(i), 0);
            if (cell.isTyped() || records.text(i).indexOf('@') > 0) {
                throw noHeader(
                        "column " + (i + 1) + " of the first line is a number, a date or an address and no name");
            }
        }
    }

    private static FileFault noHeader(String message) {
        return new Ambiguous(
                message, "set --csv header=false if the first line is a row, or --csv header=true if it has the names");
    }

    private static void checkIsNoRepetition(CsvRecords records, byte[] first, int[] ends) throws FileFault {
        int start = 0;
        for (int i = 0; i < ends.length; i++) {
            int length = ends[i] - start;
            if (length > 0
                    && length == records.to(i) - records.from(i)
                    && Arrays.equals(first, start, ends[i], records.bytes(), records.from(i), records.to(i))) {
                throw noHeader("line " + records.line() + " repeats the name of column " + (i + 1));
            }
            start = ends[i];
        }
    }

    private List<CsvColumn> decide(CsvHeader header, List<ColumnEvidence> evidence) throws FileFault {
        List<CsvColumn> columns = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            String name = header.names().get(i);
            @Nullable CsvType declared = options.types().get(name.toLowerCase(Locale.ROOT));
            columns.add(evidence.get(i).decide(name, i + 1, declared));
        }
        for (String name : options.types().keySet()) {
            if (header.names().stream().noneMatch(name::equalsIgnoreCase)) {
                throw new FileFault("it has no column " + name + ", though its type is declared", "correct the name");
            }
        }
        return columns;
    }

    /** Another delimiter would not help. */
    private static final class Ambiguous extends FileFault {
        private static final long serialVersionUID = 1L;

        Ambiguous(String message) {
            this(message, "set --csv delimiter=SIGN, or --csv skip=1 to leave out a line before the header");
        }

        Ambiguous(String message, String hint) {
            super(message, hint);
        }
    }
}
