package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.WorkState;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorkspaceTest {
    @TempDir
    private Path temporary;

    @Test
    void aSampleSaysThatItIsOneInItsLedgerItsPackItsReportAndToWhoeverVerifies() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        Path pack = temporary.resolve("sample.zip");
        try (Workspace sample = SampleWorkspace.found(fixture.folder, fixture.environment())) {
            assertTrue(sample.describe().sample());
            assertEquals(
                    Set.of(WorkState.ACCEPTED, WorkState.SUBMITTED, WorkState.DRAFT),
                    Set.copyOf(sample.postureNow().controls().stream()
                            .filter(row -> row.answer().isPresent())
                            .map(row -> row.workState())
                            .toList()));
            assertEquals(2, sample.riskRegister().all().size());
            List<Boolean> done = sample.at(AsOf.now()).firstSteps().steps().stream()
                    .map(FirstSteps.Step::done)
                    .toList();
            assertEquals(List.of(true, false, true, true, false), done);
            sample.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent());
            assertTrue(sample.at(AsOf.now()).firstSteps().steps().getLast().done());
        }
        Verification verification = WorkspaceVerifier.verify(pack);
        assertInstanceOf(Verdict.Intact.class, verification.verdict());
        assertTrue(verification.toString().contains("SAMPLE, NOT EVIDENCE: entry "), verification.toString());
        try (ZipFile zip = new ZipFile(pack.toFile());
                var report = Loader.loadPDF(
                        zip.getInputStream(zip.getEntry("report.pdf")).readAllBytes())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            assertTrue(stripper.getText(report).contains("SAMPLE, NOT EVIDENCE: Nordbank AG"));
        }
    }
}
