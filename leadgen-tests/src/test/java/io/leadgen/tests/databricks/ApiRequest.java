package io.leadgen.tests.databricks;

import java.util.Optional;

/** A request as the API looks at it. */
record ApiRequest(Endpoint endpoint, String path, String authorization, String body) {

    Optional<String> part(String name) {
        return endpoint.part(name, path);
    }
}
