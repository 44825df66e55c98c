package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.WorkspaceFixture;
import org.cairn.checklist.AnswerStatus;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.StrictBase64;
import org.junit.jupiter.api.Test;

/// A pack goes to an auditor who has no workspace, and the auditor's marks come back.
class AuditCommandsTest extends AuditRound {
    @Test
    void whatTheAuditorAsksForIsFollowedUpUntilTheAuditorAcceptsIt() throws Exception {
        Result listed = audit("list", draft().toString(), "--format", "json");
        assertEquals(ExitCode.NO, listed.exit(), "something is not marked yet");
        assertEquals(3, listed.json().array("items").size());
        audited("mark", draft().toString(), "NET-4", "--as", "accepted");
        audited(
                "mark",
                draft().toString(),
                "NET-1",
                "--as",
                "objection",
                "--remark",
                "Which host, and since when?",
                "--due",
                "2026-03-20");
        audited(
                "mark",
                draft().toString(),
                evidence.substring(0, 8),
                "--as",
                "more-needed",
                "--remark",
                "The rules as the firewall shows them.",
                "--due",
                "2026-04-01");
        assertEquals(ExitCode.DONE, audit("list", draft().toString()).exit());
        auditors.workspace.clock.moveBy(
                Duration.between(auditors.workspace.clock.instant(), Instant.parse("2026-03-02T09:00:00Z")));
        Path review = signed("review.json");

        Result unknown = receive(review);
        assertEquals(ExitCode.NO, unknown.exit(), "nobody accepted the key");
        assertEquals("Nadja Weiß, Prüfwerk", unknown.json().text("auditor"));
        assertEquals(List.of(), lines());
        String key = unknown.json().text("key");
        assertTrue(receive(review, "--accept-key", "0".repeat(64)).err().contains("Nothing was recorded"));
        Result taken = receive(review, "--accept-key", key);
        assertEquals(ExitCode.DONE, taken.exit(), taken.err());
        List<Json> remarks = taken.json().array("remarks");
        assertEquals(2, remarks.size(), "what was accepted without a word needs no entry");
        assertEquals(List.of("NET-1 objection open", "evidence:" + evidence + " more-needed open"), lines());
        assertEquals(AnswerStatus.PARTLY_MET, answer("NET-1"), "a review changes no answer");
        assertTrue(receive(review, "--accept-key", key).err().contains("was received already, by entry"));
        assertEquals(ExitCode.DONE, commands.run("verify", commands.folder()).exit());

        commands.workspace.clock.moveBy(
                Duration.between(commands.workspace.clock.instant(), Instant.parse("2026-03-21T09:00:00Z")));
        Result late = commands.run("follow-up", "-w", commands.folder(), "--language", "de");
        assertEquals(ExitCode.NO, late.exit());
        assertTrue(late.out().contains("2 offen, davon 1 überfällig"), late.out());
        assertTrue(late.out().contains("Which host, and since when?"), late.out());

        long objection = ((Json.JsonNumber) remarks.get(0)).asLong();
        Result early = commands.run(
                "audit", "answer", "-w", commands.folder(), Long.toString(objection), "--with", "2", "--note", "Done.");
        assertTrue(early.err().contains("was there when the pack was made"), early.err());
        long other = answerEntry("NET-4", "met", "Unchanged.");
        Result beside = commands.run(
                "audit",
                "answer",
                "-w",
                commands.folder(),
                Long.toString(objection),
                "--with",
                Long.toString(other),
                "--note",
                "Done.");
        assertTrue(beside.err().contains("answers nothing about NET-1"), beside.err());
        long mended = answerEntry("NET-1", "met", "node2 joined on 2026-03-19.");
        done(
                "audit",
                "answer",
                "-w",
                commands.folder(),
                Long.toString(objection),
                "--with",
                Long.toString(mended),
                "--note",
                "node2 was the missing host.");
        assertEquals(List.of("evidence:" + evidence + " more-needed open", "NET-1 objection answered"), lines());
        JsonObject answered = ((JsonObject) followUp().array("lines").get(1)).object("answer");
        assertEquals("Anna Jensen", answered.text("who"));
        assertEquals(mended, answered.integer("by"));
        List<String> asked = done(
                        "calendar",
                        "-w",
                        commands.folder(),
                        "--from",
                        "2026-03-01",
                        "--to",
                        "2026-06-30",
                        "--format",
                        "csv")
                .out()
                .lines()
                .filter(line -> line.contains("follow-up-due"))
                .toList();
        assertEquals(1, asked.size(), "what is answered waits for the auditor: " + asked);
        assertTrue(
                asked.getFirst().contains("2026-04-01") && asked.getFirst().contains(evidence.substring(0, 12)),
                asked.toString());
        theNextPackShowsIt(remarks);

        auditors.workspace.clock.moveBy(
                Duration.between(auditors.workspace.clock.instant(), Instant.parse("2026-03-25T09:00:00Z")));
        audited("mark", draft().toString(), "NET-1", "--as", "objection", "--remark", "node3 is missing too.");
        audited("mark", draft().toString(), evidence.substring(0, 8), "--as", "accepted");
        Path second = signed("second.json");
        assertEquals(ExitCode.DONE, receive(second).exit(), "the key was accepted before");
        assertEquals(List.of("NET-1 objection open again", "evidence:" + evidence + " more-needed accepted"), lines());
    }

    private void theNextPackShowsIt(List<Json> remarks) throws Exception {
        Path next = bank.resolve("next.zip");
        done("pack", "-w", commands.folder(), "--framework", "soc2", "--out", next.toString());
        Result verified = auditors.run("verify", next.toString());
        assertEquals(ExitCode.DONE, verified.exit());
        assertTrue(verified.out().contains(": the review is signed by key "), verified.out());
        try (ZipFile zip = new ZipFile(next.toFile());
                XSSFWorkbook workbook = new XSSFWorkbook(zip.getInputStream(zip.getEntry("workbook.xlsx")))) {
            for (Json remark : remarks) {
                String text = "texts/" + ((Json.JsonNumber) remark).asLong() + "-remark.txt";
                assertTrue(zip.getEntry(text) != null, text);
            }
            XSSFSheet sheet = workbook.getSheet("Follow-up");
            List<String> rows = new ArrayList<>();
            sheet.forEach(row -> rows.add(row.getCell(0) + " | " + row.getCell(3) + " | " + row.getCell(5)));
            assertTrue(
                    rows.stream()
                            .anyMatch(row -> row.startsWith("NET-1 | answered by entry ")
                                    && row.endsWith(" | Which host, and since when?")),
                    rows.toString());
        }
    }

    @Test
    void aReviewThatWasChangedIsAboutAnotherPackOrNotInItIsRefused() throws Exception {
        audited("mark", draft().toString(), "--all-unmarked", "--as", "accepted");
        assertTrue(audit("mark", draft().toString(), "NET-9", "--as", "accepted")
                .err()
                .contains("no item of pack"));
        assertTrue(audit("mark", draft().toString(), "NET-1", "--as", "objection")
                .err()
                .contains("needs a remark"));
        Path review = signed("review.json");
        String text = Files.readString(review);

        JsonObject whole = json(review);
        JsonObject envelope = whole.object("envelope");
        String statement =
                StrictBase64.decode(envelope.text("payload")).orElseThrow().asUtf8();
        assertTrue(statement.contains("\"mark\":\"accepted\""), statement);
        String changed = StrictBase64.encode(
                Bytes.utf8(statement.replaceFirst("\"mark\":\"accepted\"", "\"mark\":\"objection\",\"remark\":\"x\"")));
        refused(text.replace(envelope.text("payload"), changed), "the signature by the key it names does not verify");
        refused(text.replace("\"manifest\":\"", "\"manifest\":\"AAAA"), "manifest.json is not the one");
        refused(" " + text, "not in the one spelling");
        refused("{\"format\":".repeat(500), "is no signed review");
        refused("[[[[".repeat(100_000), "is no signed review");
        refused(Files.readString(draft()), "not what `cairn audit sign` wrote");

        Path others = Files.createDirectory(bank.resolve("others"));
        CommandFixture elsewhere = new CommandFixture(others);
        elsewhere.workspace.found().close();
        Result foreign = elsewhere.run("audit", "receive", "-w", elsewhere.folder(), review.toString());
        assertEquals(ExitCode.REFUSED, foreign.exit());
        assertTrue(foreign.err().contains("which this ledger did not issue"), foreign.err());

        String draft = Files.readString(draft());
        Files.writeString(draft(), draft.replace("\"item\":\"NET-1\"", "\"item\":\"ACC-1\""));
        refused(Files.readString(signed("invented.json")), "marks ACC-1, which pack");
        assertEquals(List.of(), lines());

        byte[] broken = Files.readAllBytes(pack());
        broken[broken.length / 2] ^= 1;
        Path damaged = Files.write(away.resolve("damaged.zip"), broken);
        Result begun = audit(
                "start", damaged.toString(), "--out", away.resolve("none.json").toString());
        assertFalse(begun.exit() == ExitCode.DONE, begun.out());
        assertFalse(Files.exists(away.resolve("none.json")));
    }

    private void refused(String content, String why) throws Exception {
        Path file = Files.writeString(away.resolve("strange.json"), content);
        Result result = receive(file, "--accept-key", "0".repeat(64));
        assertEquals(ExitCode.REFUSED, result.exit(), result.out());
        assertTrue(result.err().contains(why), result.err());
        assertTrue(result.err().toLowerCase(java.util.Locale.ROOT).contains("nothing was recorded"), result.err());
    }

    @Test
    void whoWorksHereIsNoAuditorAndAnEarlierReviewUndoesNoLaterOne() throws Exception {
        audited("mark", draft().toString(), "NET-1", "--as", "objection", "--remark", "Which host?");
        auditors.workspace.clock.moveBy(
                Duration.between(auditors.workspace.clock.instant(), Instant.parse("2026-03-02T09:00:00Z")));
        Path early = signed("early.json");
        auditors.workspace.clock.moveBy(
                Duration.between(auditors.workspace.clock.instant(), Instant.parse("2026-03-03T09:00:00Z")));
        audited("mark", draft().toString(), "NET-1", "--as", "accepted");
        Path late = signed("late.json");
        String key = receive(late).json().text("key");
        assertEquals(ExitCode.DONE, receive(late, "--accept-key", key).exit());
        assertTrue(receive(early).err().contains("An earlier review does not undo a later one"));
        assertEquals(List.of(), lines());
        assertEquals(
                ExitCode.REFUSED,
                auditors.runWith(
                                Map.of(PassphraseSource.VARIABLE, WorkspaceFixture.PASSPHRASE),
                                _ -> Optional.empty(),
                                "audit",
                                "sign",
                                draft().toString(),
                                "--keys",
                                keys(),
                                "--out",
                                away.resolve("x.json").toString())
                        .exit(),
                "another passphrase opens no key");
    }
}
