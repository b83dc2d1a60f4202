package io.leadgen.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.shell.Refinements.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefinementsTest {
    private static final TableName TABLE = TableName.parse("main.leads.people");
    private static final int WALKS = 200;
    private static final int STEPS = 60;

    /** Against the plainest model there is: a list, and a place in it. */
    @Test
    void goesBackAndForthAsAListWithAPlaceInIt() {
        Random random = new Random(42);
        for (int walk = 0; walk < WALKS; walk++) {
            Refinements refinements = Refinements.of(TABLE, TABLE.toString());
            List<Step> model = new ArrayList<>(List.of(Step.EVERYONE));
            int place = 0;
            for (int i = 0; i < STEPS; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        refinements = refinements.undone();
                        place = Math.max(0, place - 1);
                    }
                    case 1 -> {
                        refinements = refinements.redone();
                        place = Math.min(model.size() - 1, place + 1);
                    }
                    default -> {
                        Step next = new Step("age > " + i, null);
                        refinements = refinements.to(next);
                        model.subList(place + 1, model.size()).clear();
                        model.add(next);
                        place++;
                    }
                }
                assertThat(refinements.present()).isEqualTo(model.get(place));
                assertThat(refinements.past()).isEqualTo(model.subList(0, place));
                assertThat(refinements.future()).hasSize(model.size() - place - 1);
                assertThat(refinements.table()).isEqualTo(TABLE);
            }
        }
    }
}
