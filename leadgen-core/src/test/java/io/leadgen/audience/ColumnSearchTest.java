package io.leadgen.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AppliedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions of wide tables: who searches finds, and nobody is flooded. */
class ColumnSearchTest {
    private static final int WIDE = 400;

    private static final TablePolicy POLICY = new TablePolicy(
            new PrivacyUnit.Row(new ColumnName("uid")),
            null,
            null,
            null,
            Map.of(
                    new ColumnName("email"), new ColumnPolicy(ColumnRole.IDENTIFIER, null, List.of()),
                    new ColumnName("gender"), new ColumnPolicy(ColumnRole.ATTRIBUTE, null, List.of("f", "m"))),
            Map.of(
                    new ColumnName("demo_inc_cat"),
                    new ColumnMeaning(
                            "Income class",
                            "Household income against the median",
                            List.of("low", "high"),
                            "Customer Data",
                            List.of("salary", "Wealth")),
                    new ColumnName("gender"),
                    new ColumnMeaning(null, null, List.of("female", "male"), null, List.of("demographics")),
                    new ColumnName("email"),
                    new ColumnMeaning(null, null, List.of(), null, List.of("salary"))),
            TablePolicy.Content.PEOPLE,
            null);

    private static Column column(String name, @Nullable String comment) {
        return new Column(new ColumnName(name), ColumnType.INT, true, comment, null);
    }

    private static TableMetadata describe(@Nullable String search, int most, Column... columns) {
        TableSchema schema = new TableSchema(TableName.parse("main.leads.wide"), List.of(columns), null);
        return new TableDescriptions(schema, POLICY).metadata(search, most, new AppliedPolicy(null, null, null), "r");
    }

    private static List<String> names(TableMetadata metadata) {
        return metadata.columns().stream().map(ColumnInfo::name).toList();
    }

    private static TableMetadata find(String search) {
        return describe(
                search,
                TableMetadata.MOST_COLUMNS,
                column("uid", null),
                column("email", "where the salary statement goes"),
                column("usage_total", "sum of all usage"),
                column("age", "in full years"),
                column("age_band", null),
                column("final_age", null),
                column("language", "of letters"),
                column("demo_inc_cat", "code of the income table"),
                column("other_income", null),
                column("gender", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age              | age, age_band, final_age",
                "AGE              | age, age_band, final_age",
                "age band         | age_band",
                "band age         | age_band",
                "salary           | demo_inc_cat",
                "income           | other_income, demo_inc_cat",
                "household income | demo_inc_cat",
                "years income     | other_income, age, demo_inc_cat",
                "customer data    | demo_inc_cat",
                "female           | ''",
                "nguag            | language",
                "uid              | ''",
                "statement        | ''",
                "!!               | ''",
            })
    void theBestComesFirst(String search, String expected) {
        assertThat(String.join(", ", names(find(search)))).isEqualTo(expected);
        assertThat(find(search).columnCount()).isEqualTo(8);
    }

    @Test
    void whatMayHaveBeenMeantIsFoundAndSaid() {
        assertThat(find("salery").searchedFor()).isEqualTo("salary");
        assertThat(names(find("salery"))).containsExactly("demo_inc_cat");
        assertThat(names(find("incmoe langauge"))).containsExactly("language", "other_income", "demo_inc_cat");
        assertThat(find("salary").searchedFor()).isNull();
        assertThat(find("xylophone").searchedFor()).isNull();
        assertThat(find("xylophone").columns()).isEmpty();
    }

    @Test
    void theDictionaryIsTold() {
        assertThat(find("salary").columns())
                .containsExactly(new ColumnInfo(
                        "demo_inc_cat",
                        "int",
                        true,
                        "Income class",
                        false,
                        List.of("low", "high"),
                        null,
                        "Household income against the median",
                        "Customer Data",
                        List.of("salary", "Wealth")));
        // What the policy declares is what counts; the dictionary is for readers.
        assertThat(find("gender").columns().get(0).values()).containsExactly("f", "m");
    }

    @Test
    void showsOnlySomeColumnsOfAWideTable() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < WIDE; i++) {
            columns.add(column("c" + i + (i % 2 == 0 ? "_even" : "_odd"), "number " + i));
        }
        Column[] wide = columns.toArray(Column[]::new);
        TableMetadata all = describe(null, TableMetadata.MOST_COLUMNS, wide);
        assertThat(all.columns()).hasSize(50);
        assertThat(names(all)).startsWith("c0_even", "c1_odd");
        assertThat(List.of(all.matching(), all.columnCount())).containsExactly(WIDE, WIDE);
        assertThat(all.truncated()).isTrue();

        TableMetadata odd = describe("odd", TableMetadata.MOST_COLUMNS, wide);
        assertThat(odd.columns()).hasSize(50);
        assertThat(odd.matching()).isEqualTo(WIDE / 2);
        assertThat(odd.truncated()).isTrue();

        TableMetadata one = describe("c317", TableMetadata.MOST_COLUMNS, wide);
        assertThat(names(one)).containsExactly("c317_odd");
        assertThat(one.truncated()).isFalse();

        assertThat(describe(" ", WIDE, wide).truncated()).isFalse();
        assertThatThrownBy(() -> describe(null, 0, wide)).isInstanceOf(LeadgenException.class);
    }
}
