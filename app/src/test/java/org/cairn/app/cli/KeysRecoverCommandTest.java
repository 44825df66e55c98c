package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.WorkspaceFixture;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysRecoverCommandTest {
    private static final String BACK = "anna has another passphrase";

    @TempDir
    private Path temporary = Path.of("");

    private Optional<CommandFixture> fixture = Optional.empty();
    private String code = "";

    @BeforeEach
    void found() throws Exception {
        CommandFixture made = new CommandFixture(temporary);
        try (var workspace = made.workspace.found()) {
            code = workspace.recoveryCode().orElseThrow();
        }
        Files.writeString(file(), BACK + "\n");
        fixture = Optional.of(made);
    }

    private Path file() {
        return temporary.resolve("fresh.txt");
    }

    private String folder() {
        return fixture.orElseThrow().folder();
    }

    private Result as(String secret, String... arguments) {
        return fixture.orElseThrow()
                .runWith(Map.of(PassphraseSource.VARIABLE, secret), _ -> Optional.empty(), arguments);
    }

    private Result anna(String... arguments) {
        return as(WorkspaceFixture.PASSPHRASE, arguments);
    }

    private static Result done(Result result) {
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        return result;
    }

    private static void refused(String words, Result result) {
        assertEquals(ExitCode.REFUSED, result.exit(), result.err());
        assertTrue(result.err().contains(words), result.err());
    }

    @Test
    void aLoneAdministratorIsBackByOneCommandAndEverybodyIsTold() throws Exception {
        JsonObject back = done(as(
                        code,
                        "keys",
                        "recover",
                        "-w",
                        folder(),
                        "--new-passphrase-file",
                        file().toString(),
                        "--format",
                        "json"))
                .json();
        assertEquals("Anna Jensen", back.text("name"));
        done(as(BACK, "answer", "-w", folder(), "NET-4", "--status", "not-met"));
        refused("does not open", anna("log", "-w", folder()));
        String told = "re-established with the recovery code in entry " + back.integer("entry");
        assertTrue(done(anna("verify", folder())).out().contains(told));
        String key = back.text("key");
        String listed = done(as(BACK, "identity", "list", "-w", folder(), "--format", "csv"))
                .out();
        assertTrue(listed.lines().anyMatch(line -> line.startsWith(key) && line.contains("recovery code")), listed);
        refused("does not open", as(code, "log", "-w", folder(), "--recovery"));
    }

    @Test
    void withSeveralAdministratorsItIsSaidWhomTheCodeBringsBack() throws Exception {
        Path carla = temporary.resolve("carla.txt");
        Files.writeString(carla, "carla administers as well\n");
        done(anna(
                "keys",
                "add-person",
                "-w",
                folder(),
                "Carla",
                "--role",
                "administrator",
                "--new-passphrase-file",
                carla.toString()));
        String[] recover = {"keys", "recover", "-w", folder(), "--new-passphrase-file", file().toString()};
        refused("say whom with --holder", as(code, recover));
        refused(
                "no holder starts with",
                as(
                        code,
                        List.of(
                                        "keys",
                                        "recover",
                                        "-w",
                                        folder(),
                                        "--holder",
                                        "zz",
                                        "--new-passphrase-file",
                                        file().toString())
                                .toArray(String[]::new)));
    }

    @Test
    void onlyAnAdministratorMakesANewRecoveryCode() throws Exception {
        Path ben = temporary.resolve("ben.txt");
        Files.writeString(ben, "ben reviews what others wrote\n");
        done(anna(
                "keys",
                "add-person",
                "-w",
                folder(),
                "Ben",
                "--role",
                "reviewer",
                "--new-passphrase-file",
                ben.toString()));
        refused(
                "whoever opened this workspace is none",
                as("ben reviews what others wrote", "keys", "recovery-code", "-w", folder()));
        refused("nobody signs", as(code, "keys", "recovery-code", "-w", folder(), "--recovery"));
        done(as(code, "log", "-w", folder(), "--recovery"));
    }

    @Test
    void aPersonAddedWithARoleIsEnrolledByTheEntryThatTheCommandNames() throws Exception {
        JsonObject added = done(anna(
                        "keys",
                        "add-person",
                        "-w",
                        folder(),
                        "Ben Other",
                        "--label",
                        "ben",
                        "--role",
                        "author",
                        "--new-passphrase-file",
                        file().toString(),
                        "--format",
                        "json"))
                .json();
        Result list = done(anna("identity", "list", "-w", folder(), "--format", "json"));
        JsonObject listed =
                (JsonObject) ((JsonArray) Json.parse(Bytes.utf8(list.out().strip())))
                        .elements()
                        .getLast();
        assertEquals(added.text("key"), listed.text("key"));
        assertEquals(added.integer("entry"), listed.integer("since"));
        assertEquals("Ben Other", listed.text("name"));
        assertEquals(List.of(Json.text("author")), listed.array("roles"));
        done(as(BACK, "answer", "-w", folder(), "NET-4", "--status", "not-met", "--person", "ben"));
        done(anna("verify", folder()));
    }
}
