package io.leadgen.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FixedTest {
    private static Diagnostic finding(int from, int to, Edit... fix) {
        return new Diagnostic(ErrorCode.PREDICATE_SYNTAX, from, to, "message", null, List.of(fix));
    }

    private static LeadgenException rejected(Diagnostic... findings) {
        return LeadgenException.rejected(List.of(findings));
    }

    @Test
    void allFixesOfAllFindingsAreApplied() {
        LeadgenException error =
                rejected(finding(0, 3, new Edit(0, 3, "age")), finding(6, 7, new Edit(7, 7, "'"), new Edit(6, 6, "'")));

        assertThat(error.fixed("aeg = 3")).isEqualTo("age = '3'");
    }

    @Test
    void whatNobodyButTheAuthorCanMendIsLeftToTheAuthor() {
        assertThat(rejected(finding(0, 3, new Edit(0, 3, "age")), finding(4, 5)).fixed("aeg = 3"))
                .isNull();
        assertThat(LeadgenException.of(ErrorCode.BUSY, "busy").fixed("x")).isNull();
    }

    @Test
    void fixesThatAreInEachOthersWayMendNothing() {
        assertThat(rejected(finding(0, 3, new Edit(0, 3, "age")), finding(1, 2, new Edit(1, 2, "g")))
                        .fixed("aeg"))
                .isNull();
        assertThat(rejected(finding(0, 3, new Edit(0, 9, "age"))).fixed("aeg")).isNull();
    }
}
