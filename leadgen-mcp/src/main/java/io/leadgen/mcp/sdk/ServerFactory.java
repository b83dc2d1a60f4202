package io.leadgen.mcp.sdk;

import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.Set;

/** What there is for clients over HTTP, whichever revision of the protocol they speak. */
public interface ServerFactory {
    /** A server for the revisions with sessions. */
    McpAsyncServer stateful(McpStreamableServerTransportProvider transport);

    /** A server for the revisions without. */
    McpStatelessAsyncServer stateless(McpStatelessServerTransport transport);

    /** What is being answered, for a transport that passes on that a caller has cancelled. */
    RunningCalls running();

    /** The names of all tools. */
    Set<String> toolNames();
}
