package io.leadgen.error;

/** Who must act on an error. Each {@link ErrorCode} has one category. */
public enum ErrorCategory {
    /** The caller: correct the predicate, the name or the argument, and ask again. */
    CALLER,
    /** The caller, within the policy of the data owner: the question is valid but the scope, a role or the budget forbids it. */
    POLICY,
    /** A system that leadgen depends on did not answer: the warehouse, the ledger or the audit log. Retry later. */
    WAREHOUSE,
    /** The operator of this installation: correct the configuration. */
    OPERATOR,
    /** The developers of leadgen: report the request id. */
    INTERNAL
}
