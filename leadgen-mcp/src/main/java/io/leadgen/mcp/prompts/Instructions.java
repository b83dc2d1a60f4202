package io.leadgen.mcp.prompts;

/** What a model should know before it calls the first tool, and what is promised to those whom it asks about. */
public final class Instructions {
    /** For the model, once for each session: as short as can be. */
    public static final String TEXT = """
            leadgen sizes audiences without showing people: every number is differentially private, and no row ever leaves.
            Work like this: list_catalogs, list_schemas, list_tables, table_metadata; write a predicate; check_predicate (free); \
            approx_count; then segment_audience, audience_funnel, audience_overlap, audience_trend or aggregate_metric as needed; \
            export_conditions at the end.
            Counts cost privacy budget, shown as privacy.cost and privacy.budget_left; the same question again is free. Prefer \
            precision "5%" while you explore. Several cells in one call cost less than several calls.
            suppressed means too few people: report it so, and never work a hidden number out from other answers. Report \
            intervals with counts. Errors carry a hint: follow it.
            """;

    /** For whoever wants to know what the numbers mean. */
    public static final String PROMISES = """
            # What leadgen promises

            - Every count and metric is a differentially private release: Gaussian noise hides whether any one person is in the \
            data. The `interval` of an answer holds the number before noise in 95 of 100 cases.
            - Each answer is charged to the budget of whoever asks and to the table's own, in rho (zero-concentrated \
            differential privacy). When a budget is used up, only questions that were answered before are answered, \
            for free, until their epoch ends.
            - Counts below a threshold, and the metrics that go with them, are suppressed: `suppressed` is true, and `below` tells \
            the threshold.
            - The same question, however it is written, has the same answer until `epoch_ends`: asking again averages nothing out.
            - Metrics use each person's value once, clamped to the bounds in `clamped_to`; MIN and MAX are the 1st and the 99th \
            percentile.
            - `applied` lists what policy adds to every question: conditions that are always required, a filter for whoever asks.
            - Columns that identify people cannot be asked about. No tool returns a row.
            """;

    private Instructions() {}
}
