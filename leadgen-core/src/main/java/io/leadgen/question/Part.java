package io.leadgen.question;

import io.leadgen.error.LeadgenException;
import java.util.function.Supplier;

/** One of the texts of a question. An error that it causes says which one its positions are in. */
final class Part {
    private Part() {}

    /**
     * Understands a text.
     *
     * @param name what an error calls the text: {@code step 2}
     */
    static <T> T of(String name, Supplier<T> understanding) {
        try {
            return understanding.get();
        } catch (LeadgenException e) {
            throw e.inPart(name);
        }
    }
}
