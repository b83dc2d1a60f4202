package io.leadgen.predicate.language.fix;

import io.leadgen.error.LeadgenException;
import org.jspecify.annotations.Nullable;

/**
 * Works out what would be accepted in place of a text that was rejected: it applies the fixes of the findings and reads again, as
 * what is wrong in one way is not looked at for others.
 */
public final class FixFinder {
    private static final int MOST_ROUNDS = 4;

    private FixFinder() {}

    /** Reads a text, and says what is wrong with it. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads.
         *
         * @throws LeadgenException with findings about the text
         */
        T read(String text);
    }

    /**
     * Reads a text; if it is rejected and can be mended, the error says how.
     *
     * @throws LeadgenException what the reader throws, {@linkplain LeadgenException#mended mended} where that is possible
     */
    public static <T> T read(String text, Reader<T> reader) {
        try {
            return reader.read(text);
        } catch (LeadgenException rejected) {
            String mended = mended(text, rejected, reader);
            throw mended == null ? rejected : rejected.mendedTo(mended);
        }
    }

    private static @Nullable String mended(String text, LeadgenException rejected, Reader<?> reader) {
        String mended = rejected.fixed(text);
        for (int round = 0; mended != null && round < MOST_ROUNDS; round++) {
            try {
                reader.read(mended);
                return mended;
            } catch (LeadgenException again) {
                mended = again.fixed(mended);
            }
        }
        return null;
    }
}
