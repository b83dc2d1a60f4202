package io.leadgen.cli.source;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.ConfigLocator;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.csv.CsvOptions;
import io.leadgen.runtime.csv.CsvWords;
import io.leadgen.runtime.demo.DemoFiles;
import io.leadgen.runtime.local.RememberedUnits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The product: a configuration file, or the demo. Never the demo because there is no file. */
public record ConfiguredSource(Map<String, String> environment, Path workingDirectory) implements ServiceSource {
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

    @Override
    public OpenedFile openFile(
            AskedFile asked, @Nullable Path config, boolean demo, UserPrompt dialogue, Consumer<String> progress) {
        if (demo) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "The demo serves only its own tables, and no files", "omit --demo");
        }
        LeadgenConfig around = around(config, progress);
        Optional<TableName> served = asked.file().servedBy(around);
        if (served.isPresent()) {
            if (asked.unit() != null || !asked.csv().isEmpty()) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The configuration serves this file as " + served.get() + ", and declares "
                                + (asked.unit() != null ? "its unit" : "how it is read"),
                        asked.unit() != null ? "omit --unit" : "omit --csv, and set warehouse.embedded.csv instead");
            }
            return new OpenedFile(served.get(), new Started(() -> around, () -> Leadgen.open(around)));
        }
        FileUnitResolver unit =
                new FileUnitResolver(asked, new RememberedUnits(LeadgenHome.of(environment)), dialogue, progress);
        CsvOptions csv = CsvWords.parse(unit.csv());
        return new OpenedFile(
                asked.file().name(),
                new Started(() -> around, () -> Leadgen.open(around, asked.file(), csv, unit::choose)));
    }

    /**
     * The configuration for a file: the usual one, so that naming a file bypasses no policy, else the
     * defaults. One that happens to lie here, has mistakes, and serves no files is passed over.
     */
    private LeadgenConfig around(@Nullable Path named, Consumer<String> progress) {
        Optional<Path> found = ConfigLocator.find(named, environment, workingDirectory);
        if (found.isEmpty()) {
            return LeadgenConfig.defaults(LeadgenHome.of(environment));
        }
        try {
            return LeadgenConfig.load(found.get(), environment);
        } catch (LeadgenException e) {
            boolean meant = named != null || ConfigLocator.isNamed(environment);
            if (meant || LeadgenConfig.mayServeFiles(found.get())) {
                throw e;
            }
            progress.accept(found.get() + " has errors (see leadgen doctor) and serves no files, so the defaults"
                    + " apply to this file");
            return LeadgenConfig.defaults(LeadgenHome.of(environment));
        }
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
