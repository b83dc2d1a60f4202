package io.leadgen.cli.command.option;

import io.leadgen.runtime.audiences.AudienceReference;
import io.leadgen.runtime.audiences.SavedAudience;
import picocli.CommandLine.ITypeConverter;

/** A saved audience that a command line names: {@code name} or {@code name@version}; an {@code @} in front does no harm. */
public record SavedAudienceArgument(SavedAudience audience) {

    /** The same as a condition. */
    public PredicateArgument predicate() {
        return PredicateArgument.of(audience);
    }

    public static AudienceReference reference(String word) {
        return AudienceReference.parse(word.startsWith("@") ? word.substring(1) : word);
    }

    public static final class Name implements ITypeConverter<AudienceReference> {
        @Override
        public AudienceReference convert(String value) {
            return reference(value);
        }
    }

    public static final class Reader implements ITypeConverter<SavedAudienceArgument> {
        private final Workspace workspace;

        Reader(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public SavedAudienceArgument convert(String value) {
            return new SavedAudienceArgument(workspace.savedAudiences().get(reference(value)));
        }
    }
}
