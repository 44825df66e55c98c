package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a host did not sign is found in a pack, though the owner of the ledger recorded it with keys of their own.
class HostRunTamperingTest {
    private static final Map<String, String> PROBLEMS = Map.of(
            "signer", "is not signed by key",
            "evidence", "is not what the host signed in the run of entry",
            "raw", "is not what the host signed in the run of entry",
            "further", "is no part of what the host signed in the run of entry",
            "number", "says another sequence than its entry",
            "count", "names 2 pieces of evidence, and its entry 1",
            "type", "its payload type is not application/vnd.cairn.host-run.v1+json",
            "form", "is not what a host signs: the envelope is not the JSON expected",
            "revoked", "which is no collector's key in force");

    @TempDir
    Path temporary;

    private static String fileOf(SampleHostRuns.Written runs, long entry, String lie) {
        return switch (lie) {
            case "evidence" -> "manifest.json";
            case "raw", "further" ->
                "01-etc-audit-auditd-" + (runs.folders().headMap(entry).size() + 1) + ".conf";
            case "revoked" -> "ledger/entries/" + entry + ".json";
            default -> "texts/" + entry + "-host-run.txt";
        };
    }

    @Test
    void whatAHostNeverSignedIsNamedAndASoundRunIsNot() throws Exception {
        SampleHostRuns.Written runs = SampleHostRuns.write(temporary);
        List<Defect> defects = PackVerification.verify(runs.zip()).defects();
        runs.lies().forEach((entry, lie) -> {
            long named = List.of("evidence", "raw", "further").contains(lie) ? runs.evidenceOf(entry) : entry;
            List<Defect> found = defects.stream()
                    .filter(defect -> defect.entry().filter(it -> it == named).isPresent())
                    .toList();
            assertTrue(
                    found.stream()
                            .anyMatch(defect -> defect.problem().contains(PROBLEMS.get(lie))
                                    && defect.file().endsWith(fileOf(runs, entry, lie))),
                    lie + ": " + found + " of " + defects);
        });
        assertEquals(
                List.of(),
                defects.stream().filter(defect -> isAbout(defect, runs)).toList(),
                "the sound run");
    }

    private static boolean isAbout(Defect defect, SampleHostRuns.Written runs) {
        return defect.entry()
                .filter(entry -> entry == runs.sound() || entry == runs.evidenceOf(runs.sound()))
                .isPresent();
    }

    @Test
    void aPackWithoutWhatTheHostSignedSaysSo() throws Exception {
        try (SampleWorkspace sample = new SampleWorkspace(temporary.resolve("workspace"))) {
            long entry = sample.hostRun(1, List.of(), sample.put(Bytes.utf8("not shown")));
            Path zip = temporary.resolve("without.zip");
            sample.writer().write(sample.content(), zip);
            Report report = PackVerification.verify(zip);
            assertEquals(List.of(), report.defects());
            assertTrue(
                    report.notes().stream()
                            .anyMatch(note -> note.startsWith("entry " + entry + ": what the host signed is not")),
                    report.notes().toString());
        }
    }
}
