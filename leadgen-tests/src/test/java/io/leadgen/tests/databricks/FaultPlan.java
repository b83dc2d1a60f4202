package io.leadgen.tests.databricks;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What goes wrong, and when. A request first takes the next fault that is planned for its kind, then the lasting one, and then
 * draws one at random if that is planned. Safe for use by several threads; can be changed at any time.
 */
public final class FaultPlan {
    private final Map<Endpoint, Deque<Fault>> next = new EnumMap<>(Endpoint.class);
    private final Map<Endpoint, Fault> lasting = new EnumMap<>(Endpoint.class);
    private Lottery lottery = new Lottery(Set.of(), 0, 0, List.of());

    FaultPlan() {}

    /** Plans faults for the next requests of that kind, behind those that are planned already. */
    public synchronized void next(Endpoint endpoint, Fault... faults) {
        next.computeIfAbsent(endpoint, any -> new ArrayDeque<>()).addAll(Arrays.asList(faults));
    }

    /** Plans a fault for every request of that kind. */
    public synchronized void always(Endpoint endpoint, Fault fault) {
        lasting.put(endpoint, fault);
    }

    /**
     * Plans faults at random, in place of what was planned so before. With requests in one order, one seed gives the same
     * faults again.
     *
     * @param endpoints the kinds of requests that are meant
     * @param rate how many of these requests have a fault, from 0 to 1
     * @param faults one of these, each as often as another
     */
    public synchronized void randomly(Set<Endpoint> endpoints, long seed, double rate, List<Fault> faults) {
        lottery = new Lottery(endpoints, seed, rate, faults);
    }

    /** From now on nothing goes wrong. */
    public synchronized void clear() {
        next.clear();
        lasting.clear();
        lottery = new Lottery(Set.of(), 0, 0, List.of());
    }

    synchronized Fault take(Endpoint endpoint) {
        Deque<Fault> planned = next.get(endpoint);
        if (planned != null && !planned.isEmpty()) {
            return planned.remove();
        }
        Fault always = lasting.get(endpoint);
        return always == null ? lottery.draw(endpoint) : always;
    }

    private static final class Lottery {
        private final Set<Endpoint> endpoints;
        private final double rate;
        private final List<Fault> faults;
        private final Random random;

        Lottery(Set<Endpoint> endpoints, long seed, double rate, List<Fault> faults) {
            this.endpoints = Set.copyOf(endpoints);
            this.rate = rate;
            this.faults = List.copyOf(faults);
            this.random = new Random(seed);
        }

        Fault draw(Endpoint endpoint) {
            return endpoints.contains(endpoint) && random.nextDouble() < rate
                    ? faults.get(random.nextInt(faults.size()))
                    : Fault.none();
        }
    }
}
