package io.leadgen.cli;

import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;

/** A saved audience that a command line names: {@code name} or {@code name@version}; an {@code @} in front does no harm. */
record SavedArgument(SavedAudience audience) {

    /** The same as a condition. */
    PredicateArgument predicate() {
        return PredicateArgument.of(audience);
    }

    static AudienceReference reference(String word) {
        return AudienceReference.parse(word.startsWith("@") ? word.substring(1) : word);
    }

    static final class Name implements ITypeConverter<AudienceReference> {
        @Override
        public AudienceReference convert(String value) {
            return reference(value);
        }
    }

    static final class Reader implements ITypeConverter<SavedArgument> {
        private final Supplier<SavedAudiences> saved;

        Reader(Supplier<SavedAudiences> saved) {
            this.saved = saved;
        }

        @Override
        public SavedArgument convert(String value) {
            return new SavedArgument(saved.get().get(reference(value)));
        }
    }
}
