package org.cairn.reports.pack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;

/// Firefox, driven over WebDriver BiDi (w3.org/TR/webdriver-bidi, modules session, browsingContext, script and input).
/// Its proxy is a port of this machine where nobody listens, so it reaches no one.
final class Firefox implements Browser {
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final List<String> PREFERENCES = List.of(
            "user_pref(\"network.proxy.type\", 1);",
            "user_pref(\"network.proxy.http\", \"127.0.0.1\");",
            "user_pref(\"network.proxy.http_port\", 9);", // discard (RFC 863)
            "user_pref(\"network.proxy.ssl\", \"127.0.0.1\");",
            "user_pref(\"network.proxy.ssl_port\", 9);",
            "user_pref(\"app.update.enabled\", false);",
            "user_pref(\"datareporting.policy.dataSubmissionEnabled\", false);");

    private final Process process;
    private final BrowserSocket socket;
    private final String tab;

    private Firefox(Process process, URI address) throws Exception {
        this.process = process;
        socket = new BrowserSocket(URI.create(address + "/session"));
        socket.ask(
                "session.new", Json.object().with("capabilities", Json.object().build()));
        JsonObject tree = socket.ask("browsingContext.getTree", Json.object());
        tab = ((JsonObject) tree.array("contexts").getFirst()).text("context");
    }

    /// Where Firefox is installed; empty where it is not.
    static Optional<Path> installed() {
        return Browser.installed("firefox-esr", "firefox");
    }

    static Firefox start(Path program, Path profile) throws Exception {
        Files.createDirectories(profile);
        Files.write(profile.resolve("user.js"), PREFERENCES);
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-remote",
                "--profile",
                profile.toString(),
                "--remote-debugging-port",
                "0",
                "about:blank");
        builder.environment().put("HOME", profile.toString());
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return new Firefox(process, Browser.address(process, LISTENING));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    @Override
    public void open(Path page) throws Exception {
        socket.ask(
                "browsingContext.navigate",
                in(tab).with("url", page.toUri().toString()).with("wait", "complete"));
    }

    private static Json.Builder in(String tab) {
        return Json.object().with("context", tab);
    }

    @Override
    public void choose(String selector, Path file) throws Exception {
        JsonObject found = value("document.querySelector('" + selector + "')");
        socket.ask(
                "input.setFiles",
                in(tab).with(
                                "element",
                                Json.object()
                                        .with("sharedId", found.text("sharedId"))
                                        .build())
                        .with("files", List.of(Json.text(file.toAbsolutePath().toString()))));
    }

    @Override
    public String evaluate(String expression) throws Exception {
        return value(expression).text("value");
    }

    private JsonObject value(String expression) throws Exception {
        JsonObject answer = socket.ask(
                "script.evaluate",
                Json.object()
                        .with("expression", expression)
                        .with("target", in(tab).build())
                        .with("awaitPromise", new Json.JsonFlag(true)));
        if (!answer.text("type").equals("success")) {
            throw new IllegalStateException(
                    "the page threw: " + Json.write(answer).asUtf8());
        }
        return answer.object("result");
    }

    @Override
    public void stop() throws InterruptedException {
        socket.close();
        Browser.end(process);
    }
}
