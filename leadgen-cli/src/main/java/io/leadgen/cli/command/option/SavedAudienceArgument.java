package io.leadgen.cli.command.option;

import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;

/** A saved audience of the command line: {@code name} or {@code name@version}, with or without an {@code @} before it. */
public record SavedAudienceArgument(SavedAudience audience) {

    /** Its predicate, as {@code -w @NAME} reads it. */
    public PredicateArgument predicate() {
        return PredicateArgument.of(audience);
    }

    static AudienceReference reference(String word) {
        return AudienceReference.parse(word.startsWith("@") ? word.substring(1) : word);
    }
}
