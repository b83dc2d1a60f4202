package io.leadgen.cli.command;

import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.TimeLimit;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.program.Version;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself, with the options of all commands. */
@Command(
        name = "leadgen",
        versionProvider = LeadgenCommand.VersionText.class,
        header = "Count audiences under differential privacy.",
        customSynopsis = "leadgen [--config FILE | --demo] [--as PRINCIPAL] [-o FORMAT] COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:answered",
            " 1:internal error, or an attack that learned too much",
            " 2:wrong command line",
            " 3:condition rejected",
            " 4:out of scope or forbidden",
            " 5:privacy budget exhausted",
            " 6:warehouse, ledger or audit log unavailable or busy",
            " 7:timed out",
            " 8:missing or invalid configuration",
            " 9:suppressed, as too few people match (the answer is printed)",
            "130:interrupted"
        },
        footer = {
            "  leadgen --demo tables main.leads",
            "  leadgen --demo describe main.leads.customer_360 --search income",
            "  leadgen --demo count main.leads.customer_360 -w \"income_level = 'high'\"",
            "  leadgen --demo segment main.leads.customer_360 --by income_level",
            "  leadgen --config config.yml metric main.leads.customer_360 AVG age -o json",
            "",
            "Every number has noise that protects each person, and is charged to a privacy budget."
        })
public final class LeadgenCommand {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            order = 1,
            description = {
                "The configuration file (default: $LEADGEN_CONFIG,",
                "./config.yml or $LEADGEN_HOME/config.yml)."
            })
    @Nullable
    public Path config;

    @Option(
            names = "--demo",
            scope = ScopeType.INHERIT,
            order = 2,
            description = "Use the built-in demo data instead of a configuration.")
    public boolean demo;

    @Option(
            names = "--as",
            paramLabel = "PRINCIPAL",
            scope = ScopeType.INHERIT,
            order = 3,
            description = "The principal whose privacy budget is charged (default: your user name).")
    @Nullable
    public Principal principal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            order = 4,
            description = "The format of the answer: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    public OutputFormat output = OutputFormat.TABLE;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            order = 5,
            description = "The longest time to wait, such as 30s or 2m (default: from the configuration).")
    @Nullable
    public TimeLimit timeout;

    /** The principal whose privacy budget is charged; INVALID_ARGUMENT if there is no name. */
    public Principal principal(ProcessContext context) {
        if (principal != null) {
            return principal;
        }
        try {
            return Principal.of(context.userName());
        } catch (IllegalArgumentException e) {
            throw LeadgenException.invalid(
                    "Cannot determine the principal: this system has no user name", "set --as NAME");
        }
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 8,
            description = "Show this help.")
    public boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 9,
            description = "Show the version.")
    public boolean version;

    public static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.of("leadgen")};
        }
    }
}
