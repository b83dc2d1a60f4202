package io.leadgen.attacks.leak;

import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.LeadgenOracle;
import io.leadgen.attacks.world.Engine;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.Count;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.answer.FreeShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares all answers that need no budget for two tables with equal columns and nothing else in common: no field may differ. */
public final class Metadata implements Attack {
    private static final TableData FEW = World.table(3);
    private static final TableData MANY = World.table(
            4000, Person.target(false).earning(99_999).livingIn("Vaduz").noted("x".repeat(200)));

    @Override
    public String name() {
        return "metadata";
    }

    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        int fields = 0;
        int different = 0;
        for (Engine engine : Engine.values()) {
            Map<String, String> few = engine.with(
                    FEW, warehouse -> fields(opponent.over(warehouse, World.POLICY, new SplittableRandom(1))));
            Map<String, String> many = engine.with(
                    MANY, warehouse -> fields(opponent.over(warehouse, World.POLICY, new SplittableRandom(2))));
            TreeSet<String> paths = new TreeSet<>(few.keySet());
            paths.addAll(many.keySet());
            fields += paths.size();
            different += (int) paths.stream()
                    .filter(path -> !Objects.equals(few.get(path), many.get(path)))
                    .count();
        }
        return new Evidence.Leaks(different, fields, "fields differ");
    }

    private static Map<String, String> fields(LeadgenOracle oracle) {
        AudienceService audience = oracle.audience();
        RequestContext context = new RequestContext(Principal.of("attacker"), "attack", new Cancellation());
        String catalog = World.TABLE.catalog();
        String schema = World.TABLE.schema();
        List<@Nullable Object> documents = new ArrayList<>();
        documents.add(audience.catalogs(context));
        documents.add(audience.schemas(catalog, context));
        documents.add(audience.tables(catalog, schema, context).toString());
        documents.add(CatalogShapes.METADATA.tree(audience.tableMetadata(World.TABLE, null, context)));
        documents.add(CatalogShapes.PARTITIONS.tree(audience.partitionInfo(World.TABLE, context)));
        documents.add(FreeShapes.CHECK.tree(audience.check(Count.of(World.TABLE).where("age > 30"), context)));
        Map<String, String> fields = new TreeMap<>();
        flatten("", documents, fields);
        return fields;
    }

    private static void flatten(String path, @Nullable Object value, Map<String, String> fields) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(path + "." + key, inner, fields));
        } else if (value instanceof List<?> list) {
            fields.put(path + ".size", Integer.toString(list.size()));
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", list.get(i), fields);
            }
        } else {
            fields.put(path, String.valueOf(value));
        }
    }
}
