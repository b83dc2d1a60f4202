package io.leadgen.runtime.export;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Count;

/**
 * Exports audiences as files for people who work with the rows.
 *
 * <p>Guarantees: a file contains no data of any row and no secret. Its condition is the one that is counted, including what policy
 * adds. Equal audiences produce equal text. Not guaranteed: privacy of what people do with the file, which runs where they can read
 * rows.
 *
 * <p>Safe for use by several threads.
 */
public final class AudienceExport {
    private final AudienceService service;

    /** An export of the audiences of a service. */
    public AudienceExport(AudienceService service) {
        this.service = requireNonNull(service, "service");
    }

    /**
     * The audience without its size. Costs no budget.
     *
     * @throws LeadgenException as {@link AudienceService#define} does
     */
    public String text(TableName table, String predicate, ExportFormat format, RequestContext context) {
        return write(new ExportedAudience(service.define(table, predicate, context), null), format);
    }

    /**
     * The audience with its current size. This is a count and costs as much: nothing if the answer is cached.
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
