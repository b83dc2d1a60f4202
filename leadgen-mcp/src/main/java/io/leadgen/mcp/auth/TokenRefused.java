package io.leadgen.mcp.auth;

/** A token that does not count, and why, in words that hold nothing of it. */
final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1L;

    TokenRefused(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
