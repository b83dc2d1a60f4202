package io.leadgen.runtime.audit;

import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Also logs each event at level DEBUG. */
public final class LoggedAuditSink implements AuditSink {
    private static final Logger LOG = System.getLogger("io.leadgen.audit");

    private final AuditSink next;

    public LoggedAuditSink(AuditSink next) {
        this.next = next;
    }

    @Override
    public void record(AuditEvent event) {
        LOG.log(
                Level.DEBUG,
                () -> event.requestId() + " " + event.question() + " " + event.table() + " "
                        + (event.outcome() == null ? "answered" : event.outcome()) + " cost " + event.cost() + " scans "
                        + event.scans() + " where " + event.shape());
        next.record(event);
    }
}
