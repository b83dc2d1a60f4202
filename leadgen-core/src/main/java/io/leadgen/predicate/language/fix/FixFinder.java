package io.leadgen.predicate.language.fix;

import io.leadgen.error.LeadgenException;
import org.jspecify.annotations.Nullable;

/**
 * Finds a corrected text for a rejected one. It applies the fixes of all diagnostics and reads the result again, because one kind
 * of error can hide another.
 */
public final class FixFinder {
    private static final int MAX_ROUNDS = 4;

    private FixFinder() {}

    /** Reads a text or rejects it. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads a text.
         *
         * @throws LeadgenException if the text has errors
         */
        T read(String text);
    }

    /**
     * Reads a text. If it is rejected and can be fixed, the exception holds the {@linkplain LeadgenException#fixedText fixed text}.
     *
     * @throws LeadgenException what the reader throws
     */
    public static <T> T read(String text, Reader<T> reader) {
        try {
            return reader.read(text);
        } catch (LeadgenException rejected) {
            String fixed = fixed(text, rejected, reader);
            throw fixed == null ? rejected : rejected.withFixedText(fixed);
        }
    }

    private static @Nullable String fixed(String text, LeadgenException rejected, Reader<?> reader) {
        String fixed = rejected.applyFixes(text);
        for (int round = 0; fixed != null && round < MAX_ROUNDS; round++) {
            try {
                reader.read(fixed);
                return fixed;
            } catch (LeadgenException again) {
                fixed = again.applyFixes(fixed);
            }
        }
        return null;
    }
}
