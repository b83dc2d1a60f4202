package io.leadgen.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppliedFixesTest {
    private static Diagnostic diagnostic(int from, int to, Fix... fix) {
        return new Diagnostic(ErrorCode.PREDICATE_SYNTAX, from, to, "message", null, List.of(fix));
    }

    private static LeadgenException rejected(Diagnostic... diagnostics) {
        return LeadgenException.rejected(List.of(diagnostics));
    }

    @Test
    void appliesTheFixesOfAllDiagnostics() {
        LeadgenException error = rejected(
                diagnostic(0, 3, new Fix(0, 3, "age")), diagnostic(6, 7, new Fix(7, 7, "'"), new Fix(6, 6, "'")));

        assertThat(error.applyFixes("aeg = 3")).isEqualTo("age = '3'");
    }

    @Test
    void returnsNullIfADiagnosticHasNoFix() {
        assertThat(rejected(diagnostic(0, 3, new Fix(0, 3, "age")), diagnostic(4, 5))
                        .applyFixes("aeg = 3"))
                .isNull();
        assertThat(LeadgenException.of(ErrorCode.BUSY, "busy").applyFixes("x")).isNull();
    }

    @Test
    void returnsNullIfFixesOverlap() {
        assertThat(rejected(diagnostic(0, 3, new Fix(0, 3, "age")), diagnostic(1, 2, new Fix(1, 2, "g")))
                        .applyFixes("aeg"))
                .isNull();
        assertThat(rejected(diagnostic(0, 3, new Fix(0, 9, "age"))).applyFixes("aeg"))
                .isNull();
    }
}
