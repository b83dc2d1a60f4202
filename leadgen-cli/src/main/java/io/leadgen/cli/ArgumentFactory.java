package io.leadgen.cli;

import io.leadgen.runtime.audiences.SavedAudiences;
import io.leadgen.runtime.config.LeadgenHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands and the readers of words that look at files: they need to know where they are. */
final class ArgumentFactory implements IFactory {
    private final Map<Class<?>, Supplier<Object>> makers;

    ArgumentFactory(Map<String, String> environment, Path workingDirectory) {
        Supplier<SavedAudiences> saved =
                () -> new SavedAudiences(LeadgenHome.of(environment).audiences(), Clock.systemUTC());
        this.makers = Map.of(
                Arguments.Table.class, () -> new Arguments.Table(workingDirectory),
                PredicateArgument.Reader.class, () -> new PredicateArgument.Reader(workingDirectory, saved),
                Arguments.NamedAudience.class,
                        () -> new Arguments.NamedAudience(new PredicateArgument.Reader(workingDirectory, saved)),
                SavedArgument.Reader.class, () -> new SavedArgument.Reader(saved),
                AudienceSaveCommand.class, () -> new AudienceSaveCommand(saved),
                AudienceListCommand.class, () -> new AudienceListCommand(saved),
                AudienceShowCommand.class, () -> new AudienceShowCommand(saved),
                AudienceRmCommand.class, () -> new AudienceRmCommand(saved));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> maker = makers.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
