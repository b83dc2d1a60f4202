package io.leadgen.mcp.sdk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.leadgen.runtime.json.JsonText;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON mapper of the SDK. Answers are written by {@link JsonText}. Internal errors have a constant message, because the SDK would
 * send the text of exceptions. Parameters of a wrong type are errors of the caller.
 */
public final class ProtocolJson implements McpJsonMapper {
    /** Deeper than any valid message; prevents stack overflows. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_NUMBER_LENGTH = 100;

    private static final Set<String> LEVELS = Stream.of(McpSchema.LoggingLevel.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(new TreeSerializer()).addSerializer(new ErrorSerializer()))
            .build();

    private final JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(MAPPER);

    /** A message in UTF-8. */
    static byte[] bytes(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
    }

    record Tree(Map<String, @Nullable Object> value) {}

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T convertValue(Object fromValue, Class<T> type) {
        return converted(fromValue, () -> mapper.convertValue(fromValue, type));
    }

    @Override
    public <T> T convertValue(Object fromValue, TypeRef<T> type) {
        return converted(fromValue, () -> mapper.convertValue(fromValue, type));
    }

    private static <T> T converted(Object from, Supplier<T> conversion) {
        T value;
        try {
            value = conversion.get();
        } catch (IllegalArgumentException e) {
            throw invalidParams();
        }
        // The SDK replaces an unknown level by a default.
        if (value instanceof McpSchema.SetLevelRequest
                && !(from instanceof Map<?, ?> params
                        && params.get("level") instanceof String level
                        && LEVELS.contains(level))) {
            throw invalidParams();
        }
        return value;
    }

    private static McpError invalidParams() {
        return McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                .message("Invalid params")
                .build();
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return mapper.writeValueAsString(value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return mapper.writeValueAsBytes(value);
    }

    private static final class TreeSerializer extends StdSerializer<Tree> {
        TreeSerializer() {
            super(Tree.class);
        }

        @Override
        public void serialize(Tree tree, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(JsonText.compact(tree.value()));
        }
    }

    private static final class ErrorSerializer extends StdSerializer<JSONRPCError> {
        ErrorSerializer() {
            super(JSONRPCError.class);
        }

        @Override
        public void serialize(JSONRPCError error, JsonGenerator out, SerializerProvider provider) throws IOException {
            boolean internal = error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR;
            out.writeStartObject();
            out.writeNumberField("code", error.code());
            out.writeStringField("message", internal ? "Internal error" : error.message());
            if (error.data() != null && !internal) {
                out.writeObjectField("data", error.data());
            }
            out.writeEndObject();
        }
    }
}
