/** Who may call the server over HTTP, and on whose behalf: an OAuth 2.1 resource server. Nothing here knows HTTP's machinery. */
@NullMarked
package io.leadgen.mcp.auth;

import org.jspecify.annotations.NullMarked;
