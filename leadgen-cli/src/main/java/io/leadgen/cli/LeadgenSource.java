package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.ConfigLocator;
import io.leadgen.runtime.config.LeadgenHome;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The product: a configuration file, or the demo. Never the demo because there is no file. */
final class LeadgenSource implements AudienceSource {
    private final Map<String, String> environment;
    private final Path workingDirectory;

    LeadgenSource(Map<String, String> environment, Path workingDirectory) {
        this.environment = environment;
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Opened open(@Nullable Path config, boolean demo, Consumer<String> progress) {
        Leadgen leadgen = demo
                ? Leadgen.demo(LeadgenHome.of(environment), progress)
                : Leadgen.open(ConfigLocator.locate(config, environment, workingDirectory));
        return new Opened() {
            @Override
            public AudienceService audience() {
                return leadgen.audience();
            }

            @Override
            public void close() {
                leadgen.close();
            }
        };
    }
}
