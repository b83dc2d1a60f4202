package io.leadgen.runtime.export;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType.Kind;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.sql.AudienceSql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written, in whatever form.
 *
 * @param size its size as answered, or null if nobody asked
 */
record ExportedAudience(
        AudienceDefinition definition, @Nullable AudienceEstimate size) {
    /** A table whose name is a parameter of the statement. */
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

    /** Whether the condition looks at instants, of which years, months and days depend on the session's time zone. */
    boolean looksAtInstants() {
        return columns().stream().anyMatch(column -> column.type().kind() == Kind.TIMESTAMP);
    }
}
