package io.leadgen.mcp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the server. */
@Command(
        name = "leadgen-mcp",
        header = "Privacy-safe audience sizing as an MCP server.",
        description = {"", "Speaks over stdin and stdout unless --http is given; notes and errors go to stderr."},
        customSynopsis = "leadgen-mcp [--config FILE | --demo] [--as PRINCIPAL] [--http [HOST:PORT]]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  leadgen-mcp --demo", "  leadgen-mcp --config config.yml --as agent-7"})
final class Options {
    /** An address that is left to the configuration. */
    static final String CONFIGURED = "configured";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; else $$LEADGEN_CONFIG, ./config.yml, or $$LEADGEN_HOME/config.yml.")
    @Nullable
    Path config;

    @Option(names = "--demo", description = "Generated data on this machine in place of a configuration.")
    boolean demo;

    @Option(
            names = "--as",
            paramLabel = "PRINCIPAL",
            description = "Who asks over stdio, and pays from the privacy budget (default: your user name).")
    @Nullable
    String principal;

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            arity = "0..1",
            fallbackValue = CONFIGURED,
            description = "Serves streamable HTTP there, in place of stdio; without an address, where the configuration"
                    + " says (127.0.0.1:8787).")
    @Nullable
    String http;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Shows the version.")
    boolean version;
}
