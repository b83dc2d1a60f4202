package io.leadgen.mcp.prompts;

/** The instructions for models, and the guarantees. */
public final class Instructions {
    /** For the model, once per session; keep it short. */
    public static final String TEXT = """
            leadgen sizes audiences without disclosing people: every number is differentially private, and no row is returned.
            Workflow: list_catalogs, list_schemas, list_tables, table_metadata; write a predicate; check_predicate (free); \
            approx_count; then segment_audience, audience_funnel, audience_overlap, audience_trend or aggregate_metric as needed; \
            export_conditions at the end.
            A predicate can use other tables of the same people: id IN (SELECT id FROM events WHERE kind = 'purchase'), NOT IN \
            for none, GROUP BY id HAVING COUNT(*) >= 3 for at least three. id is the column that identifies a person.
            Counts cost privacy budget, shown as privacy.cost and privacy.budget_left; repeating a question is free. Prefer \
            precision "5%" while you explore. Several cells in one call cost less than several calls.
            suppressed means too few people: report that, and never derive a hidden number from other answers. Report \
            intervals with counts. Errors have a hint: follow it.
            """;

    /** Markdown: what the numbers mean. */
    public static final String PROMISES = """
            # What leadgen guarantees

            - Every count and metric is differentially private: Gaussian noise hides whether any one person is in the data. \
            `interval` is the 95 % confidence interval of the value before noise.
            - Each answer is charged to the privacy budget of the principal and of the table, in rho (zero-concentrated \
            differential privacy). When a budget is used up, only repeated questions are answered, free of charge, until their \
            epoch ends.
            - Counts below a threshold, and their metrics, are suppressed: `suppressed` is true, and `below` is the threshold.
            - The same question, however it is written, has the same answer until `epoch_ends`, so averaging repeated answers \
            reveals nothing.
            - Metrics use one value per person, clamped to the bounds in `clamped_to`. MIN and MAX are the 1st and the 99th \
            percentile.
            - `applied` lists what policy adds to every question: required conditions, and a row filter for the principal.
            - Columns that identify people cannot be used in questions. No tool returns a row.
            """;

    private Instructions() {}
}
