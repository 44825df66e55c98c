package org.cairn.reports.pack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// Questions to a browser and its answers, numbered, as JSON over one WebSocket: the form that the Chrome DevTools
/// Protocol and WebDriver BiDi (w3.org/TR/webdriver-bidi, section 3.2) have in common.
final class BrowserSocket {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Long, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final WebSocket socket;

    BrowserSocket(URI address) throws Exception {
        socket = http.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, new Answers())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    JsonObject ask(String method, Json.Builder parameters) throws Exception {
        return ask(method, parameters, Optional.empty());
    }

    /// @param session of the DevTools Protocol, where there is one
    JsonObject ask(String method, Json.Builder parameters, Optional<String> session) throws Exception {
        long id = count.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        answers.put(id, answer);
        Json.Builder question =
                Json.object().with("id", id).with("method", method).with("params", parameters.build());
        session.ifPresent(name -> question.with("sessionId", name));
        socket.sendText(Json.write(question.build()).asUtf8(), true).join();
        try {
            JsonObject said = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (said.member("result").isEmpty()) {
                throw new IllegalStateException(
                        method + " was refused: " + Json.write(said).asUtf8());
            }
            return said.object("result");
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(method + " was not answered", e);
        }
    }

    void close() {
        socket.abort();
        http.shutdownNow();
    }

    /// Puts the parts of a message together and hands it to whoever asked.
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                answer(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture("");
        }

        private void answer(String message) {
            try {
                JsonObject json = Json.parseObject(Bytes.utf8(message));
                if (json.member("id").isPresent()) {
                    CompletableFuture<JsonObject> asked = answers.remove(json.integer("id"));
                    if (asked != null) {
                        asked.complete(json);
                    }
                }
            } catch (MalformedJson e) {
                answers.values().forEach(waiting -> waiting.completeExceptionally(e));
            }
        }
    }
}
