/** On whose behalf a call is made; over HTTP, who may call: an OAuth 2.1 resource server. Nothing here knows HTTP's machinery. */
@NullMarked
package io.leadgen.mcp.auth;

import org.jspecify.annotations.NullMarked;
