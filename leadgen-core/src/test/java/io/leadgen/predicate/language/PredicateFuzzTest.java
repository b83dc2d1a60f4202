package io.leadgen.predicate.language;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;

/**
 * Any bytes, guided by coverage of our code and JSqlParser: the result is a predicate or diagnostics within the text, in time.
 * Runs only in the profile fuzz, which describes how.
 */
class PredicateFuzzTest {
    /** Enough for a busy machine with instrumented code. */
    private static final long MOST_NANOS = 5_000_000_000L;

    /** Loads all classes, which Jazzer rewrites, before time is measured: that alone takes seconds. */
    @BeforeAll
    static void warmUp() {
        new GoldenFile("accepted.txt").inputs().forEach(People::bind);
    }

    @FuzzTest(maxDuration = "10m")
    void answersEverything(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        try {
            TreeText.of(People.bind(text));
        } catch (LeadgenException e) {
            if (e.diagnostics().isEmpty()) {
                throw new AssertionError("no finding", e);
            }
            for (Diagnostic diagnostic : e.diagnostics()) {
                if (diagnostic.to() > text.length()) {
                    throw new AssertionError("a finding outside of the text", e);
                }
            }
        }
        if (System.nanoTime() - start > MOST_NANOS) {
            throw new AssertionError("took longer than five seconds");
        }
    }
}
