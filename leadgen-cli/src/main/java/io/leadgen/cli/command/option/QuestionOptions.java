package io.leadgen.cli.command.option;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Segments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options and arguments of questions. Each is declared once, and a command mixes in those that it takes. */
public final class QuestionOptions {
    private QuestionOptions() {}

    /** The first argument of commands about one table. */
    public static final class Table {
        public static final String DESCRIPTION = "A table as catalog.schema.table, or a Parquet or CSV file.";

        @Parameters(index = "0", paramLabel = "TABLE", description = DESCRIPTION)
        TableName name;

        public TableName name() {
            return name;
        }
    }

    /** The predicate of commands that can also be about everyone. */
    public static final class Where {
        public static final String DESCRIPTION = "The condition, @FILE with it, or @NAME of a saved audience";

        @Option(
                names = {"-w", "--where"},
                paramLabel = "PREDICATE",
                description = DESCRIPTION + " (default: everyone).")
        @Nullable
        PredicateArgument argument;

        public @Nullable String text() {
            return argument == null ? null : argument.text();
        }
    }

    /** The predicate of commands that need one. */
    public static final class RequiredWhere {
        @Option(
                names = {"-w", "--where"},
                required = true,
                paramLabel = "PREDICATE",
                description = QuestionOptions.Where.DESCRIPTION + "; TRUE for everyone.")
        PredicateArgument argument;

        public String text() {
            return argument.text();
        }
    }

    /** The precision of an answer, which sets its price. */
    public static final class Precise {
        public static final String DESCRIPTION =
                "Half-width of the interval, 0.1%% to 20%%, or max. Coarser is cheaper";

        @Option(
                names = "--precision",
                paramLabel = "P",
                description = DESCRIPTION + ". The default is of the caller's class: 1%% if untrusted, 5%% if trusted.")
        Precision value = Precision.DEFAULT;

        public Precision value() {
            return value;
        }
    }

    /** The limit on how often one person counts in an answer of several parts. */
    public static final class PerPerson {
        @Option(
                names = "--per-person",
                paramLabel = "K",
                description = "Count a person with many rows in at most K parts, 1 to 100 (default: ${DEFAULT-VALUE})."
                        + " Each part adds to the price.")
        int most = Segments.DEFAULT_PER_UNIT;

        public int most() {
            return most;
        }
    }

    /** The choice to read metadata from the warehouse again. */
    public static final class Refresh {
        @Option(names = "--refresh", description = "Bypass the metadata cache.")
        boolean refresh;

        /** The service, without cached metadata if that was requested. */
        public AudienceService of(AudienceService audience) {
            if (refresh) {
                audience.refreshMetadata();
            }
            return audience;
        }
    }
}
