package org.cairn.reports.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// One tab of a real Chromium without a window, driven over the Chrome DevTools Protocol
/// (chromedevtools.github.io/devtools-protocol, domains Page, DOM and Runtime). It can resolve no name.
final class Chromium {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Long, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final WebSocket socket;
    private final String session;

    private Chromium(Process process, URI address) throws Exception {
        this.process = process;
        socket = http.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, new Answers())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        JsonObject target = ask("Target.createTarget", Json.object().with("url", "about:blank"), Optional.empty());
        JsonObject attached = ask(
                "Target.attachToTarget",
                Json.object().with("targetId", target.text("targetId")).with("flatten", new Json.JsonFlag(true)),
                Optional.empty());
        session = attached.text("sessionId");
    }

    /// Where Chromium is installed; empty where it is not.
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, address(process));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> drain(said));
                return URI.create(listening.group(1));
            }
        }
        throw new IOException("chromium ended before it listened");
    }

    /// What it goes on to say must not fill the pipe.
    private static void drain(BufferedReader said) {
        try {
            String line = said.readLine();
            while (line != null) {
                line = said.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(Path page) throws Exception {
        ask("Page.navigate", Json.object().with("url", page.toUri().toString()));
        evaluate("new Promise((loaded) => { const look = () => document.readyState === 'complete'"
                + " && location.protocol === 'file:' ? loaded('') : setTimeout(look, 10); look(); })");
    }

    /// Chooses a file in an input, as a person would in the dialog.
    void choose(String selector, Path file) throws Exception {
        JsonObject found =
                ask("Runtime.evaluate", Json.object().with("expression", "document.querySelector('" + selector + "')"));
        ask(
                "DOM.setFileInputFiles",
                Json.object()
                        .with("files", List.of(Json.text(file.toAbsolutePath().toString())))
                        .with("objectId", found.object("result").text("objectId")));
    }

    /// The text that an expression, or the promise it makes, gives.
    String evaluate(String expression) throws Exception {
        JsonObject answer = ask(
                "Runtime.evaluate",
                Json.object()
                        .with("expression", expression)
                        .with("awaitPromise", new Json.JsonFlag(true))
                        .with("returnByValue", new Json.JsonFlag(true)));
        if (answer.member("exceptionDetails").isPresent()) {
            throw new IllegalStateException("the page threw: "
                    + Json.write(answer.object("exceptionDetails")).asUtf8());
        }
        return answer.object("result").text("value");
    }

    private JsonObject ask(String method, Json.Builder parameters) throws Exception {
        return ask(method, parameters, Optional.of(session));
    }

    private JsonObject ask(String method, Json.Builder parameters, Optional<String> of) throws Exception {
        long id = count.incrementAndGet();
        var answer = new CompletableFuture<JsonObject>();
        answers.put(id, answer);
        Json.Builder question =
                Json.object().with("id", id).with("method", method).with("params", parameters.build());
        of.ifPresent(name -> question.with("sessionId", name));
        socket.sendText(Json.write(question.build()).asUtf8(), true).join();
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).object("result");
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(method + " was not answered", e);
        }
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

    void stop() throws InterruptedException {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
