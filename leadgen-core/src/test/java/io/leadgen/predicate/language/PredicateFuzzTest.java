package io.leadgen.predicate.language;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;

/**
 * Any bytes at all, led by coverage of ours and of JSqlParser's code: the outcome is a predicate or findings with places in the
 * text, soon. Runs in the profile fuzz only, which says how.
 */
class PredicateFuzzTest {
    /** Within which even a busy machine answers with instrumented code. */
    private static final long MOST_NANOS = 5_000_000_000L;

    /** Loads, and lets Jazzer rewrite, all classes before any time is taken: that alone takes seconds. */
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
