package io.leadgen.runtime.ledger;

/**
 * How far a ledger has come.
 *
 * @param ledger its id, which no other ledger has
 * @param seq the number of its newest row, 0 for none
 * @param hash the seal of that row
 */
record Mark(String ledger, long seq, String hash) {
    /** Before the first row. */
    static Mark start(String ledger) {
        return new Mark(ledger, 0, LedgerRow.firstSeal(ledger));
    }
}
