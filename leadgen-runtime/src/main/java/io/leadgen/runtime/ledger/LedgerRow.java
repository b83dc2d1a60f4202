package io.leadgen.runtime.ledger;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A row of the ledger. Rows of both kinds are numbered in one sequence, and each seals the one before. */
sealed interface LedgerRow {
    long seq();

    /** Microseconds since 1970; never less than in the row before. */
    long at();

    Question question();

    /** The number of the first row of the draw that this row is about. */
    long draw();

    /** All that the row says, in a fixed order. */
    List<String> content();

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
     * @param total of the account, with this charge
     */
    record Entry(long seq, long at, Question question, long draw, String account, PrivacyLoss loss, PrivacyLoss total)
            implements LedgerRow {
        @Override
        public List<String> content() {
            return List.of(
                    "entry",
                    Long.toString(seq),
                    Long.toString(at),
                    question.key(),
                    Long.toString(question.epochEnds()),
                    Long.toString(draw),
                    account,
                    Long.toString(loss.rho().pico()),
                    Long.toString(loss.delta().atto()),
                    Long.toString(total.rho().pico()),
                    Long.toString(total.delta().atto()));
        }
    }

    /**
     * The answer that stands.
     *
     * @param text by {@link ReleaseText}
     */
    record Answer(long seq, long at, Question question, long draw, String text) implements LedgerRow {
        @Override
        public List<String> content() {
            return List.of(
                    "answer",
                    Long.toString(seq),
                    Long.toString(at),
                    question.key(),
                    Long.toString(question.epochEnds()),
                    Long.toString(draw),
                    text);
        }
    }

    /** The seal of this row, which depends on all rows before it. */
    default String seal(String previous) {
        MessageDigest digest = sha256();
        add(digest, previous);
        content().forEach(part -> add(digest, part));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What stands in place of the seal before the first row: no row fits into another ledger. */
    static String firstSeal(String ledger) {
        MessageDigest digest = sha256();
        add(digest, ledger);
        return HexFormat.of().formatHex(digest.digest());
    }

    static PrivacyLoss loss(long pico, long atto) {
        return new PrivacyLoss(new Rho(pico), new Delta(atto));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With its length in front, so that no two rows run together to the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
