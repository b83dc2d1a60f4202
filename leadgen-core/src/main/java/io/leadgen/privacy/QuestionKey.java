package io.leadgen.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The identity of a question: SHA-256 over its parts, each with its length in front. Equal questions have equal keys; different
 * ones do not, short of a collision of SHA-256.
 */
public record QuestionKey(String hex) {
    /** The key of the question that these parts make, in their order. */
    public static QuestionKey of(List<String> parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return new QuestionKey(HexFormat.of().formatHex(digest.digest()));
    }
}
