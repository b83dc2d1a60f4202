package io.leadgen.privacy;

import java.util.List;

/** A release whose opening price is paid and whose scan has not run yet. Holds the noise that does not depend on the scan. */
@FunctionalInterface
interface OpenRelease {
    /**
     * Adds noise to the result of the scan.
     *
     * @return the possible answers, each with its whole cost, best first: the next one is given where the budget does not allow
     *     the one before
     */
    List<Release> finish(Aggregate truth);
}
