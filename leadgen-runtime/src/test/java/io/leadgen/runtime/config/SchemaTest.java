package io.leadgen.runtime.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.yaml.YamlKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The schema for editors says what the reader does. */
class SchemaTest {
    private static final JsonNode SCHEMA = schema();

    /** What the schema cannot say, or does not because an editor need not. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "only comments",
            "key twice",
            "merge key",
            "rows in octal",
            "private character",
            "section twice",
            "embedded table twice",
            "embedded table out of scope",
            "host with a path",
            "host without encryption",
            "http path that smuggles options",
            "token url without encryption",
            "secret twice",
            "no SELECT",
            "time zone",
            "unset variables",
            "unset variable in a longer text of two lines",
            "unset variable behind an escape",
            "variable set to nothing",
            "malformed variables",
            "default in a default",
            "user attribute outside of row filters",
            "value of a variable is not shown",
            "value of a variable in a list is not shown",
            "number of a variable out of range",
            "ledger of another kind",
            "unknown default class",
            "budget too fine",
            "table out of scope",
            "table twice",
            "rows are not people, but what is",
            "column twice",
            "bounds the wrong way round",
            "class of a principal",
            "principal without a name",
            "row filter with an unset variable",
            "address with a port out of range");

    /** Each mapping of the file: where it is in the schema, and its keys in the reader. */
    private static final Map<String, Class<? extends YamlKey>> SECTIONS = Map.ofEntries(
            Map.entry("", RootSection.Key.class),
            Map.entry("/warehouse", WarehouseSection.Key.class),
            Map.entry("/warehouse/proxy", WarehouseSection.ProxyKey.class),
            Map.entry("/warehouse/trust_store", WarehouseSection.TrustStoreKey.class),
            Map.entry("/warehouse/embedded", WarehouseSection.EmbeddedKey.class),
            Map.entry("/auth", AuthSection.Key.class),
            Map.entry("/auth/oauth", AuthSection.OAuthKey.class),
            Map.entry("/scopes", ScopesSection.Key.class),
            Map.entry("/scopes/catalogs/*", ScopesSection.CatalogKey.class),
            Map.entry("/limits", LimitsSection.Key.class),
            Map.entry("/observability", ObservabilitySection.Key.class),
            Map.entry("/privacy", PrivacySection.Key.class),
            Map.entry("/privacy/classes/*", ClassSection.Key.class),
            Map.entry("/privacy/tables/*", TableSection.Key.class),
            Map.entry("/privacy/tables/*/partition", TableSection.PartitionKey.class),
            Map.entry("/privacy/tables/*/columns/*", TableSection.ColumnKey.class),
            Map.entry("/principals/*", PrincipalsSection.Key.class),
            Map.entry("/audit", AuditSection.Key.class),
            Map.entry("/server", HttpSection.ServerKey.class),
            Map.entry("/server/http", HttpSection.Key.class),
            Map.entry("/server/http/tls", HttpSection.TlsKey.class),
            Map.entry("/server/http/auth", HttpSection.AuthKey.class),
            Map.entry("/server/http/auth/claims", HttpSection.ClaimsKey.class));

    @Test
    void knows_the_same_keys_as_the_reader() {
        Map<String, Set<String>> reader = SECTIONS.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> names(entry.getValue()), (a, b) -> a, TreeMap::new));

        Map<String, Set<String>> schema = new TreeMap<>();
        collect("", SCHEMA, schema);

        assertThat(schema).isEqualTo(reader);
    }

    @Test
    void describes_every_key() {
        assertThat(undescribed("", SCHEMA)).isEmpty();
    }

    @Test
    void has_the_defaults_of_the_reader() {
        JsonNode limits = SCHEMA.at("/properties/limits/properties");
        assertThat(limits.at("/max_rows/default").intValue()).isEqualTo(Limits.DEFAULT.maxRows());
        assertThat(limits.at("/query_timeout_seconds/default").longValue())
                .isEqualTo(Limits.DEFAULT.queryTimeout().toSeconds());
        assertThat(limits.at("/max_concurrent_queries/default").intValue())
                .isEqualTo(Limits.DEFAULT.maxConcurrentQueries());
        assertThat(SCHEMA.at("/properties/observability/properties/log_level/default")
                        .textValue())
                .isEqualToIgnoringCase(Observability.DEFAULT.logLevel().name());
        JsonNode http = SCHEMA.at("/properties/server/properties/http/properties");
        HttpConfig standard = HttpConfig.DEFAULT;
        assertThat(http.at("/listen/default").textValue())
                .isEqualTo(standard.listen().toString());
        assertThat(Stream.of(
                                "requests_per_minute",
                                "max_body_kb",
                                "max_sessions",
                                "session_idle_minutes",
                                "max_concurrent_requests",
                                "max_connections")
                        .map(key -> http.path(key).path("default").intValue()))
                .containsExactly(
                        HttpConfig.HttpLimits.REQUESTS_PER_MINUTE,
                        standard.limits().maxBodyKb(),
                        standard.limits().maxSessions(),
                        standard.limits().sessionIdleMinutes(),
                        standard.limits().maxConcurrentRequests(),
                        standard.limits().maxConnections());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void accepts(String yaml) throws IOException {
        assertThat(validate(yaml)).isEmpty();
    }

    static Stream<String> examples() throws IOException {
        return Stream.of(
                Files.readString(GuideConfigTest.resource("guide.yml")),
                Files.readString(GuideConfigTest.resource("full.yml")),
                Files.readString(ExampleConfigTest.FILE),
                ExampleConfigTest.withEverything(),
                MinimalExamples.EMBEDDED,
                MinimalExamples.DATABRICKS);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses(ErrorMessagesTest.Case wrong) throws IOException {
        assertThat(validate(wrong.yaml())).as(wrong.name()).isNotEmpty();
    }

    /** The wrong files that are YAML; a variable in a flow mapping is not for anybody but us. */
    static Stream<ErrorMessagesTest.Case> wrong() throws IOException {
        return ErrorMessagesTest.cases()
                .filter(one -> !BEYOND_A_SCHEMA.contains(one.name()))
                .filter(one -> isYaml(one.yaml()));
    }

    private static boolean isYaml(String yaml) {
        try {
            json(yaml);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static List<com.networknt.schema.Error> validate(String yaml) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA);
        return schema.validate(json(yaml), InputFormat.JSON);
    }

    private static String json(String yaml) {
        LoaderOptions options = new LoaderOptions();
        DumperOptions unused = new DumperOptions();
        return JsonText.compact(
                new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new EditorsScalars())
                        .<Object>load(yaml));
    }

    /** Editors read YAML 1.2, where {@code yes} and dates are text. */
    private static final class EditorsScalars extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    private static Set<String> names(Class<? extends YamlKey> keys) {
        return Arrays.stream(keys.getEnumConstants()).map(YamlKey::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static void collect(String path, JsonNode reference, Map<String, Set<String>> found) {
        JsonNode schema = resolve(reference);
        if (schema.has("properties")) {
            assertThat(schema.get("additionalProperties").isBoolean()).as(path).isTrue();
            Set<String> names = new TreeSet<>();
            schema.get("properties").properties().forEach(property -> {
                names.add(property.getKey());
                collect(path + "/" + property.getKey(), property.getValue(), found);
            });
            found.put(path, names);
        } else if (schema.path("additionalProperties").isObject()) {
            collect(path + "/*", schema.get("additionalProperties"), found);
        }
    }

    private static Set<String> undescribed(String path, JsonNode reference) {
        JsonNode schema = resolve(reference);
        Set<String> found = new TreeSet<>();
        schema.path("properties").properties().forEach(property -> {
            String child = path + "/" + property.getKey();
            if (!property.getValue().has("description")) {
                found.add(child);
            }
            found.addAll(undescribed(child, property.getValue()));
        });
        if (schema.path("additionalProperties").isObject()) {
            found.addAll(undescribed(path + "/*", schema.get("additionalProperties")));
        }
        return found;
    }

    private static JsonNode schema() {
        try (InputStream in = LeadgenConfig.class.getResourceAsStream("config.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
