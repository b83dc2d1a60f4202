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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's JSON, in our way: answers are written as {@link JsonText} does; errors say what the protocol says about them and
 * never what an exception does, whose text or frames the SDK would pass on; parameters of a wrong type are the caller's error.
 */
public final class Json implements McpJsonMapper {
    /** Deeper than any message of the protocol; a deeper one is refused before it can exhaust a stack. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_NUMBER = 100;

    private static final Set<String> LEVELS = Stream.of(McpSchema.LoggingLevel.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** Writes and reads; shared, since it is immutable and takes time to build. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(new TreeSerializer())
                    .addSerializer(new ErrorSerializer())
                    .addSerializer(new ExceptionSerializer()))
            .build();

    private final JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(MAPPER);

    /** A tree for {@link JsonText}. */
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
        // The SDK takes a level that there is not for one of its own choice.
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
            out.writeStartObject();
            out.writeNumberField("code", error.code());
            out.writeStringField("message", message(error));
            // What the SDK adds to its own failures are the words of exceptions.
            if (error.data() != null && error.code() != McpSchema.ErrorCodes.INTERNAL_ERROR) {
                out.writeObjectField("data", error.data());
            }
            out.writeEndObject();
        }

        private static String message(JSONRPCError error) {
            String message = error.message();
            if (error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR && !message.startsWith("Session not found")) {
                return "Internal error";
            }
            return message.startsWith("Invalid message format") ? "Parse error" : message;
        }
    }

    /** The HTTP transports write the exception itself, with its frames. */
    private static final class ExceptionSerializer extends StdSerializer<McpError> {
        ExceptionSerializer() {
            super(McpError.class);
        }

        @Override
        public void serialize(McpError error, JsonGenerator out, SerializerProvider provider) throws IOException {
            JSONRPCError body = error.getJsonRpcError();
            out.writeStartObject();
            out.writeStringField("jsonrpc", McpSchema.JSONRPC_VERSION);
            out.writeNullField("id");
            out.writeFieldName("error");
            provider.defaultSerializeValue(
                    body == null ? new JSONRPCError(McpSchema.ErrorCodes.INTERNAL_ERROR, "Internal error", null) : body,
                    out);
            out.writeEndObject();
        }
    }
}
