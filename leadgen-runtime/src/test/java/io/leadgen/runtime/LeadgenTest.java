package io.leadgen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.Count;
import io.leadgen.question.Segments;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.runtime.config.LeadgenConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadgenTest {
    private static final TableName PEOPLE = TableName.parse("main.leads.people");
    private static final String EMBEDDED =
            "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void people() throws IOException {
        StringBuilder rows = new StringBuilder("id,age,city\n");
        for (int i = 0; i < 5_000; i++) {
            rows.append(i).append(',').append(i % 100).append(i % 2 == 0 ? ",Ankara\n" : ",İzmir\n");
        }
        Files.writeString(folder.resolve("people.csv"), rows);
    }

    private Leadgen open(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), yaml);
        return Leadgen.open(LeadgenConfig.load(file, Map.of("LEADGEN_HOME", folder.toString())));
    }

    @Test
    void answersOverAFile() throws IOException {
        try (Leadgen leadgen = open(EMBEDDED)) {
            AudienceEstimate n =
                    leadgen.audience().approxCount(PEOPLE, "age >= 50 AND city = 'İzmir'", Principal.of("me"));
            assertThat(n.approxCount()).isBetween(900L, 1_600L);
        }
        assertThat(folder.resolve("audit.jsonl"))
                .content()
                .contains("\"question\":\"count\"")
                .doesNotContain("zmir");
    }

    @Test
    void rowFiltersHoldForWhoeverAsks() throws IOException {
        String filtered = EMBEDDED + """
                row_filters: {main.leads.people: "city = ${user.city}"}
                principals: {me: {attributes: {city: Ankara}}, you: {class: trusted}}
                """;
        try (Leadgen leadgen = open(filtered)) {
            AudienceEstimate mine = leadgen.audience().approxCount(PEOPLE, "city = 'İzmir'", Principal.of("me"));
            // No row of Ankara is one of İzmir.
            assertThat(mine.approxCount()).isZero();
            assertThat(mine.applied().rowFilter()).isEqualTo("city = 'Ankara'");
            assertThatThrownBy(() -> leadgen.audience().approxCount(PEOPLE, Principal.of("you")))
                    .isInstanceOfSatisfying(
                            LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_SCOPE));
        }
    }

    @Test
    void twoLedgersInOneHomeAreNotTakenForOne() throws IOException {
        String elsewhere =
                EMBEDDED.replace("privacy: {", "privacy: {ledger: 'jdbc:sqlite:" + folder.resolve("other.db") + "', ");
        for (String config : List.of(EMBEDDED, elsewhere, EMBEDDED, elsewhere)) {
            try (Leadgen leadgen = open(config)) {
                leadgen.audience().approxCount(PEOPLE, "age >= 50", Principal.of("me"));
            }
        }
        assertThat(folder.resolve("ledger.mark")).exists();
        assertThat(folder.resolve("other.db.mark")).exists();
    }

    @Test
    void tellsNoMoreGroupsThanTheConfigurationAllows() throws IOException {
        try (Leadgen leadgen = open(EMBEDDED + "limits: {max_rows: 2}\n")) {
            AudienceSegments segments =
                    leadgen.audience().ask(Segments.of(PEOPLE, "age[30, 50]"), RequestContext.of(Principal.of("me")));
            assertThat(segments.segments()).hasSize(2);
            assertThat(segments.truncated()).isTrue();
        }
    }

    @Test
    void opensADatabricksWarehouseWithoutAskingIt() throws IOException {
        try (Leadgen leadgen = open("""
                warehouse: {host: a.example.com, http_path: /sql/1.0/warehouses/abc}
                auth: {token: t0ps3cret}
                scopes: {catalogs: {main: {schemas: [leads]}}}
                """)) {
            assertThatThrownBy(() -> leadgen.audience().tables("main", "other", RequestContext.of(Principal.of("me"))))
                    .isInstanceOfSatisfying(
                            LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_SCOPE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sql/1 | abc | https://a.example.com/oidc/v1/token | http_path",
                "/sql/1.0/warehouses/abc | abd | https://a.example.com/oidc/v1/token | warehouse_id",
                "/sql/1.0/warehouses/abc | abc | https://a.example.com/token | token_url",
                "/sql/1.0/warehouses/abc | abc | http://localhost/oidc/v1/token | token_url"
            })
    void refusesADatabricksWarehouseThatContradictsItself(String path, String id, String tokens, String key) {
        assertThatThrownBy(() -> open("""
                        warehouse: {host: a.example.com, http_path: %s, warehouse_id: %s}
                        auth: {oauth: {client_id: me, client_secret: t0ps3cret, token_url: "%s"}}
                        scopes: {catalogs: {main: {schemas: [leads]}}}
                        """.formatted(path, id, tokens)))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
                    assertThat(e.getMessage()).contains(key).doesNotContain("t0ps3cret");
                    assertThat(e.hint()).isNotBlank();
                });
    }

    @Test
    void keepsACallersRequestIdUnlessToldOtherwise() throws IOException {
        try (Leadgen leadgen = open(EMBEDDED)) {
            assertThat(leadgen.request(Principal.of("me"), "r-17", new Cancellation())
                            .requestId())
                    .isEqualTo("r-17");
            assertThat(leadgen.request(Principal.of("me"), null, new Cancellation())
                            .requestId())
                    .isNotBlank();
        }
        try (Leadgen leadgen = open(EMBEDDED + "observability: {propagate_request_ids: false}\n")) {
            assertThat(leadgen.request(Principal.of("me"), "r-17", new Cancellation())
                            .requestId())
                    .isNotEqualTo("r-17");
        }
    }

    @Test
    void logsQuestionsByTheirShapeWhenAskedTo() throws IOException {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("io.leadgen.audit");
        log.addHandler(handler);
        try (Leadgen leadgen = open(EMBEDDED + "observability: {log_level: debug}\n")) {
            leadgen.audience()
                    .ask(
                            Count.of(PEOPLE).where("city = 'zebra'"),
                            leadgen.request(Principal.of("me"), "r-18", new Cancellation()));
        } finally {
            log.removeHandler(handler);
        }
        assertThat(lines)
                .filteredOn(line -> line.startsWith("r-18"))
                .singleElement()
                .asString()
                .contains("city = <string>", "answered")
                .doesNotContain("zebra");
    }

    @Test
    void endsWhenItIsClosed() throws IOException {
        Leadgen leadgen = open(EMBEDDED);
        leadgen.close();
        assertThatThrownBy(() -> leadgen.audience().approxCount(PEOPLE, Principal.of("me")))
                .isInstanceOf(LeadgenException.class);
    }
}
