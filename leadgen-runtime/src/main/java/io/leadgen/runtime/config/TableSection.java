package io.leadgen.runtime.config;

import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Content;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.ListOf;
import io.leadgen.runtime.config.key.MapOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of {@code privacy.tables}. */
final class TableSection extends Section<TablePolicy> {
    private final Key<ColumnName> unit = optional(
            "unit",
            ConfigTypes.column(),
            "msisdn",
            "The column that identifies a person. It becomes an identifier. A person can have many rows.");
    private final Key<Boolean> rowsArePeople = optional(
            "rows_are_people",
            SingleValue.bool(),
            "true",
            "Each row is one person. Set it if you know that. The default is true only without unit.");
    private final Key<String> people = optional(
            "people",
            SingleValue.matching("[A-Za-z][A-Za-z0-9_-]{0,63}", "a name of letters, digits, '-' and '_'"),
            "customers",
            "The name of the people under unit. Tables with the same name hold the same people, who share one budget.");
    private final Key<Boolean> isPublic = optional(
            "public",
            SingleValue.bool(),
            "false",
            "The table has no people in it: plans, shops or other reference data.");
    private final Key<String> require = optional(
            "require",
            SingleValue.text(),
            "consent = TRUE AND is_blocklist = FALSE",
            "A predicate that is added to every question with AND, and always reported.");
    private final Key<TablePolicy.Partition> partition =
            optional("partition", new PartitionSection(), "How the table is partitioned.");
    private final Key<Map<ColumnName, ColumnPolicy>> columns = optional(
            "columns",
            MapOf.of(ConfigTypes.column(), "COLUMN", new ColumnSection(), "", "customer_lifetime_value"),
            "What you declare about columns.");
    private final Key<Map<ColumnName, ColumnMeaning>> dictionary = optional(
            "dictionary",
            SingleValue.path().then(DictionaryFile::read),
            "customers.dictionary.csv",
            "A CSV file that describes columns, relative to this one. Its header: column, description,"
                    + " business_definition, allowed_values, owner, tags.");

    @Override
    protected TablePolicy build(Values values) {
        return new TablePolicy(
                unit(values),
                values.orNull(require),
                null,
                values.orNull(partition),
                values.find(columns).orElse(Map.of()),
                values.find(dictionary).orElse(Map.of()),
                content(values),
                values.orNull(people));
    }

    private Content content(Values values) {
        boolean declared = values.has(unit) || values.find(rowsArePeople).orElse(false);
        if (values.find(isPublic).orElse(false)) {
            if (declared) {
                values.value(isPublic)
                        .report("public: true is for tables without people; remove it, or unit and rows_are_people");
            }
            return Content.PUBLIC;
        }
        if (values.has(people) && !values.has(unit)) {
            values.value(people)
                    .report(
                            "people needs the key unit, the column that identifies a person in every table of these people");
        }
        return declared ? Content.PEOPLE : Content.UNDECLARED;
    }

    /** A person can have many rows in a table with a unit; only the data owner knows that each has one. */
    private PrivacyUnit unit(Values values) {
        Optional<ColumnName> column = values.find(unit);
        Optional<Boolean> people = values.find(rowsArePeople);
        if (people.isPresent() && !people.get() && !values.has(unit)) {
            values.value(rowsArePeople)
                    .report("rows_are_people: false needs the key unit, the column that identifies a person");
        }
        return people.orElse(column.isEmpty())
                ? new PrivacyUnit.Row(column.orElse(null))
                : column.<PrivacyUnit>map(PrivacyUnit.Key::new).orElse(new PrivacyUnit.Row(null));
    }

    /** {@code partition}. */
    private static final class PartitionSection extends Section<TablePolicy.Partition> {
        private final Key<ColumnName> column =
                required("column", ConfigTypes.column(), "par_month", "The column that partitions the table.");
        private final Key<Boolean> required =
                defaulted("required", SingleValue.bool(), "false", "Every question must filter on the column.");

        @Override
        protected TablePolicy.Partition build(Values values) {
            return new TablePolicy.Partition(values.get(column), values.get(required));
        }
    }

    /** One of {@code columns}. */
    private static final class ColumnSection extends Section<ColumnPolicy> {
        private final Key<ColumnRole> role = defaulted(
                "role",
                SingleValue.oneOf(ColumnRole.class),
                "attribute",
                "An identifier is never shown, filtered on, grouped by or measured.");
        private final Key<Bounds> bounds = optional(
                "bounds",
                ListOf.of(SingleValue.decimal(
                                number -> Double.isFinite(number.doubleValue()), "a number", Map.of("type", "number")))
                        .to(
                                ColumnSection::bounds,
                                "two numbers, [lower, upper], with lower < upper",
                                Map.of("minItems", 2, "maxItems", 2)),
                "[0, 20000]",
                "The value of one person is clamped to [lower, upper] before it is summed.");
        private final Key<List<String>> values = optional(
                "values",
                ListOf.atLeastOne(SingleValue.text(), "value").distinct(),
                "[low, medium, high]",
                "The values that the column can have.");

        private static Bounds bounds(List<BigDecimal> ends) {
            if (ends.size() != 2) {
                throw new IllegalArgumentException("two numbers");
            }
            return new Bounds(ends.get(0).doubleValue(), ends.get(1).doubleValue());
        }

        @Override
        protected ColumnPolicy build(Values given) {
            return new ColumnPolicy(
                    given.get(role), given.orNull(bounds), given.find(values).orElse(List.of()));
        }
    }
}
