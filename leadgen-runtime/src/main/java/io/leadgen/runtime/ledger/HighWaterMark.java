package io.leadgen.runtime.ledger;

/**
 * How far a ledger has come.
 *
 * @param ledger its id, which no other ledger has
 * @param seq the number of its newest row, 0 for none
 * @param hash the seal of that row
 */
record HighWaterMark(String ledger, long seq, String hash) {
    /** Before the first row. */
    static HighWaterMark start(String ledger) {
        return new HighWaterMark(ledger, 0, LedgerRow.firstSeal(ledger));
    }
}
