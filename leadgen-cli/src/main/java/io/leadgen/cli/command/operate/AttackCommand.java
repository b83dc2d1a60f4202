package io.leadgen.cli.command.operate;

import io.leadgen.attacks.AttackSuite;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.AttackAnswer;
import io.leadgen.cli.command.ProgressCommand;
import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

@Command(
        name = "attack",
        header = "Do the known attacks learn more than is promised?",
        description = {
            "",
            "Plays attacks against the policy of your class (noise, budgets, threshold, epoch), and against weak ways to protect"
                    + " people, which have to break. It all happens in memory, over invented people and with a budget of its own:"
                    + " no real row is read and no real budget is spent. An attack guesses a fair coin, so 50 %% is nothing; the"
                    + " ceiling is what the theorem allows for what the attack has spent. Exit code 1: an attack was right more"
                    + " often than that (by chance in one run of a million), or a weak way was not broken."
        },
        footer = {
            "  leadgen --demo attack",
            "  leadgen --demo attack --attack many-pairs --attack collusion --trials 500",
            "  leadgen attack --as agent-7 --no-baselines -o json"
        })
public final class AttackCommand implements ProgressCommand {
    private static final int MOST_GAMES = 1_000_000;

    @Option(
            names = "--attack",
            paramLabel = "NAME",
            converter = AttackName.class,
            description = "Only this one; may be given several times (default: all).")
    List<Attack> attacks = new ArrayList<>();

    @Option(
            names = "--trials",
            paramLabel = "N",
            converter = Trials.class,
            description = "Games of each attack, 100 at least (default: as many as fit into a minute in all).")
    @Nullable
    Integer trials;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same number gives the same games (default: another one each time).")
    @Nullable
    Long seed;

    @Option(names = "--no-baselines", description = "Leaves out the weak ways to protect people.")
    boolean withoutBaselines;

    private Progress progress = (step, fraction) -> {};

    static final class AttackName implements ITypeConverter<Attack> {
        @Override
        public Attack convert(String value) {
            List<String> names = AttackSuite.ALL.stream().map(Attack::name).toList();
            return AttackSuite.ALL.stream()
                    .filter(attack -> attack.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> LeadgenException.of(
                            ErrorCode.INVALID_ARGUMENT,
                            "There is no attack of this name",
                            DidYouMean.nearest(value, names)
                                    .map(name -> "did you mean " + name + "?")
                                    .orElse("use " + String.join(", ", names))));
        }
    }

    static final class Trials implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                int trials = Integer.parseInt(value);
                if (trials >= AttackSuite.Plan.LEAST_GAMES && trials <= MOST_GAMES) {
                    return trials;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A number of trials is between " + AttackSuite.Plan.LEAST_GAMES + " and " + MOST_GAMES,
                    "for example 2000");
        }
    }

    @Override
    public void reportTo(Progress listener) {
        progress = listener;
    }

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        CallerClass callerClass = audience.budget(null, context).callerClass();
        AttackSuite suite =
                new AttackSuite(new LeadgenOpponent(callerClass, InMemoryBudgetLedger::new), context.cancellation());
        AttackSuite.Plan plan = new AttackSuite.Plan(
                attacks.isEmpty() ? AttackSuite.ALL : attacks,
                trials,
                seed == null ? ThreadLocalRandom.current().nextInt(1, MOST_GAMES) : seed,
                !withoutBaselines);
        return AttackAnswer.of(suite.run(plan, progress::at), context.requestId());
    }
}
