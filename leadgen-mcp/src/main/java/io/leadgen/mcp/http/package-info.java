/**
 * The server over HTTP: what is refused before anybody reads a request, how long requests may take, health, metrics. What a message
 * means is said behind {@link io.leadgen.mcp.http.Endpoint}.
 */
@NullMarked
package io.leadgen.mcp.http;

import org.jspecify.annotations.NullMarked;
