package io.leadgen.mcp;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.mcp.auth.CallerIdentity;
import io.leadgen.mcp.sdk.CallExecutor;
import io.leadgen.mcp.sdk.CallLimits;
import io.leadgen.mcp.sdk.RunningCalls;
import io.leadgen.mcp.sdk.Servers;
import io.leadgen.mcp.sdk.StdioTransport;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.ConfigLocator;
import io.leadgen.runtime.config.HttpConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.config.ListenAddress;
import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.program.ProgramLog;
import io.leadgen.runtime.program.Version;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The entry point of the process. Exit codes: 0 at the end of the input, 1 for an internal error, 2 for a wrong command line, 6 if a
 * port or the warehouse is not available, 8 for a missing or invalid configuration.
 */
public final class Main {
    private static final int SERVED = 0;
    private static final int INTERNAL_ERROR = 1;
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 6;
    private static final int CONFIGURATION = 8;

    private Main() {}

    public static void main(String[] args) {
        // stdout is for the protocol only; redirect output of libraries and drivers.
        OutputStream protocol = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.exit(run(protocol, args));
    }

    private static int run(OutputStream protocol, String... args) {
        Options options = new Options();
        CommandLine parser = new CommandLine(options).setExpandAtFiles(false);
        try {
            parser.parseArgs(args);
            if (options.help) {
                parser.usage(new PrintStream(protocol, true, StandardCharsets.UTF_8));
                return SERVED;
            }
            if (options.version) {
                protocol.write((Version.of("leadgen-mcp") + "\n").getBytes(StandardCharsets.UTF_8));
                return SERVED;
            }
            serve(options, protocol);
            return SERVED;
        } catch (ParameterException e) {
            return failed(LeadgenException.invalid(String.valueOf(e.getMessage()), "run leadgen-mcp --help"));
        } catch (LeadgenException e) {
            return failed(e);
        } catch (Throwable e) {
            return failed(LeadgenException.causedBy(ErrorCode.INTERNAL, "Internal error", e));
        }
    }

    private static void serve(Options options, OutputStream protocol) {
        try (ServerSetup setup = setup(options, System.getenv());
                CallExecutor calls = new CallExecutor(CallLimits.standard(), new RunningCalls())) {
            if (options.http == null) {
                stdio(options, setup.servers(calls), calls, protocol);
            } else {
                HttpService.serve(setup, http(options.http, setup.http()), calls, Main::note);
            }
        }
    }

    private static void stdio(Options options, Servers servers, CallExecutor calls, OutputStream protocol) {
        // Also cancels statements at the warehouse when the process is killed.
        Runtime.getRuntime().addShutdownHook(new Thread(calls::close, "leadgen-stop"));
        StdioTransport transport = new StdioTransport(
                new FileInputStream(FileDescriptor.in),
                protocol,
                CallerIdentity.of(principal(options)),
                calls.limits().timeout().plus(calls.limits().grace()));
        servers.stateful(transport);
        transport.serve();
    }

    private static HttpConfig http(String address, HttpConfig configured) {
        if (address.equals(Options.CONFIGURED)) {
            return configured;
        }
        try {
            return configured.at(ListenAddress.parse(address));
        } catch (IllegalArgumentException e) {
            throw usage("--http requires HOST:PORT", "for example --http 127.0.0.1:8787");
        }
    }

    private static ServerSetup setup(Options options, Map<String, String> environment) {
        if (options.demo && options.config != null) {
            throw usage("--demo and --config cannot be combined", "use one of them");
        }
        if (options.demo) {
            Logging.start(LogLevel.INFO);
            return ServerSetup.demo(LeadgenHome.of(environment), principal(options), Main::note);
        }
        LeadgenConfig config = LeadgenConfig.load(
                ConfigLocator.locate(options.config, environment, Path.of("").toAbsolutePath()), environment);
        Logging.start(config.observability().logLevel());
        return ServerSetup.of(config, principal(options));
    }

    private static void note(String line) {
        System.err.println("leadgen-mcp: " + line);
    }

    private static Principal principal(Options options) {
        String name = options.principal == null ? System.getProperty("user.name", "") : options.principal;
        try {
            return Principal.of(name);
        } catch (IllegalArgumentException e) {
            throw usage(
                    "Cannot determine the principal: a name must have 1 to 255 printable characters", "set --as NAME");
        }
    }

    private static LeadgenException usage(String message, String hint) {
        return LeadgenException.invalid(message, hint);
    }

    private static int failed(LeadgenException error) {
        System.err.println("leadgen-mcp: " + error.getMessage());
        if (error.hint() != null) {
            System.err.println("leadgen-mcp: " + error.hint());
        }
        return switch (error.code()) {
            case CONFIG_INVALID -> CONFIGURATION;
            case INVALID_ARGUMENT -> USAGE;
            case INTERNAL -> INTERNAL_ERROR;
            default -> UNAVAILABLE;
        };
    }

    /** Logging to stderr: leadgen at the configured level, other libraries at WARNING. */
    private static final class Logging {
        /** Strong references: the JDK garbage-collects unreferenced loggers with their levels. */
        private static final List<Logger> LIBRARIES = List.of(
                Logger.getLogger("io.modelcontextprotocol"),
                Logger.getLogger("reactor"),
                Logger.getLogger("org.eclipse.jetty"));

        private static final Logger ROOT = Logger.getLogger("");

        private Logging() {}

        static void start(LogLevel level) {
            ROOT.setLevel(Level.WARNING);
            // They log messages and headers at every level, and so predicates and tokens.
            LIBRARIES.forEach(library -> library.setLevel(Level.OFF));
            ProgramLog.level(level);
        }
    }
}
