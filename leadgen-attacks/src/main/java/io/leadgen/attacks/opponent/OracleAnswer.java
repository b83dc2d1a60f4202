package io.leadgen.attacks.opponent;

import io.leadgen.error.ErrorCode;

/** What an oracle returns to an attacker. */
public sealed interface OracleAnswer {

    /** A number; coarse if it has more noise than requested, because the budget is at its end. */
    record Value(double value, boolean coarse) implements OracleAnswer {}

    /** There are too few people for a number. */
    record Suppressed() implements OracleAnswer {}

    record Refused(ErrorCode reason) implements OracleAnswer {}

    default double orElse(double otherwise) {
        return this instanceof Value number ? number.value() : otherwise;
    }
}
