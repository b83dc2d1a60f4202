package io.leadgen.mcp.sdk;

import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.Set;

/** Creates the SDK's servers over HTTP, for all protocol revisions. */
public interface ServerFactory {
    McpAsyncServer stateful(McpStreamableServerTransportProvider transport);

    McpStatelessAsyncServer stateless(McpStatelessServerTransport transport);

    RunningCalls running();

    Set<String> toolNames();
}
