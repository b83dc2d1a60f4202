package io.leadgen.runtime.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that mean that there is no value. */
final class NullWords {
    /** Words of programs that write CSV. They are null only in a column whose other texts are numbers, dates or booleans. */
    private static final Set<String> USUAL =
            Set.of("na", "n/a", "#n/a", "<na>", "nan", "-nan", "null", "none", "nil", "\\n", "-", "?", ".");

    private static final int LONGEST = 5;

    private final @Nullable List<String> declared;

    /** @param declared the only ones, in every column; null for the usual ones */
    NullWords(@Nullable List<String> declared) {
        this.declared = declared;
    }

    /** The word, as it is written, or null if the text is a value. */
    @Nullable
    String find(byte[] bytes, int from, int to, int trimmedFrom, int trimmedTo) {
        if (declared != null) {
            if (declared.isEmpty()) {
                return null;
            }
            String text = text(bytes, from, to);
            return declared.contains(text) ? text : null;
        }
        int length = trimmedTo - trimmedFrom;
        if (length < 1 || length > LONGEST || NumberForm.isDigit(bytes[trimmedFrom])) {
            return null;
        }
        return USUAL.contains(NumberForm.ascii(bytes, trimmedFrom, trimmedTo).toLowerCase(Locale.ROOT))
                ? text(bytes, from, to)
                : null;
    }

    boolean areDeclared() {
        return declared != null;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
