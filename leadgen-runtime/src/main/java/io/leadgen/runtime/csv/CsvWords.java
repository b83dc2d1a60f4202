package io.leadgen.runtime.csv;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.spelling.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is declared about a CSV file as words {@code name=value}, such as {@code header=false} or {@code type.zip=text}. */
public final class CsvWords {
    /** The only word that takes back what was declared before. */
    public static final String AUTO = "auto";

    private static final String TYPE = "type.";
    private static final List<String> NAMES = List.of(
            "delimiter",
            "quote",
            "escape",
            "comment",
            "header",
            "skip",
            "nulls",
            "decimal",
            "thousands",
            "encoding",
            "date_order");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, CsvType> types = new HashMap<>();
    private @Nullable List<String> nulls;

    private CsvWords() {}

    /**
     * The options.
     *
     * @param words {@code nulls} can occur several times, once for each text
     * @throws LeadgenException INVALID_ARGUMENT for a word that is none of these
     */
    public static CsvOptions parse(List<String> words) {
        CsvWords read = new CsvWords();
        words.stream().filter(word -> !word.equals(AUTO)).forEach(read::add);
        return read.options();
    }

    private void add(String word) {
        int equals = word.indexOf('=');
        String name = (equals < 0 ? word : word.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        if (name.startsWith(TYPE) && equals > 0) {
            types.put(
                    name.substring(TYPE.length()),
                    CsvType.parse(value)
                            .orElseThrow(
                                    () -> wrong(name, "text, integer, number, boolean, date, timestamp or instant")));
        } else if (equals < 0 || !NAMES.contains(name)) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "Unknown option of CSV files: " + name,
                    DidYouMean.nearest(name, NAMES)
                            .map(near -> "did you mean " + near + "=VALUE?")
                            .orElse("use " + String.join(", ", NAMES) + " or type.COLUMN, as in header=false"));
        } else if (name.equals("nulls")) {
            nulls = nulls == null ? new ArrayList<>() : nulls;
            nulls.add(value);
        } else {
            values.put(name, value);
        }
    }

    private CsvOptions options() {
        String sign = "one ASCII character, tab or none";
        Character decimal = value("decimal", CsvDialect::sign, sign);
        Character thousands = value("thousands", CsvDialect::sign, sign);
        return new CsvOptions(
                value("delimiter", CsvDialect::sign, sign),
                value("quote", CsvDialect::sign, sign),
                value("escape", CsvDialect::sign, sign),
                value("comment", CsvDialect::sign, sign),
                value("header", CsvWords::truth, "true or false"),
                orElse(value("skip", CsvWords::lines, "a number of lines from 0 to 1000"), 0),
                nulls,
                orElse(decimal, '.'),
                orElse(thousands, CsvDialect.NONE),
                value("encoding", text -> CsvEncoding.parse(text).orElse(null), "utf-8, utf-16 or latin-1"),
                value("date_order", text -> DateOrder.parse(text).orElse(null), "ymd, dmy or mdy"),
                types);
    }

    private <T> @Nullable T value(String name, Function<String, @Nullable T> parser, String expected) {
        String text = values.get(name);
        if (text == null) {
            return null;
        }
        T value = parser.apply(text);
        if (value == null) {
            throw wrong(name, expected);
        }
        return value;
    }

    private static <T> T orElse(@Nullable T value, T standard) {
        return value == null ? standard : value;
    }

    private static @Nullable Boolean truth(String text) {
        return text.equalsIgnoreCase("true") ? Boolean.TRUE : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    private static @Nullable Integer lines(String text) {
        return text.matches("[0-9]{1,3}|1000") ? Integer.valueOf(text) : null;
    }

    private static LeadgenException wrong(String name, String expected) {
        return LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "Invalid value of " + name, "use " + expected);
    }
}
