package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceFixture;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.StrictBase64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pack goes to an auditor who has no workspace, and the auditor's marks come back.
class AuditCommandsTest {
    private static final String AUDITORS_PASSPHRASE = "another one altogether";

    /// The bank's machine and the auditor's: nothing is common to both but the files handed over.
    @TempDir
    Path bank;

    @TempDir
    Path away;

    private CommandFixture commands;
    private CommandFixture auditors;
    private String evidence = "";

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

    private Path pack() {
        return bank.resolve("soc2.zip");
    }

    private Path draft() {
        return away.resolve("marks.json");
    }

    private String keys() {
        return away.resolve("keys").toString();
    }

    private Result done(String... words) {
        Result result = commands.run(words);
        assertEquals(ExitCode.DONE, result.exit(), result.err() + result.out());
        return result;
    }

    private Result audited(String... words) {
        Result result = audit(words);
        assertEquals(ExitCode.DONE, result.exit(), result.err() + result.out());
        return result;
    }

    /// The auditor's passphrase opens nothing of the bank's.
    private Result audit(String... words) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(words));
        return auditors.runWith(
                Map.of(PassphraseSource.VARIABLE, AUDITORS_PASSPHRASE),
                _ -> Optional.empty(),
                all.toArray(String[]::new));
    }

    private Path signed(String name) {
        Path file = away.resolve(name);
        audited("sign", draft().toString(), "--keys", keys(), "--out", file.toString());
        return file;
    }

    private Result receive(Path file, String... more) {
        List<String> all = new ArrayList<>(
                List.of("audit", "receive", "-w", commands.folder(), file.toString(), "--format", "json"));
        all.addAll(List.of(more));
        return commands.run(all.toArray(String[]::new));
    }

    private JsonObject followUp() throws Exception {
        return commands.run("follow-up", "-w", commands.folder(), "--format", "json")
                .json();
    }

    /// `item state` of each line, with what it says of the day.
    private List<String> lines() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Json each : followUp().array("lines")) {
            JsonObject line = (JsonObject) each;
            lines.add(line.text("item") + " " + line.text("mark") + " " + line.text("state")
                    + (line.flag("overdue") ? " overdue" : "")
                    + (line.flag("reopened") ? " again" : ""));
        }
        return lines;
    }

    private static JsonObject json(Path file) throws Exception {
        return Json.parseObject(Bytes.copyOf(Files.readAllBytes(file)));
    }

    private AnswerStatus answer(String control) throws Exception {
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

    private long answerEntry(String control, String status, String note) throws Exception {
        return done("answer", "-w", commands.folder(), control, "--status", status, "--note", note, "--format", "json")
                .json()
                .integer("entry");
    }

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
        assertEquals(ExitCode.DONE, auditors.run("verify", next.toString()).exit());
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

    /// The rows of the form as an auditor fills them in: by item, then mark, remark and due.
    private Path filled(String name, Map<String, List<String>> rows, Consumer<XSSFSheet> more) throws IOException {
        Path form = away.resolve("form-" + name);
        audited("form", draft().toString(), "--language", "de", "--out", form.toString());
        Path file = away.resolve(name);
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertTrue(sheet.getProtect(), "only what is to be filled in can be written to");
            for (int at = 1; at <= sheet.getLastRowNum(); at++) {
                XSSFRow row = sheet.getRow(at);
                List<String> texts = rows.getOrDefault(row.getCell(0).getStringCellValue(), List.of());
                for (int column = 0; column < texts.size(); column++) {
                    row.getCell(3 + column).setCellValue(texts.get(column));
                    assertFalse(row.getCell(3 + column).getCellStyle().getLocked());
                }
            }
            more.accept(sheet);
            workbook.write(out);
        }
        return file;
    }

    private Result imported(Path file) {
        return audit("import", draft().toString(), file.toString());
    }

    @Test
    void aFormThatLibreOfficeSavedIsReadStrictly() throws Exception {
        Map<String, List<String>> rows = Map.of(
                "NET-4",
                List.of("anerkannt"),
                "NET-1",
                List.of("Einwand", "Welcher Host?\nUnd seit wann?", "2026-03-20"),
                "evidence:" + evidence,
                List.of("mehr nötig", "=1+1 ist kein Nachweis"));
        Path saved = saved(filled("filled.xlsx", rows, _ -> {}));
        Result taken = imported(saved);
        assertEquals(ExitCode.DONE, taken.exit(), taken.out() + taken.err());
        Result csv = audit("list", draft().toString(), "--format", "csv");
        assertTrue(csv.out().contains("objection,\"Welcher Host?\nUnd seit wann?\",2026-03-20"), csv.out());
        assertTrue(csv.out().contains("more-needed,'=1+1 ist kein Nachweis,"), csv.out());

        String before = Files.readString(draft());
        Path table = Files.writeString(away.resolve("marks.csv"), csv.out());
        assertEquals(ExitCode.DONE, imported(table).exit(), "what was listed is read as it was");
        assertEquals(before, Files.readString(draft()));

        Path strange = filled(
                "strange.xlsx",
                Map.of("NET-4", List.of("Einwand"), "NET-1", List.of("vielleicht", "", "2025-01-01")),
                sheet -> {
                    sheet.getRow(3).getCell(4).setCellFormula("1+1");
                    sheet.getRow(3).setZeroHeight(true);
                    sheet.getRow(1).getCell(0).setCellValue("NET-9");
                });
        Result faults = imported(strange);
        assertEquals(ExitCode.NO, faults.exit());
        for (String why : List.of(
                "is no item of the pack",
                "needs a remark",
                "is over already",
                "holds a formula",
                "the row is hidden")) {
            assertTrue(faults.out().contains(why), why + " in " + faults.out());
        }
        Path hostile = Files.write(away.resolve("hostile.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertEquals(ExitCode.REFUSED, imported(hostile).exit());
        assertEquals(ExitCode.REFUSED, imported(entities(strange)).exit());
        Files.writeString(table, "item,mark\nNET-1,\"objection");
        assertTrue(imported(table).err().contains("never ends"));
        assertEquals(before, Files.readString(draft()), "nothing was marked by any of them");
    }

    /// A workbook whose first sheet begins with an entity of its own.
    private Path entities(Path workbook) throws IOException {
        Path file = away.resolve("entities.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    out.write("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
            }
        }
        return file;
    }

    /// By the program that an auditor has.
    private Path saved(Path workbook) throws Exception {
        Path folder = Files.createDirectory(away.resolve("saved"));
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=file://" + away.resolve("profile"),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .start();
        assertTrue(soffice.waitFor(3, TimeUnit.MINUTES));
        return folder.resolve(workbook.getFileName());
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
