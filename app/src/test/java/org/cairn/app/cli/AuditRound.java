package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A pack that went to an auditor who has no workspace, with what both of them do next.
abstract class AuditRound {
    static final String AUDITORS_PASSPHRASE = "another one altogether";

    /// The bank's machine and the auditor's: nothing is common to both but the files handed over.
    @TempDir
    Path bank;

    @TempDir
    Path away;

    CommandFixture commands;
    CommandFixture auditors;
    String evidence = "";

    @BeforeEach
    void issue() throws Exception {
        commands = new CommandFixture(bank);
        auditors = new CommandFixture(away);
        commands.workspace.found().close();
        Path policy = Files.writeString(bank.resolve("policy.txt"), "deny all\n");
        evidence = done(
                        "evidence",
                        "add",
                        "-w",
                        commands.folder(),
                        policy.toString(),
                        "--control",
                        "NET-4",
                        "--format",
                        "json")
                .json()
                .array("pieces")
                .stream()
                .map(piece -> ((JsonObject) piece).member("evidence").orElseThrow())
                .map(id -> ((Json.JsonText) id).value())
                .findFirst()
                .orElseThrow();
        done("answer", "-w", commands.folder(), "NET-4", "--status", "met", "--note", "Rules are in place.");
        done("answer", "-w", commands.folder(), "NET-1", "--status", "partly", "--note", "One host is missing.");
        done("pack", "-w", commands.folder(), "--framework", "soc2", "--out", pack().toString());
        audited("init", "--keys", keys(), "--name", "Nadja Weiß, Prüfwerk");
        audited("start", pack().toString(), "--out", draft().toString());
    }

    Path pack() {
        return bank.resolve("soc2.zip");
    }

    Path draft() {
        return away.resolve("marks.json");
    }

    String keys() {
        return away.resolve("keys").toString();
    }

    Result done(String... words) {
        Result result = commands.run(words);
        assertEquals(ExitCode.DONE, result.exit(), result.err() + result.out());
        return result;
    }

    Result audited(String... words) {
        Result result = audit(words);
        assertEquals(ExitCode.DONE, result.exit(), result.err() + result.out());
        return result;
    }

    /// The auditor's passphrase opens nothing of the bank's.
    Result audit(String... words) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(words));
        return auditors.runWith(
                Map.of(PassphraseSource.VARIABLE, AUDITORS_PASSPHRASE),
                _ -> Optional.empty(),
                all.toArray(String[]::new));
    }

    Path signed(String name) {
        Path file = away.resolve(name);
        audited("sign", draft().toString(), "--keys", keys(), "--out", file.toString());
        return file;
    }

    Result receive(Path file, String... more) {
        List<String> all = new ArrayList<>(
                List.of("audit", "receive", "-w", commands.folder(), file.toString(), "--format", "json"));
        all.addAll(List.of(more));
        return commands.run(all.toArray(String[]::new));
    }

    JsonObject followUp() throws Exception {
        return commands.run("follow-up", "-w", commands.folder(), "--format", "json")
                .json();
    }

    /// `item state` of each line, with what it says of the day.
    List<String> lines() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Json each : followUp().array("lines")) {
            JsonObject line = (JsonObject) each;
            lines.add(line.text("item") + " " + line.text("mark") + " " + line.text("state")
                    + (line.flag("overdue") ? " overdue" : "")
                    + (line.flag("reopened") ? " again" : ""));
        }
        return lines;
    }

    static JsonObject json(Path file) throws Exception {
        return Json.parseObject(Bytes.copyOf(Files.readAllBytes(file)));
    }

    AnswerStatus answer(String control) throws Exception {
        try (Workspace acme = commands.workspace.open(Access.READ)) {
            return acme.postureNow()
                    .control(new ControlId(control))
                    .orElseThrow()
                    .answer()
                    .orElseThrow()
                    .event()
                    .status();
        }
    }

    long answerEntry(String control, String status, String note) throws Exception {
        return done("answer", "-w", commands.folder(), control, "--status", status, "--note", note, "--format", "json")
                .json()
                .integer("entry");
    }
}
