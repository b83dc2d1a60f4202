package io.leadgen.runtime.export;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType.Kind;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.warehouse.databricks.AudienceSql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audience to export.
 *
 * @param size its size, or null if it was not counted
 */
record ExportedAudience(
        AudienceDefinition definition, @Nullable AudienceEstimate size) {
    /** The FROM item for a table whose name is a parameter. */
    private static final String PARAMETER = "IDENTIFIER(:table)";

    TableName table() {
        return definition.table();
    }

    Predicate filter() {
        return definition.filter();
    }

    PrivacyUnit unit() {
        return definition.unit();
    }

    List<Column> columns() {
        return definition.columns();
    }

    /** The names of the columns that a count needs. */
    List<String> columnNames() {
        List<String> names = new ArrayList<>();
        if (unit() instanceof PrivacyUnit.Key key) {
            names.add(key.column().value());
        }
        columns().stream().map(column -> column.name().value()).forEach(name -> {
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    AudienceSql sql() {
        return new AudienceSql(AudienceSql.name(table()), filter());
    }

    AudienceSql parameterizedSql() {
        return new AudienceSql(PARAMETER, filter());
    }

    /** True if the condition uses instants, whose fields depend on the session's time zone. */
    boolean usesInstants() {
        return columns().stream().anyMatch(column -> column.type().kind() == Kind.TIMESTAMP);
    }
}
