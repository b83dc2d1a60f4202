package io.leadgen.attacks;

import io.leadgen.error.ErrorCode;

/** What an attacker hears. */
public sealed interface Reply {

    /**
     * A number.
     *
     * @param coarse whether it has more noise than was asked for, because the budget is at its end
     */
    record Told(double value, boolean coarse) implements Reply {}

    /** That there are too few to tell. */
    record Suppressed() implements Reply {}

    /** Nothing, for this reason. */
    record Refused(ErrorCode reason) implements Reply {}

    /** The number, or {@code otherwise} if there is none. */
    default double orElse(double otherwise) {
        return this instanceof Told told ? told.value() : otherwise;
    }
}
