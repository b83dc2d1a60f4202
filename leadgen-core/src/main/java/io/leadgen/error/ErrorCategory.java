package io.leadgen.error;

/** Who must act on an error. */
public enum ErrorCategory {
    /** The caller can fix the question: a predicate, a name, an argument. */
    CALLER,
    /** The question is understood and refused by policy: scope, role, budget. */
    POLICY,
    /** An engine, a ledger or an audit log behind the service did not answer. */
    WAREHOUSE,
    /** The operator must fix the installation: a configuration file. */
    OPERATOR,
    /** A defect of leadgen. */
    INTERNAL
}
