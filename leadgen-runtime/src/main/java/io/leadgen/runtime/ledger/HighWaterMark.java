package io.leadgen.runtime.ledger;

/**
 * The newest state of a ledger.
 *
 * @param ledger its unique id
 * @param seq the number of its newest row, 0 for none
 * @param hash the hash of that row
 */
record HighWaterMark(String ledger, long seq, String hash) {
    /** Before the first row. */
    static HighWaterMark start(String ledger) {
        return new HighWaterMark(ledger, 0, LedgerRow.firstHash(ledger));
    }
}
