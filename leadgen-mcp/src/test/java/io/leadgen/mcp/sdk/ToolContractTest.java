package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.leadgen.mcp.Golden;
import io.leadgen.mcp.People;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool, as a client sees it: what it takes, what it answers, and that both are as its schemas say. */
class ToolContractTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Object> PEOPLE = Map.of("catalog", "main", "schema", "leads", "table", "people");

    /** The bound on all tools together, about 7,250 tokens: a model reads them before it does anything. */
    private static final int MOST_BYTES = 29_000;

    /** The bound on one text. */
    private static final int MOST_CHARACTERS = 10_000;

    @TempDir
    Path folder;

    private People.Service service;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        service = People.service(folder);
        client = Client.of(service, "me");
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    private static Map<String, Object> people(Object... more) {
        return with(PEOPLE, more);
    }

    private static Map<String, Object> with(Map<String, Object> base, Object... more) {
        Map<String, Object> arguments = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            arguments.put((String) more[i], more[i + 1]);
        }
        return arguments;
    }

    private record Example(String tool, Map<String, Object> arguments) {}

    private static Stream<Example> answered() {
        return Stream.of(
                new Example("list_catalogs", Map.of()),
                new Example("list_catalogs", Map.of("request_id", "mine-1")),
                new Example("list_schemas", Map.of("catalog", "main")),
                new Example("list_tables", Map.of("catalog", "main", "schema", "leads")),
                new Example("table_metadata", PEOPLE),
                new Example("table_metadata", people("search", "incme")),
                new Example("table_metadata", people("search", "nothing like it")),
                new Example("partition_info", PEOPLE),
                new Example("partition_info", with(PEOPLE, "table", "visits")),
                new Example("approx_count", PEOPLE),
                new Example(
                        "approx_count", people("predicate", "age > 25 AND income_level = 'high'", "precision", "5%")),
                new Example("approx_count", people("predicate", "age > 25 AND age < 25")),
                new Example("approx_count", people("predicate", "age > 30", "precision", "max")),
                new Example("aggregate_metric", people("metric_type", "AVG", "metric_column", "age")),
                new Example("aggregate_metric", people("metric_type", "COUNT", "metric_column", "*")),
                new Example("aggregate_metric", people("metric_type", "SUM", "metric_column", "spend")),
                new Example("aggregate_metric", people("metric_type", "MIN", "metric_column", "age")),
                new Example(
                        "aggregate_metric",
                        people("metric_type", "PERCENTILE", "metric_column", "age", "percentile", 90)),
                new Example("aggregate_metric", people("metric_type", "p10,p50", "metric_column", "age")),
                new Example(
                        "aggregate_metric",
                        people("metric_type", "MEDIAN", "metric_column", "age", "predicate", "age > 1000")),
                new Example("audience_share", people("condition", "income_level = 'high'", "predicate", "age > 25")),
                new Example("audience_share", people("condition", "age > 1000")),
                new Example("segment_audience", people("group_by", List.of("income_level"))),
                new Example(
                        "segment_audience",
                        people(
                                "group_by",
                                List.of("income_level", "age[30, 50]"),
                                "metric_type",
                                "AVG",
                                "metric_column",
                                "spend",
                                "per_unit",
                                1)),
                new Example("segment_audience", people("group_by", List.of("par_month"), "predicate", "age > 25")),
                new Example("audience_trend", people("time_column", "joined", "every", "month")),
                new Example(
                        "audience_trend",
                        people("time_column", "joined", "every", "MONTH", "from", "2026-01-01", "to", "2026-08-31")),
                new Example(
                        "audience_funnel", people("steps", List.of("age > 25", "income_level = 'high'", "age < 25"))),
                new Example(
                        "audience_overlap",
                        people("audiences", Map.of("young", "age < 40", "rich", "income_level = 'high'"))),
                new Example(
                        "audience_overlap",
                        people("audiences", Map.of("young", "age < 40"), "predicate", "spend > 9", "max_cost", 1)),
                new Example("profile_column", people("column", "income_level")),
                new Example("profile_column", people("column", "age", "predicate", "income_level = 'high'")),
                new Example("profile_column", people("column", "joined")),
                new Example(
                        "check_predicate",
                        people(
                                "predicate",
                                "age BETWEEN 25 AND 40 AND income_level IN ('high','low') AND spend < 100")),
                new Example("export_conditions", people("predicate", "age > 25", "format", "sql")),
                new Example("export_conditions", people("predicate", "age > 25", "format", "notebook")),
                new Example("export_conditions", people("predicate", "age > 25", "format", "databricks")),
                new Example("export_conditions", people("predicate", "age > 25", "format", "json")),
                new Example("privacy_budget", Map.of()),
                new Example("privacy_budget", PEOPLE));
    }

    private Map<String, JsonNode> tools() {
        Map<String, JsonNode> tools = new HashMap<>();
        client.request("tools/list", Map.of())
                .at("/result/tools")
                .forEach(tool -> tools.put(tool.get("name").asText(), tool));
        return tools;
    }

    @Test
    void everyAnswerIsAsItsSchemaSays() {
        Map<String, JsonNode> tools = tools();
        Set<String> asked = new HashSet<>();
        answered().forEach(example -> {
            JsonNode tool = tools.get(example.tool());
            JsonNode result = client.call(example.tool(), example.arguments());
            JsonNode content = result.get("structuredContent");
            asked.add(example.tool());

            assertThat(result.get("isError").asBoolean())
                    .as(example + " " + result)
                    .isFalse();
            assertThat(errors(tool.get("inputSchema"), Client.JSON.valueToTree(example.arguments())))
                    .as(example.toString())
                    .isEmpty();
            assertThat(errors(tool.get("outputSchema"), content))
                    .as(content.toString())
                    .isEmpty();
            List<String> undeclared = new ArrayList<>();
            undeclared(tool.get("outputSchema"), content, "", undeclared);
            assertThat(undeclared).as(example + " " + content).isEmpty();
            String text = result.at("/content/0/text").asText();
            assertThat(text).isNotBlank().hasSizeLessThan(MOST_CHARACTERS);
            assertThat(sizes(content))
                    .as(example.toString())
                    .allSatisfy(size -> assertThat(text).contains(size));
            if (content.has("content")) {
                assertThat(text).isEqualTo(content.get("content").asText());
            } else {
                assertThat(text)
                        .doesNotContainPattern("\\bnull\\b")
                        .doesNotContain("\n\n")
                        .doesNotEndWith("\n");
            }
        });
        assertThat(asked).isEqualTo(tools.keySet());
    }

    /** Every count with its ±, as the text has it, for a client that gives a model nothing else. */
    private static List<String> sizes(JsonNode content) {
        List<String> sizes = new ArrayList<>();
        if (content.path("approx_count").isNumber() && content.path("interval").isObject() && !content.has("robust")) {
            BigDecimal count = content.get("approx_count").decimalValue();
            BigDecimal high = content.at("/interval/high").decimalValue();
            BigDecimal low = content.at("/interval/low").decimalValue();
            // What follows from the question has no noise.
            sizes.add(
                    high.compareTo(low) == 0
                            ? String.format(Locale.ROOT, "%,d people, exactly", count.longValue())
                            : String.format(
                                    Locale.ROOT,
                                    "%,d ± %,d",
                                    count.longValue(),
                                    high.subtract(count)
                                            .max(count.subtract(low))
                                            .longValue()));
        }
        content.forEach(within -> sizes.addAll(sizes(within)));
        return sizes;
    }

    private static List<String> errors(JsonNode schema, JsonNode document) {
        Schema validator = SCHEMAS.getSchema(schema);
        return validator.validate(document).stream().map(Object::toString).toList();
    }

    /** Keys that an answer has at a place where the schema names keys, and not these. A column may say more about itself. */
    private static void undeclared(JsonNode schema, JsonNode value, String path, List<String> found) {
        if (value.isArray()) {
            value.forEach(item -> undeclared(schema.path("items"), item, path + "[]", found));
        } else if (value.isObject() && schema.has("properties")) {
            value.properties().forEach(entry -> {
                JsonNode of = schema.get("properties").get(entry.getKey());
                if (of != null) {
                    undeclared(of, entry.getValue(), path + "/" + entry.getKey(), found);
                } else if (!path.equals("/columns[]") && !path.endsWith("_budget")) {
                    found.add(path + "/" + entry.getKey());
                }
            });
        }
    }

    @Test
    void theListOfToolsIsAsItWasReviewed() throws IOException {
        JsonNode response = client.request("tools/list", Map.of());
        assertThat(response.toString().length()).isLessThan(MOST_BYTES);
        Golden.check(
                "tools.json",
                Client.JSON
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(response.at("/result/tools"))
                                .replace("\r", "")
                        + "\n");
    }

    @Test
    void everyToolSaysThatItOnlyReads() {
        assertThat(tools().values()).hasSize(16).allSatisfy(tool -> {
            assertThat(tool.get("title").asText()).isNotBlank();
            assertThat(tool.get("annotations").toString())
                    .isEqualTo(
                            "{\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":true,\"openWorldHint\":false}");
            assertThat(tool.at("/inputSchema/additionalProperties").asBoolean(true))
                    .isFalse();
            assertThat(tool.at("/inputSchema/properties").has("request_id")).isTrue();
            assertThat(tool.toString()).doesNotContain("$id");
            assertThat(tool.at("/outputSchema/type").asText()).isEqualTo("object");
        });
    }

    /** By code: what a caller is told, in full. */
    @Test
    void everyRejectionHasTheErrorObjectAndAdvice() throws IOException {
        Map<String, JsonNode> tools = tools();
        StringBuilder all = new StringBuilder();
        List<Example> rejected = List.of(
                new Example("approx_count", people("predicate", "agee > 25")),
                new Example("approx_count", people("predicate", "age >")),
                new Example("approx_count", people("predicate", "age > (SELECT 1)")),
                new Example("approx_count", people("predicate", "age > 'x'")),
                new Example("approx_count", people("predicate", "uid = 'u0001'")),
                new Example("approx_count", people("predicate", "age > 1 OR ".repeat(5_000) + "age > 1")),
                new Example("approx_count", with(PEOPLE, "table", "nobody")),
                new Example("approx_count", with(PEOPLE, "catalog", "\u0001")),
                new Example("approx_count", with(PEOPLE, "table", "visits")),
                new Example("approx_count", people("precision", "100%")),
                new Example("approx_count", people("predicate", 5)),
                new Example("approx_count", people("predicat", "age > 5")),
                new Example("approx_count", Map.of("catalog", "main")),
                new Example("approx_count", people("precision", 0.1)),
                new Example("approx_count", people("max_cost", 0.000001)),
                new Example("approx_count", people("request_id", "a\nb")),
                new Example("list_schemas", Map.of("catalog", "elsewhere")),
                new Example("list_tables", Map.of("catalog", "main", "schema", "elsewhere")),
                new Example("aggregate_metric", people("metric_type", "STDDEV", "metric_column", "age")),
                new Example("aggregate_metric", people("metric_type", "PERCENTILE", "metric_column", "age")),
                new Example("aggregate_metric", people("metric_type", "AVG", "metric_column", "age", "percentile", 5)),
                new Example(
                        "aggregate_metric",
                        people("metric_type", "PERCENTILE", "metric_column", "age", "percentile", 100)),
                new Example("aggregate_metric", people("metric_type", "AVG", "metric_column", "income_level")),
                new Example("segment_audience", people("group_by", List.of())),
                new Example("segment_audience", people("group_by", List.of("age[50, 30]"))),
                new Example("segment_audience", people("group_by", List.of("income_level"), "metric_type", "AVG")),
                new Example("audience_trend", people("time_column", "joined", "every", "month", "from", "yesterday")),
                new Example("audience_trend", people("time_column", "consent", "every", "month")),
                new Example("audience_share", people("condition", "agee > 30")),
                new Example("audience_funnel", people("steps", List.of("age > 25", "agee > 30"))),
                new Example("audience_overlap", people("audiences", Map.of("young", "age < "))),
                new Example("profile_column", people("column", "uid")),
                new Example("check_predicate", people("predicate", "{\"leadgen_audience\": 1}")),
                new Example("export_conditions", people("predicate", "age > 25", "format", "pdf")),
                new Example("privacy_budget", Map.of("catalog", "main")));
        for (Example example : rejected) {
            JsonNode result = client.call(example.tool(), example.arguments());
            JsonNode content = result.get("structuredContent");
            assertThat(result.get("isError").asBoolean())
                    .as(example + " " + result)
                    .isTrue();
            assertThat(errors(tools.get(example.tool()).get("outputSchema"), content))
                    .isEmpty();
            String id = content.at("/error/request_id").asText();
            String arguments = Client.JSON.writeValueAsString(new java.util.TreeMap<>(example.arguments()));
            all.append(example.tool())
                    .append(' ')
                    .append(arguments.length() > 200 ? arguments.substring(0, 80) + "…" : arguments)
                    .append('\n')
                    .append(content.toString().replace(id, "ID"))
                    .append('\n')
                    .append(result.at("/content/0/text").asText().replace(id, "ID"))
                    .append("\n\n");
        }
        Golden.check("rejections.txt", all.toString());
    }

    @Test
    void aBudgetThatIsUsedUpIsAnErrorWithAdvice() throws IOException {
        try (Client beggar = Client.of(service, "beggar")) {
            JsonNode result = beggar.call("approx_count", people("predicate", "age > 26", "precision", "0.1%"));
            assertThat(result.at("/structuredContent/error/code").asText()).isEqualTo("BUDGET_EXHAUSTED");
            assertThat(result.at("/content/0/text").asText()).contains("privacy_budget", "precision", "epoch_ends");
            assertThat(beggar.call("privacy_budget", Map.of())
                            .at("/structuredContent/principal")
                            .asText())
                    .isEqualTo("beggar");
        }
    }

    /**
     * What a real validator allows, the small checker allows; and what it does not allow is refused, except for the forms of {@code
     * ArgumentFormsTest}.
     */
    @Test
    void argumentsAreCheckedAsTheirSchemasSay() {
        List<Object> values = List.of(
                "",
                "x",
                5,
                5.5,
                5.0,
                0,
                101,
                -1,
                true,
                List.of(),
                List.of("a"),
                List.of(1),
                List.of("a", "b", "c", "d"),
                Map.of(),
                Map.of("a", "b"),
                Map.of("a", 1),
                "sql",
                "SQL",
                "y".repeat(129),
                1e300);
        for (Map.Entry<String, JsonNode> tool : tools().entrySet()) {
            JsonNode schema = tool.getValue().get("inputSchema");
            Map<String, Object> base = answered()
                    .filter(example -> example.tool().equals(tool.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .arguments();
            List<String> names = new ArrayList<>(List.of("unknown"));
            schema.get("properties").fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                for (Object value : values) {
                    Map<String, Object> arguments = with(base, name, value);
                    boolean allowed =
                            errors(schema, Client.JSON.valueToTree(arguments)).isEmpty();
                    String message = client.call(tool.getKey(), arguments)
                            .at("/structuredContent/error/message")
                            .asText();
                    boolean objected = (message.startsWith(name + " must be") && !message.contains("a day"))
                            || message.startsWith(name + " must have")
                            || message.startsWith("There is no argument");
                    boolean otherForm = value instanceof String
                            || (name.equals("precision") && value instanceof Number)
                            || (name.equals("audiences") && value instanceof List);
                    if (allowed || !otherForm) {
                        assertThat(objected)
                                .as(tool.getKey() + " " + name + "=" + value + ": " + message)
                                .isEqualTo(!allowed);
                    }
                }
            }
        }
    }

    @Test
    void nullStandsForAnArgumentThatIsLeftOut() {
        Map<String, Object> arguments = with(PEOPLE, "predicate", null, "precision", null);
        assertThat(client.call("approx_count", arguments).get("isError").asBoolean())
                .isFalse();
    }

    @Test
    void aQuestionThatCouldCostMoreThanTheCallerWantsIsNotAsked() {
        String left = client.call("privacy_budget", Map.of())
                .at("/structuredContent/principal_budget/left")
                .toString();
        Map<String, Object> question = people("predicate", "age > 33", "precision", "max", "max_cost", "0.0000001");
        JsonNode refused = client.call("approx_count", question);
        assertThat(refused.at("/structuredContent/error/code").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(client.call("privacy_budget", Map.of())
                        .at("/structuredContent/principal_budget/left")
                        .toString())
                .isEqualTo(left);
        String price = refused.at("/structuredContent/error/hint").asText().replaceAll(".*max_cost to ", "");
        JsonNode answer = client.call("approx_count", with(question, "max_cost", price));
        assertThat(answer.get("isError").asBoolean()).as(answer.toString()).isFalse();
        assertThat(answer.at("/structuredContent/privacy/cost").decimalValue())
                .isLessThanOrEqualTo(new BigDecimal(price));
    }

    @Test
    void theTextSaysWhatSuppressedMeansAndHasNoColumnThatNobodyAskedFor() {
        String counts = client.call("segment_audience", people("group_by", List.of("income_level")))
                .at("/content/0/text")
                .asText();
        assertThat(counts)
                .doesNotContain("metric_value")
                .contains("suppressed: fewer than about 100 people", "repeats are free until", "similar questions)");
        assertThat(client.call(
                                "segment_audience",
                                people(
                                        "group_by",
                                        List.of("income_level"),
                                        "metric_type",
                                        "AVG",
                                        "metric_column",
                                        "spend"))
                        .at("/content/0/text")
                        .asText())
                .contains("metric_value");
        assertThat(client.call("check_predicate", people("predicate", "age > 25"))
                        .at("/content/0/text")
                        .asText())
                .contains("similar questions)");
    }

    @Test
    void anOverlapIsOfThePeopleWhoMatchThePredicate() {
        JsonNode all = client.call("audience_overlap", people("audiences", Map.of("a", "age < 50 OR spend < 9")))
                .get("structuredContent");
        JsonNode some = client.call(
                        "audience_overlap",
                        people("audiences", "age < 50 OR spend < 9", "predicate", "income_level = 'high'"))
                .get("structuredContent");
        assertThat(some.at("/audiences/1/predicate").asText())
                .isEqualTo("income_level = 'high' AND (age < 50 OR spend < 9)");
        assertThat(some.at("/reach/approx_count").asInt())
                .isLessThan(all.at("/reach/approx_count").asInt() / 2);
    }

    @Test
    void whatWasExportedIsAPredicateAgain() {
        String exported = client.call("export_conditions", people("predicate", "age > 40", "format", "json"))
                .at("/structuredContent/content")
                .asText();
        assertThat(client.call("approx_count", people("predicate", exported))
                        .at("/structuredContent/predicate")
                        .asText())
                .isEqualTo("age > 40");
        JsonNode elsewhere = client.call("approx_count", with(PEOPLE, "table", "visits", "predicate", exported));
        assertThat(elsewhere.at("/structuredContent/error/code").asText()).isEqualTo("INVALID_ARGUMENT");
    }
}
