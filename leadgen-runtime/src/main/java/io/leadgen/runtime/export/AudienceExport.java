package io.leadgen.runtime.export;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import io.leadgen.question.Count;

/**
 * Writes audiences as files for people who work with the rows themselves.
 *
 * <p>Guarantees: no data of any row is in a file, and no secret; the condition is the one that is counted, with what policy
 * adds; equal audiences give equal text. Not guaranteed: privacy of what is done with the file, which runs where its reader
 * may see rows.
 *
 * <p>Safe for use by several threads.
 */
public final class AudienceExport {
    private final AudienceService service;

    public AudienceExport(AudienceService service) {
        this.service = requireNonNull(service, "service");
    }

    /**
     * The audience without its size. Free of charge.
     *
     * @throws LeadgenException as {@link AudienceService#define} does
     */
    public String text(TableName table, String predicate, ExportFormat format, RequestContext context) {
        return write(new ExportedAudience(service.define(table, predicate, context), null), format);
    }

    /**
     * The audience with its size as answered now. That is a count, and costs what a count costs: nothing where an answer stands.
     *
     * @throws LeadgenException as {@link AudienceService#define} and {@link AudienceService#ask} do
     */
    public String textWithSize(
            TableName table, String predicate, ExportFormat format, Precision precision, RequestContext context) {
        return write(
                new ExportedAudience(
                        service.define(table, predicate, context),
                        service.ask(Count.of(table).where(predicate).precision(precision), context)),
                format);
    }

    private static String write(ExportedAudience audience, ExportFormat format) {
        return switch (format) {
            case NOTEBOOK -> JupyterNotebook.text(audience);
            case DATABRICKS -> DatabricksNotebook.text(audience);
            case SQL -> SqlScript.text(audience);
            case JSON -> PortableAudience.text(audience);
        };
    }
}
