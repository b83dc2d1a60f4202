package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.LeadgenException;
import org.junit.jupiter.api.Test;

/** The language by example, each predicate with its bound tree. */
class AcceptedPredicatesTest {
    private final GoldenFile file = new GoldenFile("accepted.txt");

    @Test
    void bindsToThisTree() {
        assertThat(file.inputs()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        String before = file.content();
        assertThat(file.expected(AcceptedPredicatesTest::tree)).isEqualTo(before);
    }

    @Test
    void rejectsNoneOfThem() {
        assertThat(file.content()).doesNotContain("REJECTED");
    }

    private static String tree(String text) {
        try {
            return "  " + TreeText.of(People.bind(text));
        } catch (LeadgenException e) {
            return "REJECTED " + e.diagnostics();
        }
    }
}
