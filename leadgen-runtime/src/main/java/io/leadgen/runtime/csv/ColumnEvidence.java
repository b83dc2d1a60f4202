package io.leadgen.runtime.csv;

import io.leadgen.runtime.files.FileFault;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what all texts of a column are, and decides its type after the last. */
final class ColumnEvidence {
    private static final int MOST_WORDS = 30;

    private final CsvOptions options;
    private final NullWords nullWords;
    private final Set<String> words = new TreeSet<>();
    private final Set<CsvType> possible = EnumSet.complementOf(EnumSet.of(CsvType.TEXT));
    /** The line of the first text that is not of a type. */
    private final Map<CsvType, Long> misfits = new EnumMap<>(CsvType.class);

    private long filled;
    private long values;
    private long bytes;
    private long numbers;
    private int orders = DateOrder.YMD.bit() | DateOrder.DMY.bit() | DateOrder.MDY.bit();
    private char separator;
    private boolean isoDays = true;
    private boolean integersAsWritten = true;
    private boolean spaces;
    private long leadingZeros;
    private long longIntegers;

    ColumnEvidence(CsvOptions options) {
        this.options = options;
        this.nullWords = new NullWords(options.nulls());
        DateOrder order = options.dateOrder();
        if (order != null) {
            orders = order.bit() | DateOrder.YMD.bit();
        }
    }

    void add(byte[] text, int start, int end, long line) {
        if (start == end) {
            return;
        }
        filled++;
        bytes += end - start;
        int from = start;
        int to = end;
        while (from < to && text[from] == ' ') {
            from++;
        }
        while (from < to && text[to - 1] == ' ') {
            to--;
        }
        if (words.size() < MOST_WORDS || nullWords.areDeclared()) {
            String word = nullWords.find(text, start, end, from, to);
            if (word != null) {
                words.add(word);
                return;
            }
        }
        values++;
        spaces |= to - from < end - start;
        number(NumberForm.of(text, from, to, options.decimal(), options.thousands()), line);
        if (possible.contains(CsvType.BOOLEAN) && !isBoolean(text, from, to)) {
            drop(CsvType.BOOLEAN, line);
        }
        if (possible.contains(CsvType.DATE)
                || possible.contains(CsvType.TIMESTAMP)
                || possible.contains(CsvType.INSTANT)) {
            date(text, from, to, line);
        }
    }

    private void number(NumberForm form, long line) {
        switch (form) {
            case PLAIN_INTEGER -> numbers++;
            case INTEGER -> {
                numbers++;
                integersAsWritten = false;
            }
            case NUMBER -> {
                numbers++;
                drop(CsvType.INTEGER, line);
            }
            case LEADING_ZERO, LONG_INTEGER, NONE -> {
                leadingZeros += form == NumberForm.LEADING_ZERO ? 1 : 0;
                longIntegers += form == NumberForm.LONG_INTEGER ? 1 : 0;
                drop(CsvType.INTEGER, line);
                drop(CsvType.NUMBER, line);
            }
        }
    }

    private static boolean isBoolean(byte[] text, int from, int to) {
        int length = to - from;
        if (length != 4 && length != 5) {
            return false;
        }
        String word = NumberForm.ascii(text, from, to);
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    private void date(byte[] text, int from, int to, long line) {
        int fitting = orders & DateForm.orders(text, from, to, separator);
        if (fitting == 0) {
            drop(CsvType.DATE, line);
        } else {
            orders = fitting;
            separator = separator(text, from, to);
        }
        boolean isoDay = DateForm.isIsoDay(text, from, to);
        isoDays &= isoDay;
        CsvType time = isoDay ? CsvType.TIMESTAMP : DateForm.time(text, from, to);
        if (time != CsvType.TIMESTAMP) {
            drop(CsvType.TIMESTAMP, line);
        }
        if (time != CsvType.INSTANT) {
            drop(CsvType.INSTANT, line);
        }
    }

    private static char separator(byte[] text, int from, int to) {
        int at = from;
        while (at < to - 1 && NumberForm.isDigit(text[at])) {
            at++;
        }
        return (char) text[at];
    }

    private void drop(CsvType type, long line) {
        if (possible.remove(type)) {
            misfits.put(type, line);
        }
    }

    /** True if all texts have a type that no name has. */
    boolean isTyped() {
        return values > 0 && !possible.isEmpty();
    }

    /**
     * The column.
     *
     * @param position from 1
     * @throws FileFault if its texts do not have the declared type
     */
    CsvColumn decide(String name, int position, @Nullable CsvType declared) throws FileFault {
        if (declared != null && declared != CsvType.TEXT && !possible.contains(declared)) {
            throw new FileFault(
                    "line " + misfits.get(declared) + ": column " + position + " is not " + declared.words()
                            + ", though its type is declared",
                    "correct the value, declare the type text, or name the text that means null with --csv nulls=TEXT");
        }
        boolean ambiguous = (orders & DateOrder.DMY.bit()) != 0 && (orders & DateOrder.MDY.bit()) != 0;
        CsvType type = declared != null
                ? declared
                : values == 0 ? CsvType.TEXT : narrowest(ambiguous && options.dateOrder() == null);
        boolean isDate = type == CsvType.DATE;
        String format = isDate && !(isoDays && values > 0) ? order().format(separator) : null;
        boolean asWritten = switch (type) {
            case TEXT -> true;
            case INTEGER -> integersAsWritten && !spaces;
            case DATE -> isoDays && !spaces;
            default -> false;
        };
        boolean text = type == CsvType.TEXT;
        Set<String> nulls = text && !nullWords.areDeclared() ? Set.of() : words;
        return new CsvColumn(
                name,
                type,
                format,
                asWritten,
                nulls,
                text ? textNote(declared, ambiguous && possible.contains(CsvType.DATE)) : note(),
                filled,
                text && !nullWords.areDeclared() ? filled : values,
                bytes);
    }

    private CsvType narrowest(boolean ambiguousDates) {
        for (CsvType type : new CsvType[] {
            CsvType.BOOLEAN, CsvType.INTEGER, CsvType.NUMBER, CsvType.DATE, CsvType.TIMESTAMP, CsvType.INSTANT
        }) {
            if (possible.contains(type) && !(type == CsvType.DATE && ambiguousDates)) {
                return type;
            }
        }
        return CsvType.TEXT;
    }

    private DateOrder order() {
        DateOrder wanted = options.dateOrder();
        if (wanted != null && (orders & wanted.bit()) != 0) {
            return wanted;
        }
        for (DateOrder order : DateOrder.values()) {
            if ((orders & order.bit()) != 0) {
                return order;
            }
        }
        return DateOrder.YMD;
    }

    private @Nullable String note() {
        return words.isEmpty() || nullWords.areDeclared()
                ? null
                : spelled() + (words().size() == 1 ? " is null" : " are null");
    }

    private @Nullable String textNote(@Nullable CsvType declared, boolean ambiguousDates) {
        if (declared != null || values == 0) {
            return null;
        }
        if (ambiguousDates) {
            return "text, because day and month of its dates can be swapped: set --csv date_order=dmy or mdy";
        }
        if (numbers + leadingZeros + longIntegers == values) {
            return leadingZeros > 0
                    ? "text, because numbers begin with zeros"
                    : "text, because whole numbers are longer than 64 bits";
        }
        if (2 * numbers > values) {
            return "text, because not every value is a number";
        }
        return words.isEmpty() || nullWords.areDeclared()
                ? null
                : spelled() + (words().size() == 1 ? " is a text" : " are texts");
    }

    private Set<String> words() {
        return words.stream().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private String spelled() {
        return String.join(", ", words());
    }
}
