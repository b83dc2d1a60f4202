package io.leadgen.mcp.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments in the forms in which models and clients send them. */
class ArgumentFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PEOPLE = "\"catalog\": \"main\", \"schema\": \"leads\", \"table\": \"people\"";

    private static final List<Tool> TOOLS = Tool.all(() -> {
        throw new IllegalStateException("nothing is asked");
    });

    /** What every tool needs, so that a row is about one argument. */
    private static final Map<String, String> NEEDED = Map.of(
            "aggregate_metric", "\"metric_type\": \"AVG\", \"metric_column\": \"age\"",
            "segment_audience", "\"group_by\": [\"age\"]",
            "audience_trend", "\"time_column\": \"joined\", \"every\": \"month\"",
            "audience_funnel", "\"steps\": [\"age > 25\"]",
            "audience_overlap", "\"audiences\": {\"young\": \"age < 30\"}",
            "export_conditions", "\"predicate\": \"age > 25\", \"format\": \"sql\"",
            "profile_column", "\"column\": \"age\"",
            "audience_share", "\"condition\": \"age > 25\"");

    /** A tool, an argument, what is sent for it as JSON, and what is read, or after ! why it is refused. */
    private static final String FORMS = """
            approx_count | predicate | null | absent
            approx_count | predicate | "" | absent
            approx_count | predicate | "  " | absent
            approx_count | predicate | "null" | absent
            approx_count | predicate | "NULL" | absent
            approx_count | predicate | " null " | absent
            approx_count | predicate | "age IS NULL" | age IS NULL
            approx_count | predicate | "age > 25\\n" | age > 25
            approx_count | predicate | 5 | ! predicate must be a string
            approx_count | predicate | true | ! predicate must be a string
            approx_count | predicate | ["age > 25"] | ! predicate must be a string
            approx_count | predicate | {"age": 25} | ! predicate must be a string
            approx_count | request_id | "" | absent
            approx_count | request_id | "null" | absent
            approx_count | request_id | "call-7" | call-7
            approx_count | request_id | 7 | ! request_id must be a string
            approx_count | precision | null | default
            approx_count | precision | "" | default
            approx_count | precision | "null" | default
            approx_count | precision | "5%" | 5%
            approx_count | precision | "5 %" | 5%
            approx_count | precision | " 5% " | 5%
            approx_count | precision | "5" | 5%
            approx_count | precision | 5 | 5%
            approx_count | precision | 5.0 | 5%
            approx_count | precision | 2.5 | 2.5%
            approx_count | precision | "2.50" | 2.5%
            approx_count | precision | "0.1%" | 0.1%
            approx_count | precision | 0.1 | ! A precision is between 0.1% and 20%, or max
            approx_count | precision | "0.05" | ! A precision is between 0.1% and 20%, or max
            approx_count | precision | 50 | ! A precision is between 0.1% and 20%, or max
            approx_count | precision | -5 | ! A precision is between 0.1% and 20%, or max
            approx_count | precision | 1e300 | ! A precision is between 0.1% and 20%, or max
            approx_count | precision | "max" | max
            approx_count | precision | "MAX" | max
            approx_count | precision | " Max " | max
            approx_count | precision | true | ! precision must be a string
            segment_audience | group_by | ["age", "income_level"] | [age, income_level]
            segment_audience | group_by | "age" | [age]
            segment_audience | group_by | "age[18, 30, 45]" | [age[18, 30, 45]]
            segment_audience | group_by | "[\\"age\\", \\"income_level\\"]" | [age, income_level]
            segment_audience | group_by | " [\\"age[18, 30]\\"] " | [age[18, 30]]
            segment_audience | group_by | "[age]" | [[age]]
            segment_audience | group_by | "[]" | ! group_by must be a list of 1 to 3 strings
            segment_audience | group_by | [] | ! group_by must be a list of 1 to 3 strings
            segment_audience | group_by | [1] | ! group_by must be a list of 1 to 3 strings
            segment_audience | group_by | "[1]" | ! group_by must be a list of 1 to 3 strings
            segment_audience | group_by | 1 | ! group_by must be a list of 1 to 3 strings
            segment_audience | group_by | "" | ! The argument group_by is missing
            segment_audience | group_by | null | ! The argument group_by is missing
            segment_audience | per_unit | 5 | 5
            segment_audience | per_unit | 5.0 | 5
            segment_audience | per_unit | "5" | 5
            segment_audience | per_unit | " 5.0 " | 5
            segment_audience | per_unit | "" | absent
            segment_audience | per_unit | "null" | absent
            segment_audience | per_unit | 5.5 | ! per_unit must be a whole number from 1 to 100
            segment_audience | per_unit | "five" | ! per_unit must be a whole number from 1 to 100
            segment_audience | per_unit | "101" | ! per_unit must be a whole number from 1 to 100
            segment_audience | per_unit | 1e300 | ! per_unit must be a whole number from 1 to 100
            segment_audience | per_unit | [5] | ! per_unit must be a whole number from 1 to 100
            segment_audience | metric_type | "null" | absent
            aggregate_metric | percentile | "90" | 90
            audience_trend | from | "2026-01-31" | 2026-01-31
            audience_trend | from | "2026-01-31T00:00:00Z" | 2026-01-31
            audience_trend | from | "2026-01-31 00:00:00" | 2026-01-31
            audience_trend | from | "null" | absent
            audience_trend | to | "2026-01-31T12:00:00Z" | ! to must be a day, written YYYY-MM-DD
            audience_trend | to | "today" | ! to must be a day, written YYYY-MM-DD
            audience_funnel | steps | "age > 25" | [age > 25]
            audience_funnel | steps | "[\\"age > 25\\", \\"spend < 9\\"]" | [age > 25, spend < 9]
            audience_funnel | steps | [null] | ! steps must be a list of 1 to 20 strings
            audience_overlap | audiences | {"young": "age < 30"} | {young=age < 30}
            audience_overlap | audiences | "{\\"young\\": \\"age < 30\\"}" | {young=age < 30}
            audience_overlap | audiences | "age < 30" | {1=age < 30}
            audience_overlap | audiences | ["age < 30", "spend < 9"] | {1=age < 30, 2=spend < 9}
            audience_overlap | audiences | "[\\"age < 30\\"]" | {1=age < 30}
            audience_overlap | audiences | [{"name": "young", "predicate": "age < 30"}] | {young=age < 30}
            audience_overlap | audiences | [{"name": "a", "predicate": "age < 30"}, {"name": "a", "predicate": "age > 9"}] \
            | ! audiences must be an object of 1 to 5 strings by name
            audience_overlap | audiences | {"young": 5} | ! audiences must be an object of 1 to 5 strings by name
            audience_overlap | audiences | "{}" | ! audiences must be an object of 1 to 5 strings by name
            export_conditions | format | "SQL" | sql
            export_conditions | format | " Notebook " | notebook
            export_conditions | format | "pdf" | ! format must be one of notebook, databricks, sql, json
            export_conditions | format | "" | ! The argument format is missing
            approx_count | max_cost | -1 | ! max_cost must be a number that is not negative
            approx_count | max_cost | "cheap" | ! max_cost must be a number that is not negative
            approx_count | _meta | {"progressToken": 1} | absent
            approx_count | toolCallId | "call_1" | absent
            approx_count | sessionId | "s" | absent
            list_catalogs | random_string | "x" | absent
            approx_count | predicat | "age > 25" | ! There is no argument predicat
            approx_count | a\\u0000b | 1 | ! There is no argument a?b
            """;

    /** Where a table is: what is sent, and what is read. */
    private static final String TABLES = """
            {"catalog": "main", "schema": "leads", "table": "people"} | main.leads.people
            {"catalog": "MAIN", "schema": "Leads", "table": "People"} | main.leads.people
            {"catalog": "`main`", "schema": "`leads`", "table": "`people`"} | main.leads.people
            {"catalog": "\\"main\\"", "schema": "leads", "table": "\\"people\\""} | main.leads.people
            {"table": "main.leads.people"} | main.leads.people
            {"table": "`main`.`leads`.`people`"} | main.leads.people
            {"table": "main . leads . people"} | main.leads.people
            {"table": "`main`.`le.ads`.people"} | main.le.ads.people
            {"catalog": "main", "schema": "leads", "table": "main.leads.people"} | main.leads.people
            {"catalog": "main", "schema": "leads", "table": "leads.people"} | main.leads.people
            {"catalog": "main", "table": "leads.people"} | main.leads.people
            {"catalog": "main", "schema": "main.leads", "table": "people"} | main.leads.people
            {"schema": "main.leads", "table": "people"} | main.leads.people
            {"catalog": "", "schema": "null", "table": "main.leads.people"} | main.leads.people
            {"catalog": "other", "schema": "leads", "table": "main.leads.people"} | other.leads.main.leads.people
            {"catalog": "main", "schema": "leads", "table": "a.b.c.d"} | main.leads.a.b.c.d
            {"table": "leads.people"} | ! The argument catalog is missing
            {"table": "people"} | ! The argument catalog is missing
            {"catalog": "main", "schema": "leads"} | ! The argument table is missing
            {"catalog": 1, "schema": "leads", "table": "people"} | ! catalog must be a string
            """;

    private static Map<String, Object> tree(String json) {
        try {
            return JSON.readValue(json, new TypeReference<HashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Tool tool(String name) {
        return TOOLS.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String tool, String argument, String sent) {
        Map<String, Object> arguments = tree("{" + PEOPLE + "}");
        if (tool.startsWith("list_")) {
            arguments.clear();
        }
        arguments.putAll(tree("{" + NEEDED.getOrDefault(tool, "") + "}"));
        arguments.putAll(tree("{\"" + argument + "\": " + sent + "}"));
        try {
            Arguments read = tool(tool).arguments(arguments);
            Object value = tool(tool).parameters().stream()
                    .filter(parameter -> parameter.name().equals(argument))
                    .findFirst()
                    .map(parameter -> value(read, parameter))
                    .orElse("absent");
            return value.toString();
        } catch (LeadgenException e) {
            return "! " + e.getMessage();
        }
    }

    private static Object value(Arguments read, Parameter parameter) {
        String name = parameter.name();
        Object value = parameter.form() instanceof Parameter.Whole
                ? read.whole(name)
                : parameter.form() instanceof Parameter.Percent
                        ? read.precision()
                        : parameter.form() instanceof Parameter.Texts
                                ? read.texts(name)
                                : parameter.form() instanceof Parameter.NamedTexts
                                        ? read.named(name)
                                        : name.equals("from") || name.equals("to")
                                                ? read.day(name)
                                                : read.optionalText(name);
        return value == null ? "absent" : value.toString().strip();
    }

    @Test
    void whatCanOnlyMeanOneThingIsRead() {
        List<String> rows = FORMS.lines().toList();
        assertThat(rows).hasSizeGreaterThan(80);
        for (String row : rows) {
            String[] cells = row.split(" \\| ", 4);
            assertThat(read(cells[0], cells[1], cells[2])).as(row).isEqualTo(cells[3]);
        }
    }

    @Test
    void aTableIsFoundHoweverItsNameIsWritten() {
        TABLES.lines().forEach(row -> {
            String[] cells = row.split(" \\| ", 2);
            String read;
            try {
                read = tool("approx_count").arguments(tree(cells[0])).table().toString();
            } catch (LeadgenException e) {
                read = "! " + e.getMessage();
            }
            assertThat(read).as(row).isEqualTo(cells[1]);
        });
    }

    /** Every one of these would take minutes if its time grew with the square of its length. */
    @ParameterizedTest
    @ValueSource(strings = {".", "`", "\"", ".`", "[", "{\"a\":", "9", "null "})
    void whatIsLongTakesNoLonger(String part) {
        String text = part.repeat(250_000 / part.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> TOOLS.forEach(tool -> {
                    for (Parameter parameter : tool.parameters()) {
                        Map<String, Object> arguments = tree("{" + PEOPLE + "}");
                        arguments
                                .keySet()
                                .retainAll(tool.parameters().stream()
                                        .map(Parameter::name)
                                        .toList());
                        arguments.putAll(tree("{" + NEEDED.getOrDefault(tool.name(), "") + "}"));
                        arguments.put(parameter.name(), text);
                        try {
                            assertThat(tool.arguments(arguments)).isNotNull();
                        } catch (LeadgenException e) {
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
                        }
                    }
                }));
    }

    @Test
    void anAudienceOfAnOverlapIsAmongThePredicate() {
        Arguments read = tool("audience_overlap").arguments(tree("{" + PEOPLE + """
                , "predicate": "age > 18 OR spend > 9", "audiences": {"a": "age < 30", "b": "age > 60 OR spend < 3"}}"""));
        assertThat(read.named("audiences"))
                .containsEntry("a", "(age > 18 OR spend > 9) AND age < 30")
                .containsEntry("b", "(age > 18 OR spend > 9) AND (age > 60 OR spend < 3)");
    }
}
