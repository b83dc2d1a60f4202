package io.leadgen.mcp.auth;

import org.jspecify.annotations.Nullable;

/**
 * What a client is told to do about a refusal (RFC 6750, RFC 9728).
 *
 * @param metadata where the resource's metadata are
 * @param scope what a token must allow
 */
record Challenge(String metadata, String scope) {
    /** No token came: an error is not named. */
    String plain() {
        return challenge(null, null);
    }

    /** @param description without quotation marks and backslashes */
    String error(String error, @Nullable String description) {
        return challenge(error, description);
    }

    private String challenge(@Nullable String error, @Nullable String description) {
        StringBuilder text = new StringBuilder("Bearer ");
        if (error != null) {
            text.append("error=\"").append(error).append("\", ");
        }
        if (description != null) {
            text.append("error_description=\"").append(description).append("\", ");
        }
        return text.append("scope=\"")
                .append(scope)
                .append("\", resource_metadata=\"")
                .append(metadata)
                .append('"')
                .toString();
    }
}
