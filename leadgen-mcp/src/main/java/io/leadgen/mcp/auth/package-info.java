/** Authenticates callers; over HTTP as an OAuth 2.1 resource server. Independent of the HTTP server. */
@NullMarked
package io.leadgen.mcp.auth;

import org.jspecify.annotations.NullMarked;
