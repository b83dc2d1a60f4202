/** leadgen behind the server. Nothing here knows who asks, or how. */
@NullMarked
package io.leadgen.mcp.engine;

import org.jspecify.annotations.NullMarked;
