package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementPackTest {
    private static final FrameworkId ISO = new FrameworkId("iso27001");
    private static final RequirementId LEFT_OUT = new RequirementId(ISO, "A.7.4");

    @TempDir
    Path temporary;

    @Test
    void aPackAboutIso27001HoldsTheStatementWithTheReasonOfAnExclusionAndItsApprover() throws Exception {
        TwoPeople people = new TwoPeople(temporary);
        people.enrolBen(Role.REVIEWER);
        Path proposal = people.stick("proposal.json");
        Path signed = people.stick("signed.json");
        Path pack = temporary.resolve("iso.zip");
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            acme.answer(AnswerRequest.of(LEFT_OUT, AnswerStatus.NOT_APPLICABLE)
                    .withNote("The hosts stand in a leased hall that its owner watches.")
                    .withOwner("Facility"));
            acme.riskRegister()
                    .add(new RiskAssessment(
                            "Strangers reach the hall",
                            List.of(LEFT_OUT),
                            List.of(),
                            new Rating(3, 4),
                            Treatment.SHARE,
                            new Rating(1, 4),
                            "Facility",
                            acme.followUps().today().plusDays(90),
                            "The owner of the hall watches it"));
            acme.reviews().submit(LEFT_OUT);
            acme.reviews().acceptElsewhere(LEFT_OUT, "The lease was seen", proposal);
        }
        try (Workspace his = people.ben.open(Access.READ)) {
            his.proposals().sign(his.proposals().find(proposal.toString()), signed);
        }
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            acme.proposals().approve(acme.proposals().find(signed.toString()));
            acme.pack(new PackRequest(ISO, "soa", pack, Set.of()), Progress.silent());
        }

        assertInstanceOf(Verdict.Intact.class, WorkspaceVerifier.verify(pack).verdict());
        Set<String> files = new TreeSet<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.contains("/"))
                    .forEach(files::add);
            String manifest = text(zip, "manifest.json");
            assertTrue(manifest.contains("\"kind\":\"soa\""), manifest);
            assertTrue(
                    manifest.contains("{\"path\":\"soa.pdf\",\"title\":\"the statement of applicability, signed\","
                            + "\"what\":\"statement\"}"),
                    manifest);
            String results = text(zip, "oscal/assessment-results.json");
            assertTrue(results.contains("\"target-id\":\"A.7.4\""), "the control is a finding");
            String ledger = entries(zip);
            assertTrue(ledger.contains("RiskAssessed"), "the entry behind the register");
            String workbook = workbook(zip);
            for (String expected : Set.of(
                    "Applicability",
                    "excluded",
                    "The hosts stand in a leased hall",
                    "Ben Okafor",
                    "Facility",
                    "name=\"Risks\"",
                    ": Strangers reach the hall. Treatment: share; 4 of 12 left (entry ")) {
                assertTrue(workbook.contains(expected), expected);
            }
        }
        assertTrue(files.contains("soa.pdf") && files.contains("report.pdf"), files.toString());
    }

    @Test
    void aPackAboutAnotherFrameworkHasNoStatement() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        Path pack = temporary.resolve("dora.zip");
        try (Workspace workspace = fixture.found()) {
            workspace.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent());
        }
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertEquals(
                    0,
                    zip.stream()
                            .filter(file -> file.getName().equals("soa.pdf"))
                            .count());
            assertFalse(workbook(zip).contains("Applicability"));
        }
    }

    private static String text(ZipFile zip, String name) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What the pack's entries say.
    private static String entries(ZipFile zip) throws Exception {
        StringBuilder said = new StringBuilder();
        for (ZipEntry file : zip.stream().map(ZipEntry.class::cast).toList()) {
            if (file.getName().startsWith("ledger/entries/")) {
                Envelope entry = Envelope.parse(Bytes.utf8(text(zip, file.getName())));
                said.append(entry.payload().asUtf8());
            }
        }
        return said.toString();
    }

    /// Names of the sheets and every text of the workbook.
    private static String workbook(ZipFile zip) throws Exception {
        StringBuilder text = new StringBuilder();
        try (InputStream in = zip.getInputStream(zip.getEntry("workbook.xlsx"));
                ZipInputStream parts = new ZipInputStream(in)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("xl/workbook.xml") || part.getName().startsWith("xl/worksheets/")) {
                    text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }
}
