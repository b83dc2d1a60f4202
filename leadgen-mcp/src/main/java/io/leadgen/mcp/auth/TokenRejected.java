package io.leadgen.mcp.auth;

import org.jspecify.annotations.Nullable;

/** A token that is not accepted. The message contains nothing of the token. */
final class TokenRejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String error;

    /**
     * @param status the HTTP status
     * @param error the error code of RFC 6750, or null to send no challenge
     */
    TokenRejected(int status, @Nullable String error, String message) {
        super(message);
        this.status = status;
        this.error = error;
    }

    static TokenRejected invalid(String message) {
        return new TokenRejected(401, "invalid_token", message);
    }

    String message() {
        return String.valueOf(getMessage());
    }

    Authenticator.Verdict.Rejected verdict(ProtectedResource resource) {
        return new Authenticator.Verdict.Rejected(
                status, error == null ? null : resource.challenge(error, message()), message());
    }
}
