package io.leadgen.mcp.tools;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param content what the output schema describes
 * @param text the same in one or two lines, for people and for clients that show text only
 */
public record ToolAnswer(Map<String, @Nullable Object> content, String text) {}
