package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;
import static io.leadgen.runtime.answer.Type.mapOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.runtime.json.JsonText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private record Item(
            Map<String, @Nullable String> key,
            NoisyCount size,
            @Nullable String note) {}

    private record Answer(@Nullable String name, List<Item> items, NoisyCount whole) {}

    private static final Shape<Item> ITEM = Shape.<Item>of()
            .field("key", mapOf(TEXT.orNull()), Item::key)
            .with(CommonShapes.SIZE, Item::size)
            .optional("note", TEXT, Item::note)
            .about("Left out where there is none.");

    private static final Shape<Answer> ANSWER = Shape.<Answer>of()
            .field("first", TRUTH, answer -> true)
            .columnAfter("name")
            .field("name", TEXT, Answer::name)
            .field("numbers", listOf(NUMBER).orNull(), answer -> null)
            .field("hidden", WHOLE, answer -> 7)
            .jsonOnly()
            .field("items", listOf(ITEM), Answer::items)
            .field("whole", CommonShapes.SIZE.withColumns("approx_count", "interval.low"), Answer::whole);

    private static final Answer EXAMPLE = new Answer(
            "a",
            List.of(item("x", size(1_500, 1_400, 1_600), null), item(null, NoisyCount.SUPPRESSED, "two\nlines")),
            size(20, 0, 98));

    private static Item item(@Nullable String key, NoisyCount size, @Nullable String note) {
        Map<String, @Nullable String> keys = new LinkedHashMap<>();
        keys.put("plan", key);
        return new Item(keys, size, note);
    }

    private static NoisyCount size(long count, long low, long high) {
        return new NoisyCount(count, false, new Interval(BigDecimal.valueOf(low), BigDecimal.valueOf(high), 0.95));
    }

    @Test
    void writesFieldsInOrderAndLeavesOutOptionalOnes() {
        assertThat(JsonText.compact(ANSWER.tree(EXAMPLE)))
                .isEqualTo("{\"first\":true,\"name\":\"a\",\"numbers\":null,\"hidden\":7,\"items\":["
                        + "{\"key\":{\"plan\":\"x\"},\"approx_count\":1500,\"suppressed\":false,"
                        + "\"interval\":{\"low\":1400,\"high\":1600,\"confidence\":0.95}},"
                        + "{\"key\":{\"plan\":null},\"approx_count\":null,\"suppressed\":true,\"interval\":null,"
                        + "\"note\":\"two\\nlines\"}],"
                        + "\"whole\":{\"approx_count\":20,\"suppressed\":false,"
                        + "\"interval\":{\"low\":0,\"high\":98,\"confidence\":0.95}}}");
    }

    @Test
    void flattensObjectsToColumnsAndLeavesOutLists() {
        assertThat(ANSWER.columns().header())
                .containsExactly("name", "first", "numbers", "whole_approx_count", "whole_interval_low");
        assertThat(ANSWER.columns().cells(ANSWER.tree(EXAMPLE))).containsExactly("a", "true", "", "20", "0");
    }

    @Test
    void givesRowsOfTextWithEveryNumberAndItsUncertainty() {
        assertThat(CompactTable.of(ANSWER, EXAMPLE, "items")).isEqualTo("""
                        plan    approx_count  note
                        x       1,500 ± 100
                        (none)  suppressed    two lines
                        """);
    }

    @Test
    void saysHowManyRowsOfALongListAreLeftOut() {
        Answer large =
                new Answer("a", Collections.nCopies(203, item("x", size(1_500, 1_400, 1_600), null)), size(20, 0, 98));

        assertThat(CompactTable.of(ANSWER, large, "items").lines())
                .hasSize(202)
                .last()
                .isEqualTo("and 3 more rows: ask for fewer groups, or with a narrower predicate");
    }

    @Test
    void definesSharedShapesOnceAndNamesEveryKey() {
        String schema = JsonText.compact(JsonSchema.document("t", "d", Map.of("answer", List.of(ANSWER))));

        assertThat(schema)
                .contains("\"$defs\":{\"Interval\":{", "\"Size\":{", "\"answer\":{")
                .contains("\"whole\":{\"$ref\":\"#/$defs/Size\"}")
                .contains(
                        "\"numbers\":{\"anyOf\":[{\"type\":\"array\",\"items\":{\"type\":\"number\"}},{\"type\":\"null\"}]}")
                .contains("\"note\":{\"type\":\"string\",\"description\":\"Left out where there is none.\"}")
                .contains("\"required\":[\"key\",\"approx_count\",\"suppressed\",\"interval\"]")
                .contains("\"additionalProperties\":false");
    }

    @Test
    void isBriefForModels() {
        assertThat(JsonText.compact(JsonSchema.brief(ANSWER)))
                .contains("\"whole\":{\"type\":\"object\"}")
                .contains("\"interval\":{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"null\"}]}")
                .doesNotContain("description", "additionalProperties\":false");
    }

    @Test
    void refusesAnAnswerWithoutAValueThatItDeclares() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ANSWER.tree(new Answer(null, List.of(), NoisyCount.SUPPRESSED)))
                .withMessage("no value for name");
    }
}
