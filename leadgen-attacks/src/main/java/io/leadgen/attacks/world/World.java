package io.leadgen.attacks.world;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of invented people, each row one, and a clock that an attacker can turn. What is declared about the table is what a
 * careful owner would declare.
 */
public final class World {
    public static final TableName TABLE = TableName.parse("lab.attack.people");

    public static final Scopes SCOPES = new Scopes(Map.of(TABLE.catalog(), Set.of(TABLE.schema())));

    public static final double HIGHEST_INCOME = 100_000;

    private static final TableData NOBODY = TableData.of(
            TABLE.toString(),
            Column.of("age", ColumnType.INT),
            Column.of("zip", ColumnType.INT),
            Column.of("visits", ColumnType.INT),
            Column.of("secret", ColumnType.BOOLEAN),
            Column.of("city", ColumnType.STRING),
            Column.of("income", ColumnType.DOUBLE),
            Column.of("note", ColumnType.STRING));

    /** Cities are not declared, so that a breakdown has to find them. */
    public static final TablePolicy POLICY = new TablePolicy(
            new PrivacyUnit.Row(null),
            null,
            null,
            null,
            Map.of(
                    new ColumnName("income"),
                    new ColumnPolicy(ColumnRole.ATTRIBUTE, new Bounds(0, HIGHEST_INCOME), List.of())));

    private final MemoryWarehouse warehouse;
    private TableData people;
    private Instant now = Instant.parse("2026-01-05T00:00:01Z");

    private World(TableData people) {
        this.people = people;
        this.warehouse = MemoryWarehouse.of(people);
    }

    /** So many people of whom everything is known, and these. */
    public static World of(int known, Person... others) {
        return new World(table(known, others));
    }

    /** So many people of whom everything is known, and the target if it is there. */
    public static World ofTargetOrNot(int known, boolean present) {
        return present ? of(known, Person.target(true)) : of(known);
    }

    /** Others come or go. */
    public void becomes(int known, Person... others) {
        people = table(known, others);
        warehouse.put(people);
    }

    public static TableData table(int known, Person... others) {
        List<Person> all = new ArrayList<>(Collections.nCopies(known, Person.KNOWN));
        all.addAll(Arrays.asList(others));
        return NOBODY.withRows(all.stream().map(Person::row).toList());
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public MemoryWarehouse warehouse() {
        return warehouse;
    }

    public TableData people() {
        return people;
    }

    public InstantSource clock() {
        return () -> now;
    }
}
