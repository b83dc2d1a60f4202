package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The whole command line, many times in one process over one engine: a process and an engine for each of hundreds of inputs
 * would take minutes. In this package because the command line opens to nobody else.
 */
public final class CommandLineSession implements AutoCloseable {
    private final Path home;
    private final LeadgenConfig config;
    private final Leadgen leadgen;

    private CommandLineSession(Path home, LeadgenConfig config, Leadgen leadgen) {
        this.home = home;
        this.config = config;
        this.leadgen = leadgen;
    }

    /** What a command answered. */
    public record Result(int exitCode, String out, String err) {}

    /** A session over a configuration, with LEADGEN_HOME in a folder. */
    public static CommandLineSession open(Path home, Path config) {
        LeadgenConfig loaded = LeadgenConfig.load(config, Map.of("LEADGEN_HOME", home.toString()));
        return new CommandLineSession(home, loaded, Leadgen.open(loaded));
    }

    public Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext surroundings = new ProcessContext(
                InputStream.nullInputStream(), out, err, Map.of(), home, "analyst", false, false, false, true);
        ServiceSource.Opened opened = new ServiceSource.Opened() {
            @Override
            public LeadgenConfig config() {
                return config;
            }

            @Override
            public AudienceService audience() {
                return leadgen.audience();
            }

            @Override
            public void close() {
                // The session closes it.
            }
        };
        int code = new Cli(surroundings, (file, demo, progress) -> opened, new Cancellation()).run(args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        leadgen.close();
    }
}
