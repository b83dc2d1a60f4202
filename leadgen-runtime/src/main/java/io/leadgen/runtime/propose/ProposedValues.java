package io.leadgen.runtime.propose;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Count;
import io.leadgen.question.Segments;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.warehouse.Warehouse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Values that columns of text have, for {@code privacy.tables.TABLE.columns.COLUMN.values}. They are asked for as a trusted caller
 * asks, with one budget of that class for the whole table. So a value is found only if many people share it, and what is written
 * down discloses no person.
 */
public final class ProposedValues {
    /** A column with more is a name or a text, and no category. */
    private static final int MOST_VALUES = 50;
    /** How much of the table the values must cover. */
    private static final double COVERED = 0.95;

    private static final RequestContext OWNER = RequestContext.of(Principal.of("leadgen-init"));

    private final AudienceService service;
    private final TableName table;

    private ProposedValues(AudienceService service, TableName table) {
        this.service = service;
        this.table = table;
    }

    /**
     * Values by column, in the order of the table. Empty for a table that cannot be read or has too few people.
     *
     * @param unit what one person is
     */
    public static Map<ColumnName, List<String>> of(Warehouse warehouse, TableName table, PrivacyUnit unit) {
        Clock clock = Clock.systemUTC();
        TablePolicy policy = new TablePolicy(unit, null, null, null, Map.of());
        AudienceService service = new AudienceService(
                new AudienceService.Ports(
                        warehouse, new InMemoryBudgetLedger(clock), event -> {}, new SecureRandom(), clock),
                new Scopes(Map.of(table.catalog(), Set.of(table.schema()))),
                new PrivacyPolicy(CallerClass.TRUSTED, Map.of(), Map.of(table, policy)),
                ZoneOffset.UTC);
        try {
            return new ProposedValues(service, table)
                    .of(
                            warehouse
                                    .describe(table)
                                    .map(schema -> schema.columns())
                                    .orElse(List.of()),
                            unit);
        } catch (LeadgenException e) {
            return Map.of();
        }
    }

    private Map<ColumnName, List<String>> of(List<Column> columns, PrivacyUnit unit) {
        Map<ColumnName, List<String>> found = new LinkedHashMap<>();
        Long people = service.ask(Count.of(table), OWNER).approxCount();
        if (people == null) {
            return found;
        }
        for (Column column : columns) {
            if (column.type().family() == TypeFamily.STRING
                    && !(unit instanceof PrivacyUnit.Key key && key.column().equals(column.name()))) {
                values(column.name(), people).ifPresent(values -> found.put(column.name(), values));
            }
        }
        return found;
    }

    private Optional<List<String>> values(ColumnName column, long people) {
        AudienceSegments answer;
        try {
            answer = service.ask(Segments.of(table, quoted(column)), OWNER);
        } catch (LeadgenException e) {
            return Optional.empty(); // the budget of this class is used up, or the column has no groups
        }
        long covered = answer.segments().stream()
                .map(AudienceSegments.Segment::size)
                .map(NoisyCount::approxCount)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        List<String> values = answer.segments().stream()
                .flatMap(segment -> segment.key().values().stream())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean isCategory = !answer.truncated() && !values.isEmpty() && values.size() <= MOST_VALUES;
        return isCategory && covered >= COVERED * people ? Optional.of(values) : Optional.empty();
    }

    private static String quoted(ColumnName column) {
        return "`" + column.value().replace("`", "``") + "`";
    }
}
