package io.leadgen.cli.command.operate;

import io.leadgen.attacks.AttackSuite;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.AttackAnswer;
import io.leadgen.cli.command.ProgressCommand;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.spelling.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

@Command(
        name = "attack",
        header = "Run known attacks against your privacy policy.",
        description = {
            "",
            "Plays attacks against the policy of your class (noise, budgets, threshold, epoch), and against weak "
                    + "protections that must break. All of it happens in memory, over invented people with a budget of "
                    + "their own: no real row is read and no real budget is charged. An attack guesses a fair coin, so 50 "
                    + "%% is chance; the ceiling is the most that the theorem allows for the spent budget. Exit code 1: an "
                    + "attack was right more often than that (by chance in one of a million runs), or a weak protection did "
                    + "not break."
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
            description = "Run only this attack; repeat for several (default: all).")
    List<Attack> attacks = new ArrayList<>();

    @Option(
            names = "--trials",
            paramLabel = "N",
            converter = Trials.class,
            description = "Games of each attack, at least " + AttackSuite.Plan.LEAST_GAMES
                    + " (default: as many as fit into a minute).")
    @Nullable
    Integer trials;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Start of the random numbers; the same seed gives the same games (default: random).")
    @Nullable
    Long seed;

    @Option(names = "--no-baselines", description = "Omit the attacks on weak protections.")
    boolean withoutBaselines;

    private Progress progress = (step, fraction) -> {};

    static final class AttackName implements ITypeConverter<Attack> {
        @Override
        public Attack convert(String value) {
            List<String> names = AttackSuite.ALL.stream().map(Attack::name).toList();
            return AttackSuite.ALL.stream()
                    .filter(attack -> attack.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> LeadgenException.invalid(
                            "Unknown attack",
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
                // Refused below.
            }
            throw LeadgenException.invalid(
                    "--trials takes " + AttackSuite.Plan.LEAST_GAMES + " to " + MOST_GAMES, "for example 2000");
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
