package io.leadgen.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadgenExceptionTest {
    @Test
    void takesCodeAndHintFromTheFirstDiagnostic() {
        LeadgenException error = LeadgenException.rejected(List.of(
                new Diagnostic(ErrorCode.UNKNOWN_COLUMN, 0, 3, "one", "hint"),
                new Diagnostic(ErrorCode.TYPE_MISMATCH, 5, 6, "two", null)));

        assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_COLUMN);
        assertThat(error.hint()).isEqualTo("hint");
        assertThat(error).hasMessage("one; two");
    }

    @Test
    void keepsEverythingWhenItIsAttributedToAPart() {
        Throwable cause = new IllegalStateException("secret");
        LeadgenException error = LeadgenException.causedBy(ErrorCode.TIMEOUT, "too late", "try again", cause)
                .withFixedText("fixed")
                .inPart("step 2");

        assertThat(error).hasMessage("In step 2: too late").hasCause(cause);
        assertThat(error.part()).isEqualTo("step 2");
        assertThat(error.hint()).isEqualTo("try again");
        assertThat(error.fixedText()).isEqualTo("fixed");
        assertThat(error.code().category()).isEqualTo(ErrorCategory.WAREHOUSE);
    }

    @Test
    void hasNoHintUnlessGiven() {
        assertThat(LeadgenException.of(ErrorCode.BUSY, "busy", null).hint()).isNull();
        assertThat(LeadgenException.causedBy(ErrorCode.BUSY, "busy", new Error())
                        .hint())
                .isNull();
    }

    @Test
    void rejectsInvalidRanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fix(2, 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fix(-1, 1, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic(ErrorCode.PREDICATE_SYNTAX, 2, 1, "x", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Diagnostic(ErrorCode.PREDICATE_SYNTAX, -1, 1, "x", null));
    }
}
