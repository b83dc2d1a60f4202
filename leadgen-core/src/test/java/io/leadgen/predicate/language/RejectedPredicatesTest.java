package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.fix.FixFinder;
import org.junit.jupiter.api.Test;

/** Every known kind of error, with its message. */
class RejectedPredicatesTest {
    private final GoldenFile file = new GoldenFile("rejected.txt");

    @Test
    void reportsWhatIsWrongAndWhatToDo() {
        assertThat(file.inputs()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        String before = file.content();
        assertThat(file.expected(RejectedPredicatesTest::diagnostics)).isEqualTo(before);
    }

    private static String diagnostics(String text) {
        try {
            return "ACCEPTED " + TreeText.of(FixFinder.read(text, People::bind));
        } catch (LeadgenException e) {
            return GoldenFile.diagnostics(e);
        }
    }

    @Test
    void acceptsNoneOfThem() {
        assertThat(file.content()).doesNotContain("\nACCEPTED");
    }
}
