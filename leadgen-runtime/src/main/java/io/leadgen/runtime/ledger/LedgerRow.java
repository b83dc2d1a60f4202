package io.leadgen.runtime.ledger;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.runtime.files.Sha256;
import java.util.List;

/** A row of the ledger. Rows of both kinds have one sequence of numbers, and each contains the hash of the one before. */
sealed interface LedgerRow {
    long seq();

    /** Microseconds since 1970; never less than in the row before. */
    long at();

    Question question();

    /** The number of the first row of the release to which this row belongs. */
    long draw();

    /** The kind of row, which is part of its hash. */
    String kind();

    /** All fields of the row, texts and numbers, in the order of the columns of its table. */
    List<Object> values();

    /**
     * A question in an epoch.
     *
     * @param key hexadecimal
     * @param epochEnds microseconds since 1970
     */
    record Question(String key, long epochEnds) {}

    /**
     * A charge to one account.
     *
     * @param total of the account including this charge
     */
    record Entry(long seq, long at, Question question, long draw, String account, PrivacyLoss loss, PrivacyLoss total)
            implements LedgerRow {
        @Override
        public String kind() {
            return "entry";
        }

        @Override
        public List<Object> values() {
            return List.of(
                    seq,
                    at,
                    question.key(),
                    question.epochEnds(),
                    draw,
                    account,
                    loss.rho().pico(),
                    loss.delta().atto(),
                    total.rho().pico(),
                    total.delta().atto());
        }
    }

    /**
     * A stored answer.
     *
     * @param text see {@link ReleaseText}
     */
    record Answer(long seq, long at, Question question, long draw, String text) implements LedgerRow {
        @Override
        public String kind() {
            return "answer";
        }

        @Override
        public List<Object> values() {
            return List.of(seq, at, question.key(), question.epochEnds(), draw, text);
        }
    }

    /** The hash of this row, which depends on all rows before it. */
    default String hash(String previous) {
        Sha256 hash = new Sha256().add(previous).add(kind());
        values().forEach(value -> hash.add(value.toString()));
        return hash.hex();
    }

    /** The hash before the first row. It depends on the ledger, so a row does not match in another ledger. */
    static String firstHash(String ledger) {
        return new Sha256().add(ledger).hex();
    }

    static PrivacyLoss loss(long pico, long atto) {
        return new PrivacyLoss(new Rho(pico), new Delta(atto));
    }
}
