package io.leadgen.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppliedFixesTest {
    private static Diagnostic finding(int from, int to, Fix... fix) {
        return new Diagnostic(ErrorCode.PREDICATE_SYNTAX, from, to, "message", null, List.of(fix));
    }

    private static LeadgenException rejected(Diagnostic... diagnostics) {
        return LeadgenException.rejected(List.of(diagnostics));
    }

    @Test
    void allFixesOfAllFindingsAreApplied() {
        LeadgenException error =
                rejected(finding(0, 3, new Fix(0, 3, "age")), finding(6, 7, new Fix(7, 7, "'"), new Fix(6, 6, "'")));

        assertThat(error.applyFixes("aeg = 3")).isEqualTo("age = '3'");
    }

    @Test
    void whatNobodyButTheAuthorCanMendIsLeftToTheAuthor() {
        assertThat(rejected(finding(0, 3, new Fix(0, 3, "age")), finding(4, 5)).applyFixes("aeg = 3"))
                .isNull();
        assertThat(LeadgenException.of(ErrorCode.BUSY, "busy").applyFixes("x")).isNull();
    }

    @Test
    void fixesThatAreInEachOthersWayMendNothing() {
        assertThat(rejected(finding(0, 3, new Fix(0, 3, "age")), finding(1, 2, new Fix(1, 2, "g")))
                        .applyFixes("aeg"))
                .isNull();
        assertThat(rejected(finding(0, 3, new Fix(0, 9, "age"))).applyFixes("aeg"))
                .isNull();
    }
}
