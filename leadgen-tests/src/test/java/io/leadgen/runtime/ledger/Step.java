package io.leadgen.runtime.ledger;

/** The steps of a question, in their order. */
enum Step {
    BEFORE_OPEN,
    OPEN_BEGUN,
    OPEN_WRITTEN,
    OPEN_COMMITTED,
    OPENED,
    SETTLE_BEGUN,
    SETTLE_WRITTEN,
    SETTLE_COMMITTED,
    SETTLED,
    ANSWERED;

    /** How many draws a question has cost if it was stopped at this step and then asked again. */
    int draws() {
        return compareTo(OPEN_COMMITTED) >= 0 && compareTo(SETTLE_COMMITTED) < 0 ? 2 : 1;
    }
}
