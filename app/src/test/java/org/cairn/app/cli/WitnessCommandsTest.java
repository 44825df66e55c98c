package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.RewrittenHistory;
import org.cairn.proof.Bytes;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.PrintedCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace, a witness in another folder, and an owner who may not be honest.
class WitnessCommandsTest {
    @TempDir
    Path folder;

    private CommandFixture commands;
    private String memory;

    @BeforeEach
    void foundAndWitness() throws Exception {
        commands = new CommandFixture(folder);
        memory = path("witness");
        commands.workspace.found().close();
        done("answer", "-w", commands.folder(), "NET-4", "--status", "not-met", "--note", "next year");
        done("witness", "init", "--memory", memory, "--name", "team-b.example/anna", "--out", path("anna.keys"));
        done("witness", "trust", "-w", commands.folder(), path("anna.keys"), "--name", "anna");
        done("witness", "request", "-w", commands.folder(), "--witness", "anna", "--out", path("first"));
        done(
                "witness",
                "sign",
                "--memory",
                memory,
                path("first"),
                "--trust-on-first-use",
                "--out",
                path("first.signed"));
        done("witness", "add", "-w", commands.folder(), path("first.signed"));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Result done(String... arguments) {
        return expect(0, arguments);
    }

    private Result expect(int exit, String... arguments) {
        Result result = commands.run(arguments);
        assertEquals(exit, result.exit(), String.join(" ", arguments) + "\n" + result.out() + result.err());
        return result;
    }

    /// What stood on paper when the first request was made.
    private String printed() throws Exception {
        String request = Files.readString(folder.resolve("first"));
        SignedNote note = SignedNote.parse(Bytes.utf8(request.substring(request.indexOf("\n\n") + 2)));
        return PrintedCheckpoint.of(note).encode().asUtf8();
    }

    @Test
    void theStatusTellsWhoVouchesAndHowOldThatIs() {
        commands.workspace.clock.moveBy(Duration.ofDays(12));
        Result status = done("witness", "status", "-w", commands.folder());
        assertTrue(status.out().startsWith("witnessed by 1 of 1, last outside anchor 12 days ago\n"), status.out());
        Result folderVerdict = done("verify", commands.folder());
        assertTrue(
                folderVerdict.out().contains("witnessed by 1 of 1, last outside anchor 12 days ago"),
                folderVerdict.out());
    }

    @Test
    void aPackCarriesCosignaturesAndPolicyAndTheVerifierSaysSo() throws Exception {
        done("pack", "-w", commands.folder(), "--framework", "dora", "--out", path("dora.zip"));
        commands.workspace.clock.moveBy(Duration.ofDays(12));
        Result verdict = done("verify", path("dora.zip"));
        assertTrue(verdict.out().contains("witnessed by 1 of 1, last outside anchor 12 days ago"), verdict.out());
        Result policy = done("witness", "policy", "-w", commands.folder());
        Files.writeString(folder.resolve("policy"), policy.out());
        done("verify", path("dora.zip"), "--policy", path("policy"));
        done("witness", "init", "--memory", path("other"), "--name", "team-c.example/bert", "--out", path("bert.keys"));
        String bert = Files.readAllLines(folder.resolve("bert.keys")).getFirst();
        Files.writeString(folder.resolve("strict"), "witness bert " + bert + "\nquorum bert\n");
        Result strict = expect(2, "verify", path("dora.zip"), "--policy", path("strict"));
        assertTrue(strict.out().contains("witnessed by 0 of 1"), strict.out());
        done("witness", "scan", "--pack", path("dora.zip"), printed());
    }

    @Test
    void aHistoryRewrittenWithTheOwnersOwnKeysIsRefusedByTheWitnessAndFoundByOlderPaper() throws Exception {
        long entry =
                RewrittenHistory.rewrite(Path.of(commands.folder()), "\"status\":\"NOT_MET\"", "\"status\":\"MET\"");
        Result whole = done("verify", commands.folder());
        assertTrue(
                whole.out().endsWith("verify: intact\n"), "the rewritten history is whole in itself: " + whole.out());
        done("witness", "request", "-w", commands.folder(), "--witness", "anna", "--out", path("second"));
        Result refused =
                expect(1, "witness", "sign", "--memory", memory, path("second"), "--out", path("second.signed"));
        assertTrue(
                refused.out()
                        .contains("the history was rewritten: entry " + entry + " differs from what this witness saw"),
                refused.out());
        assertTrue(Files.notExists(folder.resolve("second.signed")));
        Result scanned = expect(1, "witness", "scan", "-w", commands.folder(), printed());
        assertTrue(scanned.out().contains("this ledger is not a continuation of what was printed"), scanned.out());
        Result named = expect(
                1,
                "witness",
                "scan",
                "-w",
                commands.folder(),
                "--leaves",
                path("first.leaves"),
                "--format",
                "json",
                printed());
        assertEquals("entry " + entry, named.json().text("differing"));
    }

    @Test
    void theCosignatureInTheRewrittenLedgerItselfNoLongerCounts() throws Exception {
        RewrittenHistory.rewrite(Path.of(commands.folder()), "\"status\":\"NOT_MET\"", "\"status\":\"MET\"");
        Result status = done("witness", "status", "-w", commands.folder());
        assertTrue(status.out().startsWith("witnessed by 0 of 1, never anchored outside\n"), status.out());
        Result again = expect(2, "witness", "add", "-w", commands.folder(), path("first.signed"));
        assertTrue(again.err().contains("is not a beginning of this ledger"), again.err());
    }

    @Test
    void anOlderCopyOfTheFolderIsRefusedAsARollback() throws Exception {
        Path copy = folder.resolve("copy");
        RewrittenHistory.copy(Path.of(commands.folder()), copy);
        done("answer", "-w", commands.folder(), "NET-4", "--status", "partly", "--note", "half of it");
        done("witness", "request", "-w", commands.folder(), "--witness", "anna", "--out", path("second"));
        done("witness", "sign", "--memory", memory, path("second"), "--out", path("second.signed"));
        done("witness", "request", "-w", copy.toString(), "--witness", "anna", "--out", path("third"));
        Result refused = expect(1, "witness", "sign", "--memory", memory, path("third"), "--out", path("third.signed"));
        assertTrue(refused.out().startsWith("rollback: "), refused.out());
        assertTrue(refused.out().contains("are gone; those before them are as it saw them"), refused.out());
    }

    @Test
    void aPrintedStateIsContainedInEveryLaterOneAndInWhatTheWitnessRemembers() throws Exception {
        done("answer", "-w", commands.folder(), "NET-4", "--status", "partly", "--note", "half of it");
        Result contained = done("witness", "scan", "-w", commands.folder(), printed());
        assertTrue(contained.out().startsWith("contained: the ledger of today"), contained.out());
        done("witness", "scan", "--memory", memory, printed());
        done("witness", "request", "-w", commands.folder(), "--old-size", size(printed()), "--out", path("proof"));
        done("witness", "scan", "--proof", path("proof"), "--log-key", path("proof.keys"), printed());
        Files.writeString(
                folder.resolve("typed"), printed().replace("\u2014", "-").replace("\n\n", "\n"));
        done("witness", "scan", "-w", commands.folder(), path("typed"));
        String mistyped = printed().replaceFirst("(?m)^(\\d+)$", "1$1");
        Result unsigned = expect(1, "witness", "scan", "-w", commands.folder(), mistyped);
        assertTrue(unsigned.out().startsWith("not-signed: "), unsigned.out());
    }

    private static String size(String printed) {
        return printed.lines().toList().get(1);
    }

    @Test
    void aWitnessThatIsNotTrustedOrNotSoundIsNotRecorded() throws Exception {
        done("witness", "init", "--memory", path("other"), "--name", "team-c.example/bert");
        done("witness", "request", "-w", commands.folder(), "--out", path("open"));
        done(
                "witness",
                "sign",
                "--memory",
                path("other"),
                path("open"),
                "--log-key",
                path("open.keys"),
                "--out",
                path("open.signed"));
        Result stranger = expect(2, "witness", "add", "-w", commands.folder(), path("open.signed"));
        assertTrue(stranger.err().contains("no line in it is by a witness that is trusted here"), stranger.err());
        String signed = Files.readString(folder.resolve("first.signed"));
        String cut = signed.substring(0, signed.stripTrailing().lastIndexOf('\n') + 1);
        Files.writeString(folder.resolve("cut.signed"), cut);
        Result half = expect(2, "witness", "add", "-w", commands.folder(), path("cut.signed"));
        assertTrue(half.err().contains("ML_DSA_44 line is missing"), half.err());
    }

    @Test
    void anUnknownLogIsNotSignedAndNothingIsOverwritten() throws Exception {
        done("witness", "init", "--memory", path("other"), "--name", "team-c.example/bert");
        Result unknown = expect(2, "witness", "sign", "--memory", path("other"), path("first"), "--out", path("x"));
        assertTrue(unknown.out().contains("does not know the log"), unknown.out());
        Result twice = expect(2, "witness", "sign", "--memory", memory, path("first"), "--out", path("first.signed"));
        assertTrue(twice.err().contains("exists"), twice.err());
    }

    @Test
    void signatureLinesAloneAreTakenWithTheRequestTheyAnswer() throws Exception {
        String signed = Files.readString(folder.resolve("first.signed"));
        String lines = signed.lines()
                .filter(line -> line.contains("team-b.example"))
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(folder.resolve("lines"), lines);
        done("witness", "add", "-w", commands.folder(), path("lines"), "--request", path("first"));
    }
}
