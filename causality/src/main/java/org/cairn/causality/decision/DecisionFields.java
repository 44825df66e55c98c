package org.cairn.causality.decision;

import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Under which names logs hold what is read. Of several names that one line has, the first counts. The names are those
/// of the OpenAI API's requests and answers; of LiteLLM's `StandardLoggingPayload` and table `LiteLLM_SpendLogs`
/// (docs.litellm.ai, "StandardLoggingPayload Specification"); of OpenTelemetry's conventions for generative AI
/// (opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans), at the top or under `attributes`; and plain ones.
enum DecisionFields {
    ID("id request_id decision_id response.id gen_ai.response.id"),
    AT("time timestamp at startTime start_time created"),
    UNTIL("endTime end_time"),
    MODEL("model gen_ai.response.model gen_ai.request.model request.model"),
    HOST("host hostname host.name"),
    PID("pid process_id process.pid"),
    CLIENT("client client_address requester_ip_address client.address"),
    CLIENT_PORT("client_port client.port"),
    SERVER("api_base server.address"),
    SERVER_PORT("server.port"),
    PROMPT_DIGEST("prompt_sha256 prompt_hash prompt_digest"),
    PROMPT_TEXT("messages prompt input request.messages gen_ai.input.messages"),
    CONTEXT("context retrieved_context documents"),
    POLICY("policy policy_id"),
    APPROVER("approver approved_by"),
    PROMPT_TOKENS("prompt_tokens usage.prompt_tokens usage.input_tokens gen_ai.usage.input_tokens"),
    COMPLETION_TOKENS("completion_tokens usage.completion_tokens usage.output_tokens gen_ai.usage.output_tokens"),
    TOTAL_TOKENS("total_tokens usage.total_tokens"),
    COST("response_cost spend cost cost_usd");

    private final String names;

    /// @param names with a space between two
    DecisionFields(String names) {
        this.names = names;
    }

    /// Absent, null and an empty text are the same.
    Optional<Json> in(JsonObject line) {
        return Stream.of(names.split(" ", -1))
                .flatMap(name ->
                        value(line, name)
                                .or(() -> line.member("attributes").flatMap(more -> value(more, name)))
                                .stream())
                .filter(value -> !(value instanceof JsonNull) && !value.equals(Json.text("")))
                .findFirst();
    }

    /// A member of that name, or of the name after the dot in the object before it.
    private static Optional<Json> value(Json in, String name) {
        if (!(in instanceof JsonObject object)) {
            return Optional.empty();
        }
        int dot = name.indexOf('.');
        Optional<Json> whole = object.member(name);
        return whole.isPresent() || dot < 0
                ? whole
                : object.member(name.substring(0, dot)).flatMap(inner -> value(inner, name.substring(dot + 1)));
    }

    /// A text, or a number as it is written.
    Optional<String> text(JsonObject line) {
        return in(line).flatMap(value -> switch (value) {
            case JsonText(String text) -> Optional.of(text);
            case JsonNumber(String literal) -> Optional.of(literal);
            case JsonFlag _, JsonNull _, JsonObject _, Json.JsonArray _ -> Optional.empty();
        });
    }
}
