package io.leadgen.mcp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the server. */
@Command(
        name = "leadgen-mcp",
        header = "Privacy-safe audience sizing as an MCP server.",
        description = {"", "Uses stdin and stdout unless you set --http. Notes and errors go to stderr."},
        customSynopsis = "leadgen-mcp [--config FILE | --demo] [--as PRINCIPAL] [--http [HOST:PORT]]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  leadgen-mcp --demo", "  leadgen-mcp --config config.yml --as agent-7"})
final class Options {
    /** The value of --http without an address. */
    static final String CONFIGURED = "configured";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration file (default: $$LEADGEN_CONFIG, ./config.yml, or $$LEADGEN_HOME/config.yml).")
    @Nullable
    Path config;

    @Option(names = "--demo", description = "Use the built-in demo data instead of a configuration file.")
    boolean demo;

    @Option(
            names = "--as",
            paramLabel = "PRINCIPAL",
            description = "The principal whose privacy budget is charged over stdio (default: your user name).")
    @Nullable
    String principal;

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            arity = "0..1",
            fallbackValue = CONFIGURED,
            description =
                    "Serve streamable HTTP at this address instead of stdio. Without an address, use the configured one"
                            + " (127.0.0.1:8787).")
    @Nullable
    String http;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Show the version.")
    boolean version;
}
