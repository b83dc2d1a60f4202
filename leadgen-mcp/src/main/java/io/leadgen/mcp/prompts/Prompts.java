package io.leadgen.mcp.prompts;

import io.leadgen.mcp.prompts.Prompt.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The prompts: explore, build, size, analyse, export. */
public final class Prompts {
    private static final Argument CATALOG = new Argument("catalog", "The catalog, for example main", true);
    private static final Argument SCHEMA = new Argument("schema", "The schema, for example leads", true);
    private static final Argument TABLE = new Argument("table", "The table, for example customer_360", true);
    private static final Argument PREDICATE =
            new Argument("predicate", "The audience, for example age > 25 AND income_level = 'high'", true);

    private Prompts() {}

    /** All prompts in the order of use. */
    public static List<Prompt> all() {
        return List.of(
                new Prompt(
                        "explore_data",
                        "Explore the data",
                        "Find the tables and columns that can describe an audience.",
                        List.of(new Argument("goal", "The target group of the campaign, in your own words", false)),
                        given -> """
                        Find the tables that describe %s.
                        1. Call list_catalogs, list_schemas and list_tables.
                        2. Call table_metadata for each table that looks right, with search for the words that matter; call \
                        partition_info too.
                        3. Report the table to use, the columns that help with their meaning and declared values, what policy \
                        adds to every question, and what is missing. Spend no privacy budget yet.
                        """.formatted(given.getOrDefault("goal", "the target group of a campaign"))),
                new Prompt(
                        "build_audience",
                        "Build an audience",
                        "Turn a description of people into a predicate that is valid on a table.",
                        onTable(new Argument("description", "The audience in your own words", true)),
                        given -> """
                        Write a predicate on %s for this audience: %s
                        1. Call table_metadata to see the columns, and partition_info for a filter that is required.
                        2. Where a column's values are not declared, call profile_column once; it costs privacy budget.
                        3. Write the predicate as a SQL condition, like age > 25 AND income_level IN ('high', 'medium').
                        4. Call check_predicate until it is valid; it is free. List the parts of the description that no column \
                        covers.
                        """.formatted(table(given), given.get("description"))),
                new Prompt(
                        "size_audience",
                        "Size an audience",
                        "Count the people who match a predicate, within the privacy budget.",
                        onTable(PREDICATE),
                        given -> """
                        How many people on %s match this predicate: %s
                        1. Call check_predicate to see what a count costs and what is left.
                        2. Call approx_count. Take precision "5%%" while you try variants, "1%%" for the final figure.
                        3. Report the count with its interval. If it is suppressed, say that too few people match, \
                        widen the predicate, and do not infer a number from other answers.
                        """.formatted(table(given), given.get("predicate"))),
                new Prompt(
                        "analyse_audience",
                        "Analyse an audience",
                        "Analyse the composition of an audience, its changes, and which conditions reduce its size.",
                        onTable(PREDICATE, new Argument("question", "What you want to know about it", false)),
                        given -> """
                        Analyse this audience on %s: %s
                        What I want to know: %s
                        Choose few questions that answer this, because each costs budget: segment_audience for groups, audience_funnel \
                        for the effect of each condition, audience_overlap to compare audiences, audience_trend over time, \
                        aggregate_metric for one number. Call privacy_budget first, and report at the end what was spent.
                        """.formatted(
                                        table(given),
                                        given.get("predicate"),
                                        given.getOrDefault("question", "what distinguishes these people"))),
                new Prompt(
                        "export_audience",
                        "Export an audience",
                        "Hand over the conditions of an audience to the data-science team.",
                        onTable(PREDICATE, new Argument("format", "notebook, databricks, sql or json", false)),
                        given -> """
                        Hand over this audience on %s: %s
                        Call check_predicate, then export_conditions with format %s. Give me the content unchanged, as a file, and \
                        list what policy adds to the condition. It contains conditions and no data.
                        """.formatted(
                                table(given), given.get("predicate"), given.getOrDefault("format", "notebook"))));
    }

    private static List<Argument> onTable(Argument... further) {
        List<Argument> arguments = new ArrayList<>(List.of(CATALOG, SCHEMA, TABLE));
        arguments.addAll(List.of(further));
        return arguments;
    }

    private static String table(Map<String, String> given) {
        return given.get("catalog") + "." + given.get("schema") + "." + given.get("table");
    }
}
