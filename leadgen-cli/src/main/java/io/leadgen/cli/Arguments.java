package io.leadgen.cli;

import io.leadgen.audience.MetricType;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.output.OutputFormat;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Principal;
import io.leadgen.runtime.export.ExportFormat;
import picocli.CommandLine.ITypeConverter;

/** How words of a command line become values. What is wrong with a word is said by an exception with a hint. */
final class Arguments {
    private Arguments() {}

    static final class Table implements ITypeConverter<TableName> {
        @Override
        public TableName convert(String value) {
            return TableName.parse(value);
        }
    }

    /** {@code catalog.schema}. */
    record Schema(String catalog, String schema) {}

    static final class SchemaName implements ITypeConverter<Schema> {
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

    static final class PrincipalName implements ITypeConverter<Principal> {
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

    static final class PrecisionName implements ITypeConverter<Precision> {
        @Override
        public Precision convert(String value) {
            return Precision.parse(value);
        }
    }

    static final class Format implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String value) {
            return OutputFormat.parse(value)
                    .orElseThrow(() -> LeadgenException.of(
                            ErrorCode.INVALID_ARGUMENT,
                            "Unknown output format '" + value + "'",
                            "use table, json, ndjson, csv or markdown"));
        }
    }

    static final class ExportFormatName implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String value) {
            return ExportFormat.parse(value);
        }
    }

    static final class Metric implements ITypeConverter<MetricType> {
        @Override
        public MetricType convert(String value) {
            return MetricType.parse(value);
        }
    }
}
