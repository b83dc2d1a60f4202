package io.leadgen.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadgen.mcp.Golden;
import io.leadgen.mcp.People;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts, resources and completions. */
class GuideTest {
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

    @Test
    void promptsAreFilledInAsTheyWereReviewed() {
        Map<String, String> given = Map.of(
                "catalog", "main",
                "schema", "leads",
                "table", "people",
                "predicate", "age > 25",
                "description", "grown-ups",
                "format", "sql");
        Map<String, String> texts = new TreeMap<>();
        client.request("prompts/list", Map.of()).at("/result/prompts").forEach(prompt -> {
            String name = prompt.get("name").asText();
            JsonNode result = client.request("prompts/get", Map.of("name", name, "arguments", given))
                    .get("result");
            texts.put(name, result.at("/messages/0/content/text").asText());
        });
        StringBuilder all = new StringBuilder();
        texts.forEach((name, text) ->
                all.append("# ").append(name).append('\n').append(text).append('\n'));
        Golden.check("prompts.txt", all.toString());
    }

    @Test
    void everyToolThatTheGuideNamesIsThere() {
        List<String> tools = new java.util.ArrayList<>();
        client.request("tools/list", Map.of())
                .at("/result/tools")
                .forEach(tool -> tools.add(tool.get("name").asText()));
        String guide = io.leadgen.mcp.prompts.Instructions.TEXT
                + io.leadgen.mcp.prompts.Prompts.all().stream()
                        .map(prompt -> prompt.text().apply(Map.of()))
                        .toList();
        assertThat(java.util.regex.Pattern.compile("[a-z]+_[a-z_]+")
                        .matcher(guide)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .filter(name -> !List.of("income_level", "budget_left", "customer_360")
                                .contains(name)))
                .isNotEmpty()
                .allMatch(tools::contains);
    }

    @Test
    void aTableIsAResource() {
        JsonNode content = client.request("resources/read", Map.of("uri", "leadgen://tables/main/leads/people"))
                .at("/result/contents/0");
        assertThat(content.get("mimeType").asText()).isEqualTo("application/json");
        assertThat(content.get("text").asText()).contains("income_level", "\"unit\":\"uid\"");
        assertThat(client.request("resources/read", Map.of("uri", "leadgen://promises"))
                        .at("/result/contents/0/text")
                        .asText())
                .startsWith("# What leadgen guarantees");
    }

    @Test
    void whatIsNoTableIsNoResource() {
        for (String uri : List.of(
                "leadgen://tables/main/leads/nobody",
                "leadgen://tables/main/elsewhere/people",
                "leadgen://tables/main/leads/%zz",
                "leadgen://tables/main/leads/%0a",
                "leadgen://tables/main/leads",
                "leadgen://tables/a/b/c/d",
                "leadgen://nothing",
                "file:///etc/passwd",
                "")) {
            JsonNode response = client.request("resources/read", Map.of("uri", uri));
            assertThat(response.at("/error/code").asInt())
                    .as(response.toString())
                    .isEqualTo(-32002);
        }
    }

    private List<String> complete(
            Map<String, String> reference, String argument, String typed, Map<String, String> known) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("ref", reference);
        params.put("argument", Map.of("name", argument, "value", typed));
        params.put("context", Map.of("arguments", known));
        JsonNode response = client.request("completion/complete", params);
        List<String> values = new java.util.ArrayList<>();
        response.at("/result/completion/values").forEach(value -> values.add(value.asText()));
        return values;
    }

    @Test
    void namesAreCompletedWithinScope() {
        Map<String, String> table =
                Map.of("type", "ref/resource", "uri", "leadgen://tables/{catalog}/{schema}/{table}");
        Map<String, String> prompt = Map.of("type", "ref/prompt", "name", "export_audience");
        assertThat(complete(table, "catalog", "", Map.of())).containsExactly("main");
        assertThat(complete(table, "schema", "LE", Map.of("catalog", "main"))).containsExactly("leads");
        assertThat(complete(prompt, "table", "p", Map.of("catalog", "main", "schema", "leads")))
                .containsExactly("people");
        assertThat(complete(prompt, "table", "", Map.of("catalog", "main", "schema", "elsewhere")))
                .isEmpty();
        assertThat(complete(prompt, "table", "", Map.of())).isEmpty();
        assertThat(complete(prompt, "format", "n", Map.of())).containsExactly("notebook");
        assertThat(complete(prompt, "predicate", "age", Map.of())).isEmpty();
    }
}
