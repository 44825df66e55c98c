package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.WorkspaceFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    @TempDir
    private Path temporary = Path.of("");

    private CommandFixture commands() {
        return fixtures.getFirst();
    }

    private final Deque<CommandFixture> fixtures = new ArrayDeque<>();
    private String recoveryCode = "";

    @BeforeEach
    void found() throws Exception {
        fixtures.add(new CommandFixture(temporary));
        try (var workspace = commands().workspace.found()) {
            recoveryCode = workspace.recoveryCode().orElseThrow();
        }
        Files.writeString(temporary.resolve("ben.txt"), "ben has another passphrase\n");
    }

    private Result keys(String command, String... more) {
        return commands().run(arguments("keys", command, more));
    }

    private String[] arguments(String first, String second, String... more) {
        return Stream.concat(
                        second.isEmpty() ? Stream.of(first) : Stream.of(first, second),
                        Stream.concat(Stream.of("-w", commands().folder()), Stream.of(more)))
                .toArray(String[]::new);
    }

    private Result as(String passphrase, String first, String second, String... more) {
        return commands()
                .runWith(
                        Map.of(PassphraseSource.VARIABLE, passphrase),
                        _ -> Optional.empty(),
                        arguments(first, second, more));
    }

    private void done(Result result) {
        assertEquals(ExitCode.DONE, result.exit(), result.err());
    }

    private void refused(String words, Result result) {
        assertEquals(ExitCode.REFUSED, result.exit(), result.err());
        assertTrue(result.err().contains(words), result.err());
    }

    @Test
    void aSecondPersonIsAddedOpensAndIsRemoved() throws Exception {
        String file = temporary.resolve("ben.txt").toString();
        done(keys("add-person", "Ben Other", "--label", "ben", "--new-passphrase-file", file));
        Result listed = as("ben has another passphrase", "keys", "list", "--format", "json");
        done(listed);
        assertEquals(2, listed.json().array("people").size());
        done(as("ben has another passphrase", "log", "", "--person", "ben"));
        refused("does not open", as("ben has another passphrase", "log", "", "--person", "person-1"));
        refused("no person \"eve\"", as("ben has another passphrase", "log", "", "--person", "eve"));
        refused("Nobody removes", as("ben has another passphrase", "keys", "remove-person", "ben"));
        done(keys("remove-person", "ben"));
        refused("does not open", as("ben has another passphrase", "log", ""));
    }

    @Test
    void theRecoveryCodeReadsAndAddsPeopleButRecordsNothing() throws Exception {
        String file = temporary.resolve("ben.txt").toString();
        done(as(recoveryCode, "log", "", "--recovery"));
        refused("nobody signs", as(recoveryCode, "answer", "", "NET-1", "--status", "met", "--recovery"));
        done(as(recoveryCode, "keys", "add-person", "Anna Again", "--new-passphrase-file", file, "--recovery"));
        done(as("ben has another passphrase", "keys", "list"));
        refused(
                "mistyped",
                as((recoveryCode.startsWith("A") ? "B" : "A") + recoveryCode.substring(1), "log", "", "--recovery"));
    }

    @Test
    void twoPeopleInOneFolderAcceptAnAnswer() throws Exception {
        String ben = "ben has another passphrase";
        String file = temporary.resolve("ben.txt").toString();
        String proposal = temporary.resolve("proposal.json").toString();
        done(keys("add-person", "Ben Other", "--label", "ben", "--role", "reviewer", "--new-passphrase-file", file));
        done(commands().run(arguments("answer", "", "NET-4", "--status", "not-met")));
        refused("needs one of the roles author", as(ben, "answer", "", "NET-4", "--status", "met", "--person", "ben"));
        done(as(ben, "review", "", "NET-4", "--accept", "--reason", "seen", "--out", proposal, "--person", "ben"));
        refused("one person signed it", as(ben, "approve", "", proposal, "--person", "ben"));
        done(commands().run(arguments("approve", "", proposal)));
        done(commands().run("verify", commands().folder()));
    }

    @Test
    void onlyAnAdministratorAddsAndEnrolsAtOnceAndElseNobodyIsAdded() throws Exception {
        String file = temporary.resolve("ben.txt").toString();
        done(keys("add-person", "Ben Other", "--role", "author", "--new-passphrase-file", file));
        Files.writeString(temporary.resolve("eve.txt"), "eve has a third passphrase\n");
        String eve = temporary.resolve("eve.txt").toString();
        String ben = "ben has another passphrase";
        refused(
                "whoever opened this workspace is none",
                as(ben, "keys", "add-person", "Eve", "--role", "author", "--new-passphrase-file", eve));
        refused(
                "nobody signs",
                as(
                        recoveryCode,
                        "keys",
                        "add-person",
                        "Eve",
                        "--role",
                        "author",
                        "--new-passphrase-file",
                        eve,
                        "--recovery"));
        assertEquals(2, keys("list", "--format", "json").json().array("people").size());
    }

    @Test
    void whoLostTheirPassphraseComesBackByTheRecoveryCodeAndAnotherAdministrator() throws Exception {
        Files.writeString(temporary.resolve("carla.txt"), "carla administers as well\n");
        String carlasFile = temporary.resolve("carla.txt").toString();
        done(keys("add-person", "Carla", "--role", "administrator", "--new-passphrase-file", carlasFile));
        String carla = "carla administers as well";
        String back = "ben has another passphrase";
        String file = temporary.resolve("ben.txt").toString();
        String request = temporary.resolve("request.json").toString();
        done(as(recoveryCode, "keys", "add-person", "Anna Again", "--new-passphrase-file", file, "--recovery"));
        refused("not enrolled before", as(back, "answer", "", "NET-4", "--status", "not-met"));
        done(as(back, "identity", "request", "--name", "Anna Jensen", "--out", request));
        refused("not enrolled before", as(back, "identity", "enrol", request, "--role", "administrator"));
        String lost = as(carla, "identity", "list", "--format", "csv")
                .out()
                .lines()
                .filter(line -> line.contains("Anna Jensen"))
                .findFirst()
                .orElseThrow()
                .substring(0, 64);
        done(as(carla, "identity", "enrol", request, "--role", "author", "--holder", lost));
        done(as(carla, "identity", "revoke", lost, "--reason", "lost"));
        done(as(back, "answer", "", "NET-4", "--status", "not-met"));
        done(commands().run("verify", commands().folder()));
    }

    @Test
    void aKeyFileIsAskedForAndChangesOfThePassphraseKeepIt() throws Exception {
        String keyFile = temporary.resolve("anna.key").toString();
        done(keys("key-file", "--out", keyFile));
        refused("name it", keys("list"));
        done(keys("list", "--key-file", keyFile));
        String file = temporary.resolve("ben.txt").toString();
        done(keys("passphrase", "--new-passphrase-file", file, "--key-file", keyFile));
        refused("name it", as("ben has another passphrase", "keys", "list"));
        done(as("ben has another passphrase", "keys", "key-file", "--remove", "--key-file", keyFile));
        done(as("ben has another passphrase", "keys", "list"));
        refused("say either", keys("key-file"));
    }

    @Test
    void sixDigitsAreAskedForOnceTheyAreSetUp() throws Exception {
        refused("nothing was changed", keys("totp"));
        Result wrong = commands()
                .runWith(
                        Map.of(PassphraseSource.VARIABLE, WorkspaceFixture.PASSPHRASE),
                        _ -> Optional.of("abcdef".toCharArray()),
                        arguments("keys", "totp"));
        refused("nothing was changed", wrong);
        assertTrue(wrong.out().lines().anyMatch(line -> line.matches("[A-Z2-7]{32}")), wrong.out());
        assertTrue(wrong.out().contains("\u2588"), "a QR code to scan");
        done(keys("list"));
    }

    @Test
    void certificatesAreRequestedIssuedRenewedAndRevoked() throws Exception {
        String request = temporary.resolve("request.pem").toString();
        String certificate = temporary.resolve("certificate.pem").toString();
        done(keys("request-certificate", "--out", request));
        done(keys("certify", request, "--out", certificate));
        refused("exists", keys("certify", request, "--out", certificate));
        assertTrue(Files.readString(Path.of(certificate)).startsWith("-----BEGIN CERTIFICATE-----"));
        done(keys("renew-certificate"));
        done(keys("renew-certificate", "--new-key", "rsa-3072"));
        refused("--new-key is", keys("renew-certificate", "--new-key", "dsa"));
        var issued = keys("list", "--format", "json").json().array("certificates");
        assertEquals(5, issued.size());
        String serial = ((org.cairn.proof.Json.JsonObject) issued.getFirst()).text("serial");
        refused("no reason", keys("revoke-certificate", serial, "--reason", "mood"));
        refused("No certificate", keys("revoke-certificate", "ab"));
        refused("no serial number", keys("revoke-certificate", "xyz"));
        Result again = keys("revoke-certificate", serial);
        refused(
                "revoked already",
                List.of(again, keys("revoke-certificate", serial)).getLast());
    }

    @Test
    void aTokenIsNamedByLibraryAndSlot() {
        refused("slot number", keys("list", "--token", "module"));
        refused("no such PKCS#11 library", keys("list", "--token", "/absent.so:1"));
        refused("say either", keys("token"));
    }

    @Test
    void aNewRecoveryCodeIsPrintedAndTheOldOneEnds() {
        Result made = keys("recovery-code");
        done(made);
        done(as(made.out().strip(), "log", "", "--recovery"));
        refused("does not open", as(recoveryCode, "log", "", "--recovery"));
    }
}
