package io.leadgen.audit;

import io.leadgen.error.LeadgenException;

/** Where audit events are kept. Implementations are safe for use by several threads. */
public interface AuditSink {
    /**
     * Keeps an event; returns when it is durable.
     *
     * @throws LeadgenException AUDIT_UNAVAILABLE; the answer is then withheld
     */
    void record(AuditEvent event);
}
