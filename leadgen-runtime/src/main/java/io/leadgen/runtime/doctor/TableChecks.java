package io.leadgen.runtime.doctor;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Count;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the warehouse have what the configuration speaks of, may it be read, and is what is declared about it understood? */
final class TableChecks {
    private static final RequestContext DOCTOR = RequestContext.of(Principal.of("doctor"));

    private final LeadgenConfig config;
    private final Warehouse warehouse;
    private final AudienceService service;

    TableChecks(LeadgenConfig config, Warehouse warehouse, AudienceService service) {
        this.config = config;
        this.warehouse = warehouse;
        this.service = service;
    }

    void examine(Consumer<Finding> report) {
        config.scopes().schemasByCatalog().forEach((catalog, schemas) -> {
            List<String> existing = warehouse.schemas(catalog);
            schemas.forEach(schema -> report.accept(schema(catalog, schema, existing)));
        });
        config.privacy().tables().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> report.accept(table(entry.getKey(), entry.getValue())));
    }

    private Finding schema(String catalog, String schema, List<String> existing) {
        String subject = catalog + "." + schema;
        if (!existing.contains(schema)) {
            return Finding.failed(
                    subject,
                    "in scope, but not there or not visible",
                    "see the spelling in scopes, and whether the service may use the catalog and the schema");
        }
        int tables = warehouse.tables(catalog, schema).size();
        return tables == 0
                ? Finding.warning(subject, "no table is visible", "grant the service the right to read some")
                : Finding.ok(subject, tables + (tables == 1 ? " table" : " tables") + " visible");
    }

    private Finding table(TableName table, TablePolicy policy) {
        String subject = table.toString();
        try {
            Optional<TableSchema> schema = warehouse.describe(table);
            if (schema.isEmpty()) {
                return Finding.failed(
                        subject,
                        "declared, but not there or not visible",
                        "see the spelling in privacy.tables, and whether the service may read it");
            }
            List<String> unknown = unknown(schema.get(), policy);
            if (!unknown.isEmpty()) {
                return Finding.failed(
                        subject,
                        "declared columns that it does not have: " + String.join(", ", unknown),
                        "see the spelling in privacy.tables." + table);
            }
            understand(table, policy);
            readNobody(schema.get(), policy);
            return advice(subject, policy);
        } catch (LeadgenException e) {
            return Finding.failed(subject, e);
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
        List<String> unknown = new ArrayList<>();
        for (ColumnName name : declared) {
            if (schema.column(name).isEmpty()) {
                unknown.add(name.value());
            }
        }
        return unknown;
    }

    /** What is required and filtered is a predicate; a filter that asks for attributes has none to look at here. */
    private void understand(TableName table, TablePolicy policy) {
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

    /** Asks for the people of whom something is true that is never true: an answer means that rows may be read. */
    private void readNobody(TableSchema schema, TablePolicy policy) {
        AggregateQuery nobody = new AggregateQuery(
                schema.name(),
                policy.unit(),
                Predicate.Constant.FALSE,
                new Cells.Whole(),
                List.of(new Measure.Units()));
        warehouse.aggregate(nobody, new Cancellation());
    }

    private static Finding advice(String subject, TablePolicy policy) {
        boolean rowsArePeople = policy.unit() instanceof PrivacyUnit.Row;
        return Finding.ok(subject, rowsArePeople ? "can be read; each row is taken for a person" : "can be read");
    }
}
