package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.ConfigLocator;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.demo.DemoFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        if (demo) {
            LeadgenHome home = LeadgenHome.of(environment);
            return new Started(
                    () -> LeadgenConfig.load(DemoFiles.prepare(home, progress), home.within(Map.of())),
                    () -> Leadgen.demo(home, progress));
        }
        LeadgenConfig read =
                LeadgenConfig.load(ConfigLocator.locate(config, environment, workingDirectory), environment);
        return new Started(() -> read, () -> Leadgen.open(read));
    }

    /** Starts the engine when it is needed. */
    private static final class Started implements Opened {
        private final Supplier<LeadgenConfig> config;
        private final Supplier<Leadgen> start;
        private @Nullable Leadgen leadgen;

        Started(Supplier<LeadgenConfig> config, Supplier<Leadgen> start) {
            this.config = config;
            this.start = start;
        }

        @Override
        public LeadgenConfig config() {
            return config.get();
        }

        @Override
        public AudienceService audience() {
            Leadgen started = leadgen == null ? start.get() : leadgen;
            leadgen = started;
            return started.audience();
        }

        @Override
        public void close() {
            if (leadgen != null) {
                leadgen.close();
            }
        }
    }
}
