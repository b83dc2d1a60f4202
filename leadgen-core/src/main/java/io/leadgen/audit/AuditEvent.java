package io.leadgen.audit;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.privacy.accounting.Rho;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one question. Holds no literal of a predicate, no true value, and nothing that depends on one.
 *
 * @param at when the question ended
 * @param requestId names the question in answers, errors and logs
 * @param principal the name of the principal
 * @param callerClass the principal's class
 * @param question the kind of question: {@code count}, {@code metric}, …
 * @param table the table, or null for a question about the catalog
 * @param shape the canonical predicate with a type in place of every literal, or null
 * @param outcome null for an answer, else the code of the error
 * @param cost what was charged, also where there was no answer in the end: what is charged before a scan is not given back
 * @param scans how many statements were sent to the warehouse
 */
public record AuditEvent(
        Instant at,
        String requestId,
        String principal,
        String callerClass,
        String question,
        @Nullable TableName table,
        @Nullable String shape,
        @Nullable ErrorCode outcome,
        Rho cost,
        int scans) {
    public AuditEvent {
        requireNonNull(at, "at");
        requireNonNull(requestId, "requestId");
        requireNonNull(cost, "cost");
    }
}
