package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.RegisteredRisk.Bearing;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock begins at 2026-03-01T09:00:00Z.
class RiskRegisterTest {
    private static final ControlId NET_4 = new ControlId("NET-4");

    @TempDir
    private Path temporary;

    private static RiskAssessment said(Rating inherent, Rating residual, List<EvidenceId> evidence) {
        return new RiskAssessment(
                "Weights leave over an open route",
                List.of(NET_4),
                evidence,
                inherent,
                Treatment.MODIFY,
                residual,
                "Head of IT",
                LocalDate.of(2026, 6, 30),
                "One host is not migrated");
    }

    @Test
    void aRiskIsAssessedAgainBorneByTwoPeopleForATimeAndItsPastStays() throws Exception {
        WorkspaceFixture acme = new WorkspaceFixture(temporary);
        try (Workspace workspace = acme.found()) {
            SecondPerson rita = new SecondPerson(temporary.resolve("rita"));
            rita.enrol(workspace, Role.REVIEWER);
            EvidenceId shown = workspace.attach(Files.writeString(temporary.resolve("rules"), "drop"), NET_4, "Rules");
            RiskRegister register = workspace.riskRegister();
            RiskId id = register.add(said(new Rating(4, 5), new Rating(3, 5), List.of(shown)));
            long first = register.all().getFirst().entry();
            acme.clock.moveBy(Duration.ofDays(10));
            register.reassess(id, said(new Rating(4, 5), new Rating(2, 5), List.of(shown)));
            RegisteredRisk now = register.all().getFirst();
            assertEquals(List.of(10, 2), List.of(now.residual().score(), now.times()));
            assertEquals(Bearing.NOT_ASKED, now.bearing());
            AsOf then = new AsOf(Optional.empty(), new KnownAt.Through(first));
            assertEquals(
                    15, workspace.at(then).riskRegister().getFirst().residual().score());

            Proposal proposal = register.retain(id, "Budget for June is approved", LocalDate.of(2026, 6, 30));
            assertEquals(Bearing.NOT_APPROVED, register.all().getFirst().bearing());
            rita.approve(workspace, proposal);
            RegisteredRisk borne = register.all().getFirst();
            assertEquals(Bearing.ACCEPTED, borne.bearing());
            assertEquals(Treatment.RETAIN, borne.treatment());
            assertTrue(
                    workspace.postureNow().control(NET_4).orElseThrow().cover().isPresent());
            acme.clock.moveBy(Duration.ofDays(200));
            RegisteredRisk later = register.all().getFirst();
            assertEquals(Bearing.LAPSED, later.bearing());
            assertTrue(later.overdue(LocalDate.of(2026, 9, 1)));
            register.close(id, "The host is migrated");
            assertTrue(register.all().getFirst().closed().isPresent());
        }
    }

    @Test
    void whatIsLeftIsNeverMoreThanBeforeAndAnOpenRiskNamesAnOwnerAndADayToCome() throws Exception {
        try (Workspace workspace = new WorkspaceFixture(temporary).found()) {
            long before = workspace.describe().size();
            RiskAssessment good = said(new Rating(2, 2), new Rating(2, 2), List.of());
            List<RiskAssessment> bad = List.of(
                    said(new Rating(2, 2), new Rating(1, 5), List.of()),
                    new RiskAssessment(
                            good.title(),
                            List.of(),
                            List.of(),
                            good.inherent(),
                            good.treatment(),
                            good.residual(),
                            " ",
                            good.review(),
                            good.reason()),
                    new RiskAssessment(
                            good.title(),
                            List.of(),
                            List.of(),
                            good.inherent(),
                            good.treatment(),
                            good.residual(),
                            "Ops",
                            LocalDate.of(2026, 2, 28),
                            good.reason()));
            for (RiskAssessment said : bad) {
                WorkspaceException refused = assertThrows(
                        WorkspaceException.class, () -> workspace.riskRegister().add(said));
                assertEquals(Kind.BAD_INPUT, refused.kind());
            }
            assertEquals(before, workspace.describe().size());
        }
    }
}
