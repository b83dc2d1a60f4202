package io.leadgen.runtime.doctor;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.language.bind.ValueReader;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Content;
import io.leadgen.question.Count;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import io.leadgen.warehouse.Warehouse.UnitFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks that the configured schemas and tables exist and are readable, and that their policy is valid. */
final class TableChecks {
    private static final RequestContext DOCTOR = RequestContext.of(Principal.of("doctor"));

    private final LeadgenConfig config;
    private final Warehouse warehouse;
    private final AudienceService service;
    private final boolean exact;

    /** @param exact whether to ask of each table whether its people are what is declared, which takes a scan */
    TableChecks(LeadgenConfig config, Warehouse warehouse, AudienceService service, boolean exact) {
        this.exact = exact;
        this.config = config;
        this.warehouse = warehouse;
        this.service = service;
    }

    void run(Consumer<CheckResult> report) {
        config.scopes().schemasByCatalog().forEach((catalog, schemas) -> {
            List<String> existing = warehouse.schemas(catalog);
            schemas.forEach(schema -> {
                report.accept(schema(catalog, schema, existing));
                warehouse.tables(catalog, schema).stream()
                        .filter(table -> config.privacy().table(table).content() == Content.UNDECLARED)
                        .forEach(table -> report.accept(undeclared(table)));
            });
        });
        if (config.warehouse() instanceof WarehouseConfig.Embedded embedded) {
            embedded.tables().keySet().stream()
                    .filter(table -> !config.privacy().tables().containsKey(table))
                    .flatMap(table -> unreadable(table).stream())
                    .forEach(report);
        }
        config.privacy().tables().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> report.accept(table(entry.getKey(), entry.getValue())));
    }

    /** The check of a file that cannot be read. Nothing is declared about it, so no other check names it. */
    private Optional<CheckResult> unreadable(TableName table) {
        try {
            warehouse.describe(table);
            return Optional.empty();
        } catch (LeadgenException e) {
            return Optional.of(CheckResult.failed(table.toString(), e));
        }
    }

    private CheckResult schema(String catalog, String schema, List<String> existing) {
        String subject = catalog + "." + schema;
        if (!existing.contains(schema)) {
            return CheckResult.failed(
                    subject,
                    "in scope, but missing or not visible",
                    "check the spelling in scopes, and the permissions USE CATALOG and USE SCHEMA");
        }
        int tables = warehouse.tables(catalog, schema).size();
        return tables == 0
                ? CheckResult.warning(subject, "no table is visible", "grant leadgen SELECT on the tables")
                : CheckResult.ok(subject, tables + (tables == 1 ? " table" : " tables") + " visible");
    }

    private static CheckResult undeclared(TableName table) {
        return CheckResult.warning(
                table.toString(),
                "nobody has declared what one person is in it, so untrusted callers get no answer",
                "add to privacy.tables." + table
                        + " unit: COLUMN for the column that identifies a person, rows_are_people: true"
                        + " if each row is one, or public: true if it has no people in it");
    }

    private CheckResult table(TableName table, TablePolicy policy) {
        String subject = table.toString();
        try {
            Optional<TableSchema> schema = warehouse.describe(table);
            if (schema.isEmpty()) {
                return CheckResult.failed(
                        subject,
                        "declared, but missing or not visible",
                        "check the spelling in privacy.tables, and the permission SELECT");
            }
            List<String> unknown = unknown(schema.get(), policy);
            if (!unknown.isEmpty()) {
                return CheckResult.failed(
                        subject,
                        "declared columns that it does not have: " + String.join(", ", unknown),
                        "check the spelling in privacy.tables." + table);
            }
            List<String> impossible = impossible(schema.get(), policy);
            if (!impossible.isEmpty()) {
                return CheckResult.failed(
                        subject,
                        "declared values or bounds that the column cannot hold: " + String.join(", ", impossible),
                        "correct them in privacy.tables." + table + ".columns");
            }
            checkPredicates(table, policy);
            countNobody(schema.get(), policy);
            Optional<CheckResult> contradiction = exact ? contradiction(subject, table, policy) : Optional.empty();
            return contradiction.orElseGet(() -> advice(subject, policy));
        } catch (LeadgenException e) {
            return CheckResult.failed(subject, e);
        }
    }

    private static List<String> unknown(TableSchema schema, TablePolicy policy) {
        TreeSet<ColumnName> declared = new TreeSet<>(policy.columns().keySet());
        declared.addAll(policy.dictionary().keySet());
        if (policy.unit() instanceof PrivacyUnit.Key key) {
            declared.add(key.column());
        }
        if (policy.partition() != null) {
            declared.add(policy.partition().column());
        }
        return declared.stream()
                .filter(name -> schema.column(name).isEmpty())
                .map(ColumnName::value)
                .toList();
    }

    /** Columns whose declared values or bounds are not of the column's type. */
    private static List<String> impossible(TableSchema schema, TablePolicy policy) {
        return policy.columns().entrySet().stream()
                .filter(declared -> schema.column(declared.getKey())
                        .filter(column -> !fits(column, declared.getValue()))
                        .isPresent())
                .map(declared -> declared.getKey() + " ("
                        + schema.column(declared.getKey()).orElseThrow().type() + ")")
                .sorted()
                .toList();
    }

    private static boolean fits(Column column, ColumnPolicy declared) {
        if (declared.bounds() != null && !column.type().family().isNumber()) {
            return false;
        }
        ColumnRef operand = new ColumnRef(column.name(), column.type());
        try {
            declared.values().forEach(value -> ValueReader.read(operand, value, 0));
            return true;
        } catch (LeadgenException e) {
            return false;
        }
    }

    /** Checks require and row_filter. A row filter with attributes of the principal cannot be checked here. */
    private void checkPredicates(TableName table, TablePolicy policy) {
        ColumnName partition = policy.requiredPartition();
        @Nullable
        String predicate = partition == null ? null : "`" + partition.value().replace("`", "``") + "` IS NULL";
        try {
            service.check(Count.of(table).where(predicate), DOCTOR);
        } catch (LeadgenException e) {
            if (policy.rowFilter() == null || e.code() != ErrorCode.OUT_OF_SCOPE) {
                throw e;
            }
        }
    }

    /** Counts with the predicate FALSE: an answer means that rows are readable. */
    private void countNobody(TableSchema schema, TablePolicy policy) {
        AggregateQuery nobody = new AggregateQuery(
                schema.name(),
                policy.unit(),
                Predicate.Constant.FALSE,
                new Cells.Whole(),
                List.of(new Measure.Units()));
        warehouse.aggregate(nobody, new Cancellation());
    }

    /** What the rows themselves say against what is declared about people. */
    private Optional<CheckResult> contradiction(String subject, TableName table, TablePolicy policy) {
        ColumnName unit = policy.unit() instanceof PrivacyUnit.Key key
                ? key.column()
                : ((PrivacyUnit.Row) policy.unit()).identifier();
        if (unit == null || policy.content() != Content.PEOPLE) {
            return Optional.empty();
        }
        UnitFacts facts = warehouse.unitFacts(table, unit, new Cancellation()).orElse(null);
        if (facts == null) {
            return Optional.empty();
        }
        if (policy.unit() instanceof PrivacyUnit.Row && facts.identified() > facts.people()) {
            return Optional.of(CheckResult.failed(
                    subject,
                    "rows_are_people is declared, but " + facts.identified() + " rows have " + facts.people()
                            + " different values of " + unit
                            + ": a person with several rows is less protected than is promised",
                    "remove rows_are_people from privacy.tables." + table + ", or declare the column that is unique"));
        }
        return facts.identified() == facts.rows()
                ? Optional.empty()
                : Optional.of(CheckResult.warning(
                        subject,
                        (facts.rows() - facts.identified()) + " of " + facts.rows() + " rows have no " + unit
                                + ", so nobody knows whose they are, and they are not counted by person",
                        "give every row a " + unit + ", or declare another column as the unit"));
    }

    private static CheckResult advice(String subject, TablePolicy policy) {
        String whose = policy.content() == Content.PUBLIC
                ? "; no people in it"
                : policy.unit() instanceof PrivacyUnit.Row ? "; each row is one person" : "";
        return CheckResult.ok(subject, "readable" + whose);
    }
}
