package io.leadgen.predicate;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TypeFamily;
import java.util.List;
import java.util.Set;

/** What a predicate compares: a column, a literal, or a total and pure function of them. */
public sealed interface Operand
        permits Operand.ColumnRef, Operand.Call, Operand.DateTrunc, Operand.RelatedCount, Literal {

    /** The type of the value, which determines what it can be compared with. */
    ColumnType type();

    default TypeFamily family() {
        return type().family();
    }

    <R> R accept(Visitor<R> visitor);

    /** One method for each node, and deliberately no default methods. */
    interface Visitor<R> {
        R column(ColumnRef node);

        R call(Call node);

        R dateTrunc(DateTrunc node);

        R relatedCount(RelatedCount node);

        R literal(Literal node);
    }

    /** A column of the table. */
    record ColumnRef(ColumnName name, ColumnType type) implements Operand {
        public ColumnRef {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /** A function of one value, or of a value and a literal ({@code coalesce}, {@code nullif}). */
    record Call(Function function, List<Operand> arguments) implements Operand {
        public Call {
            arguments = List.copyOf(arguments);
            function.check(arguments);
        }

        @Override
        public ColumnType type() {
            return function.resultType(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** Units of {@code date_trunc}. Weeks start on Monday. */
    enum DateUnit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** The first day of the unit that a DATE or TIMESTAMP value is in, as a date. */
    record DateTrunc(DateUnit unit, Operand operand) implements Operand {
        public DateTrunc {
            requireNonNull(unit, "unit");
            Nodes.notLiteral(operand);
            if (operand.family() != TypeFamily.DATE && operand.family() != TypeFamily.TIMESTAMP) {
                throw new IllegalArgumentException("date_trunc of " + operand.type());
            }
        }

        @Override
        public ColumnType type() {
            return ColumnType.DATE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dateTrunc(this);
        }
    }

    /**
     * How one person is found in two tables that hold the same people.
     *
     * @param from the table that the question is about
     * @param unit the column that identifies a person there
     * @param table the related table, perhaps the same one
     * @param key the column that identifies a person in that one
     * @param partitions the columns that divide it into files; conditions on them may narrow what is read of it
     */
    record Link(TableName from, ColumnRef unit, TableName table, ColumnName key, Set<ColumnName> partitions) {
        public Link {
            partitions = Set.copyOf(partitions);
            requireNonNull(from, "from");
            requireNonNull(unit, "unit");
            requireNonNull(table, "table");
            requireNonNull(key, "key");
        }
    }

    /**
     * How many rows of a related table a person has that meet a condition: 0 if none, never NULL.
     *
     * @param filter the condition on rows of the related table
     */
    record RelatedCount(Link link, Predicate filter) implements Operand {
        public RelatedCount {
            requireNonNull(link, "link");
            requireNonNull(filter, "filter");
        }

        @Override
        public ColumnType type() {
            return ColumnType.BIGINT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relatedCount(this);
        }
    }
}
