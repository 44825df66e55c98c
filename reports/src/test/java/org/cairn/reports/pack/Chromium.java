package org.cairn.reports.pack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;

/// Chromium, driven over the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol, domains Page, DOM
/// and Runtime). It can resolve no name.
final class Chromium implements Browser {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final BrowserSocket socket;
    private final String session;

    private Chromium(Process process, URI address) throws Exception {
        this.process = process;
        socket = new BrowserSocket(address);
        JsonObject target = socket.ask("Target.createTarget", Json.object().with("url", "about:blank"));
        JsonObject attached = socket.ask(
                "Target.attachToTarget",
                Json.object().with("targetId", target.text("targetId")).with("flatten", new Json.JsonFlag(true)));
        session = attached.text("sessionId");
    }

    /// Where Chromium is installed; empty where it is not.
    static Optional<Path> installed() {
        return Browser.installed("chromium", "chromium-browser", "google-chrome");
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
            return new Chromium(process, Browser.address(process, LISTENING));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    @Override
    public void open(Path page) throws Exception {
        ask("Page.navigate", Json.object().with("url", page.toUri().toString()));
        evaluate("new Promise((loaded) => { const look = () => document.readyState === 'complete'"
                + " && location.protocol === 'file:' ? loaded('') : setTimeout(look, 10); look(); })");
    }

    @Override
    public void choose(String selector, Path file) throws Exception {
        JsonObject found =
                ask("Runtime.evaluate", Json.object().with("expression", "document.querySelector('" + selector + "')"));
        ask(
                "DOM.setFileInputFiles",
                Json.object()
                        .with("files", List.of(Json.text(file.toAbsolutePath().toString())))
                        .with("objectId", found.object("result").text("objectId")));
    }

    @Override
    public String evaluate(String expression) throws Exception {
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
        return socket.ask(method, parameters, Optional.of(session));
    }

    @Override
    public void stop() throws InterruptedException {
        socket.close();
        Browser.end(process);
    }
}
