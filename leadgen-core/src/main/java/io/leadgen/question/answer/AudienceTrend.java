package io.leadgen.question.answer;

import java.time.LocalDate;
import java.util.List;

/**
 * How an audience changes over time.
 *
 * @param every day, week, month, quarter or year
 * @param zone in which instants have their days: UTC; for columns without instants, as they are written
 * @param windows in order, without gaps
 * @param found whether the first and the last window were found in the data: windows between with too few people are suppressed
 * @param perUnit in how many windows a person counts at most
 */
public record AudienceTrend(
        String timeColumn,
        String every,
        String zone,
        List<Window> windows,
        boolean found,
        int perUnit,
        ReleaseInfo terms) {
    public AudienceTrend {
        windows = List.copyOf(windows);
    }

    /**
     * A window of time.
     *
     * @param start its first day
     * @param end the day after its last one
     */
    public record Window(LocalDate start, LocalDate end, NoisyCount size) {}
}
