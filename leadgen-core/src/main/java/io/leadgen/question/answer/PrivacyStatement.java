package io.leadgen.question.answer;

import io.leadgen.privacy.accounting.PrivacyLoss;
import java.time.Instant;

/**
 * The terms on which an answer was released.
 *
 * @param unit the column that identifies a person, or {@code row}
 * @param callerClass how far the caller is trusted
 * @param cost what this answer cost; nothing for a repeated question
 * @param budgetLeft what the principal may still spend on this table now
 * @param questionsLeft how many more questions at this one's full price that is
 * @param epochEnds until when the same question keeps this answer
 * @param repeated whether the principal paid for the same question before in this epoch
 */
public record PrivacyStatement(
        String unit,
        String callerClass,
        PrivacyLoss cost,
        PrivacyLoss budgetLeft,
        long questionsLeft,
        Instant epochEnds,
        boolean repeated) {}
