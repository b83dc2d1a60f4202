package io.leadgen.runtime.export;

import io.leadgen.error.LeadgenException;
import io.leadgen.spelling.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The formats of an exported audience. */
public enum ExportFormat {
    /** A Jupyter notebook, nbformat 4.5, that runs on Databricks or over a file. */
    NOTEBOOK,
    /** A Databricks notebook as a source file, with widgets. */
    DATABRICKS,
    SQL,
    /** A portable audience, see {@link PortableAudience}. */
    JSON;

    /**
     * The format with a name, in any case.
     *
     * @throws LeadgenException INVALID_ARGUMENT, with a suggestion, if there is none
     */
    public static ExportFormat parse(String name) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static LeadgenException unknown(String name) {
        List<String> names = Stream.of(values()).map(ExportFormat::toString).toList();
        return LeadgenException.invalid(
                "Unknown export format: " + name,
                DidYouMean.nearest(name, names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("use notebook, databricks, sql or json"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
