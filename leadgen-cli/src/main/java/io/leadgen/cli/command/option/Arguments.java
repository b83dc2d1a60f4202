package io.leadgen.cli.command.option;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.Metric;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.runtime.export.ExportFormat;
import io.leadgen.runtime.local.LocalFile;
import io.leadgen.runtime.local.TableOrFile;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** How words of a command line become values. What is wrong with a word is said by an exception with a hint. */
public final class Arguments {
    private Arguments() {}

    /** The name of a table, or that of a file as a table. */
    public static final class Table implements ITypeConverter<TableName> {
        private final Workspace workspace;

        Table(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public TableName convert(String value) {
            return switch (TableOrFile.of(value)) {
                case TABLE -> TableName.parse(value);
                case FILE -> LocalFile.of(value, workspace.folder()).name();
                case EITHER -> {
                    if (Files.exists(workspace.folder().resolve(value))) {
                        throw LeadgenException.of(
                                ErrorCode.INVALID_ARGUMENT,
                                value + " is a file here, and could be a table",
                                "write ./" + value + " for the file, or `" + value.replaceFirst("\\.", "`.")
                                        + " for the table");
                    }
                    yield TableName.parse(value);
                }
            };
        }
    }

    /** {@code catalog.schema}. */
    public record Schema(String catalog, String schema) {}

    public static final class SchemaName implements ITypeConverter<Schema> {
        @Override
        public Schema convert(String value) {
            try {
                // The rules for the parts of a name are those of a table's, so a table lends its last part.
                TableName any = TableName.parse(value + ".any");
                return new Schema(any.catalog(), any.schema());
            } catch (LeadgenException e) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "A schema is named by two parts, catalog.schema",
                        "for example main.leads; leadgen schemas CATALOG lists them");
            }
        }
    }

    public static final class PrincipalName implements ITypeConverter<Principal> {
        @Override
        public Principal convert(String value) {
            try {
                return Principal.of(value);
            } catch (IllegalArgumentException e) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT, "A principal has a printable name of 1 to 255 characters");
            }
        }
    }

    public static final class PrecisionName implements ITypeConverter<Precision> {
        @Override
        public Precision convert(String value) {
            return Precision.parse(value);
        }
    }

    public static final class Format implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String value) {
            return OutputFormat.parse(value)
                    .orElseThrow(() -> LeadgenException.of(
                            ErrorCode.INVALID_ARGUMENT,
                            "Unknown output format '" + value + "'",
                            "use table, json, ndjson, csv or markdown"));
        }
    }

    public static final class ExportFormatName implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String value) {
            return ExportFormat.parse(value);
        }
    }

    /** A metric's name, which says more than its type: {@code P10,P50,P90}. */
    public static final class MetricName implements ITypeConverter<String> {
        private static final TableName ANY = TableName.parse("any.any.any");

        @Override
        public String convert(String value) {
            // A request knows the names, so one that nobody asks lends its checks.
            Metric.named(ANY, value, "*");
            return value;
        }
    }

    public static final class SegmentMetric implements ITypeConverter<GroupMetric> {
        @Override
        public GroupMetric convert(String value) {
            return GroupMetric.parse(value);
        }
    }

    /** {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; a number alone is in seconds. */
    public static final class Time implements ITypeConverter<Duration> {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7})(ms|s|m|h|)");
        private static final Duration LONGEST = Duration.ofDays(1);

        @Override
        public Duration convert(String value) {
            Matcher written = WRITTEN.matcher(value);
            if (written.matches()) {
                Duration time = Duration.of(Long.parseLong(written.group(1)), unit(written.group(2)));
                if (!time.isZero() && time.compareTo(LONGEST) <= 0) {
                    return time;
                }
            }
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A time to wait is a number with ms, s, m or h behind it, a day at most",
                    "for example 30s");
        }

        private static ChronoUnit unit(String written) {
            return switch (written) {
                case "ms" -> ChronoUnit.MILLIS;
                case "m" -> ChronoUnit.MINUTES;
                case "h" -> ChronoUnit.HOURS;
                default -> ChronoUnit.SECONDS;
            };
        }
    }

    public static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT, "A day is written YYYY-MM-DD", "for example 2026-10-31");
            }
        }
    }

    /** What stands in one {@code --by}. */
    public record Groupings(List<String> texts) {}

    /** Groupings have commas between them; a comma in brackets or backticks belongs to a grouping. */
    public static final class GroupingList implements ITypeConverter<Groupings> {
        @Override
        public Groupings convert(String value) {
            List<String> groupings = new ArrayList<>();
            int from = 0;
            boolean brackets = false;
            boolean backticks = false;
            for (int at = 0; at < value.length(); at++) {
                char c = value.charAt(at);
                if (c == '`') {
                    backticks = !backticks;
                } else if (!backticks && (c == '[' || c == ']')) {
                    brackets = c == '[';
                } else if (c == ',' && !brackets && !backticks) {
                    groupings.add(value.substring(from, at).strip());
                    from = at + 1;
                }
            }
            groupings.add(value.substring(from).strip());
            return new Groupings(groupings);
        }
    }

    /** {@code name=predicate} or {@code name=@file}. */
    public record Named(String name, PredicateArgument predicate) {}

    public static final class NamedAudience implements ITypeConverter<Named> {
        private final PredicateArgument.Reader predicates;

        NamedAudience(Workspace workspace) {
            this.predicates = new PredicateArgument.Reader(workspace);
        }

        @Override
        public Named convert(String value) {
            int equals = value.indexOf('=');
            if (value.substring(0, Math.max(equals, 0)).isBlank()) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "An audience is given as NAME=PREDICATE",
                        "for example -a \"young=age < 30\"");
            }
            return new Named(
                    value.substring(0, equals).strip(),
                    predicates.convert(value.substring(equals + 1).strip()));
        }
    }
}
