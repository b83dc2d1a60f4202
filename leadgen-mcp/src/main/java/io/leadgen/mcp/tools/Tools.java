package io.leadgen.mcp.tools;

import io.leadgen.audience.AudienceService;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All tools, in the order in which a model meets them: explore, size, analyse, check and hand over, budget. */
public final class Tools {
    private Tools() {}

    /** Calls the supplier at each call of a tool, so that nothing has to run before the first one. */
    public static List<Tool> of(Supplier<AudienceService> audience) {
        return Stream.of(
                        new ExploringTools(audience).tools(),
                        new SizingTools(audience).tools(),
                        new AnalysingTools(audience).tools(),
                        new HandingOverTools(audience).tools())
                .flatMap(List::stream)
                .toList();
    }
}
