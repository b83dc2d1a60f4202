package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import io.leadgen.audience.AudienceService;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The product under a policy: the real service with the class of caller that is attacked, over an invented table and with a
 * ledger of its own.
 *
 * @param callerClass the class of every principal in the game
 * @param ledgers makes an empty ledger that lives by a clock
 */
public record LeadgenOpponent(CallerClass callerClass, Function<InstantSource, BudgetLedger> ledgers)
        implements Opponent {
    /** Standard deviations between the threshold and an audience that is certainly answered. */
    private static final int CERTAINTY = 6;
    /** Far above what default budgets allow; with larger ones, the ceiling follows from what was spent. */
    private static final int QUESTIONS = 5000;

    @Override
    public Facts facts() {
        int certain = callerClass.threshold() + CERTAINTY * callerClass.sigma();
        return new Facts("leadgen", callerClass.threshold(), certain, callerClass.sigma(), QUESTIONS);
    }

    @Override
    public LeadgenOracle over(World world, RandomGenerator noise) {
        return open(world.warehouse(), callerClass.answeringAtOnce(), World.POLICY, world.clock(), noise);
    }

    /** Opens the product over a warehouse that holds {@link World#TABLE}. */
    public LeadgenOracle over(Warehouse warehouse, TablePolicy declared, RandomGenerator noise) {
        return open(warehouse, callerClass.answeringAtOnce(), declared, InstantSource.system(), noise);
    }

    /** Opens the product so that answers come when the class lets them. */
    public LeadgenOracle inRealTime(World world, RandomGenerator noise) {
        return open(world.warehouse(), callerClass, World.POLICY, InstantSource.system(), noise);
    }

    private LeadgenOracle open(
            Warehouse warehouse, CallerClass asked, TablePolicy declared, InstantSource clock, RandomGenerator noise) {
        LeadgenOracle.Account account = new LeadgenOracle.Account();
        PrivacyPolicy policy = new PrivacyPolicy(asked, Map.of(), Map.of(World.TABLE, declared));
        AudienceService audience = new AudienceService(
                new AudienceService.Ports(warehouse, ledgers.apply(clock), account, noise, clock),
                World.SCOPES,
                policy,
                ZoneOffset.UTC);
        return new LeadgenOracle(audience, account);
    }
}
