package org.cairn.reports.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One tab of a real browser without a window, in a process of its own.
interface Browser {
    /// Opens a file of this machine, as a double click would.
    void open(Path page) throws Exception;

    /// Chooses a file in an input, as a person would in the dialog.
    void choose(String selector, Path file) throws Exception;

    /// The text that an expression, or the promise it makes, gives.
    String evaluate(String expression) throws Exception;

    void stop() throws InterruptedException;

    /// The first program of these names on the `PATH`; empty where there is none.
    static Optional<Path> installed(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Where a browser that was just started says that it listens; it goes on talking to nobody.
    static URI address(Process process, Pattern listening) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher found = listening.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> drain(said));
                return URI.create(found.group(1));
            }
        }
        throw new IOException("the browser ended before it listened");
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

    static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
