/** The HTTP server: authentication, limits, health, metrics. {@link io.leadgen.mcp.http.Endpoint} handles the messages. */
@NullMarked
package io.leadgen.mcp.http;

import org.jspecify.annotations.NullMarked;
