package io.leadgen.runtime.export;

import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The forms of an exported audience. */
public enum ExportFormat {
    /** A Jupyter notebook, nbformat 4.5, that runs on Databricks or over a file. */
    NOTEBOOK,
    /** A Databricks notebook as a source file, with widgets. */
    DATABRICKS,
    /** Databricks SQL. */
    SQL,
    /** A portable audience, see {@link PortableAudience}. */
    JSON;

    /**
     * The format of a name, without regard to case.
     *
     * @throws LeadgenException INVALID_ARGUMENT with the names that there are
     */
    public static ExportFormat parse(String name) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static LeadgenException unknown(String name) {
        List<String> names = Stream.of(values()).map(ExportFormat::toString).toList();
        return LeadgenException.of(
                ErrorCode.INVALID_ARGUMENT,
                "There is no such format to export to",
                DidYouMean.nearest(name, names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("use notebook, databricks, sql or json"));
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
