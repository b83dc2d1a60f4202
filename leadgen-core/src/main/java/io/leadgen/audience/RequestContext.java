package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.Cancellation;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The principal of a request, its id, and how to cancel it.
 *
 * @param requestId names the question in its answer, its error and the audit log; 1 to 128 printable characters
 * @param caller the class and attributes that authentication established, instead of those in the policy; null if
 *     the policy decides
 */
public record RequestContext(
        Principal principal,
        String requestId,
        Cancellation cancellation,
        @Nullable Caller caller) {
    private static final int MAX_LENGTH = 128;

    public RequestContext {
        requireNonNull(principal, "principal");
        requireNonNull(cancellation, "cancellation");
        if (requestId.isBlank()
                || requestId.length() > MAX_LENGTH
                || requestId.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a request id has 1 to 128 printable characters");
        }
    }

    /** A question of a principal about whom the policy decides. */
    public RequestContext(Principal principal, String requestId, Cancellation cancellation) {
        this(principal, requestId, cancellation, null);
    }

    /** A new random id, and a cancellation of its own. */
    public static RequestContext of(Principal principal) {
        return new RequestContext(principal, UUID.randomUUID().toString(), new Cancellation());
    }
}
