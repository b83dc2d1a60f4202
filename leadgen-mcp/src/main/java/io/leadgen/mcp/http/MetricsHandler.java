package io.leadgen.mcp.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves metrics on a separate address. */
final class MetricsHandler extends Handler.Abstract {
    private final Metrics metrics;

    MetricsHandler(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/metrics")
                || !request.getMethod().equals("GET")) {
            return false;
        }
        Responses.send(response, callback, HttpStatus.OK_200, Metrics.TYPE, metrics.text());
        return true;
    }
}
