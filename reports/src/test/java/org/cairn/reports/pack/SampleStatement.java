package org.cairn.reports.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// A pack about ISO/IEC 27001 as it ships, in which people decided about five controls of 93.
public final class SampleStatement {
    private static final Framework ISO = FrameworkLibrary.load().framework(Statement.FRAMEWORK);
    private static final Instant ANSWERED = SamplePack.ISSUED.minusSeconds(86_400);
    private static final KeyId KEY = new KeyId(Digest.sha256(Bytes.utf8("key")));
    private static final ControlId SUPPORTING = new ControlId("NET-1");

    private SampleStatement() {}

    /// What stands on one row.
    private record Told(RequirementState state, Optional<Answer> answer) {}

    public static PackModel model(Language language) {
        PackModel pack = SamplePack.realistic(language);
        Cover cover = pack.cover();
        return new PackModel(
                language,
                new Cover(
                        cover.organisation(),
                        cover.origin(),
                        "ISO27001-2026-11-21-0003",
                        PackKind.STATEMENT_OF_APPLICABILITY,
                        FrameworkEdition.of(ISO),
                        cover.periodFrom(),
                        cover.periodTo(),
                        cover.shown(),
                        cover.issuedAt(),
                        cover.issuer()),
                pack.scope(),
                pack.posture(),
                pack.contradictions(),
                rows(),
                pack.controls(),
                pack.evidence(),
                pack.erased(),
                pack.dates(),
                pack.ledger(),
                pack.appendix(),
                pack.followUps(),
                SampleRegister.of(SUPPORTING, SamplePack.evidenceId(0), ""));
    }

    public static Statement statement(PackModel model) {
        AcceptedRisk risk = new AcceptedRisk(
                "aabbccddeeff",
                List.of(SUPPORTING),
                "The old mirror stays until March.",
                "Bruno",
                LocalDate.of(2027, 3, 31),
                77,
                SamplePack.ISSUED,
                List.of("Anna", "Bruno"),
                Optional.empty(),
                AcceptedRisk.Standing.ACTIVE);
        Approval approval = new Approval("Clara Vogt", 91, SamplePack.ISSUED);
        return Statement.of(model, List.of(risk), Map.of(50L, approval, 55L, approval))
                .orElseThrow();
    }

    private static List<RequirementRow> rows() {
        Map<String, Told> told = new HashMap<>();
        told.put("A.5.1", told(RequirementState.DEMONSTRATED, AnswerStatus.MET, "Contract with the regulator.", 50));
        told.put("A.7.4", told(RequirementState.NOT_APPLICABLE, AnswerStatus.NOT_APPLICABLE, "No premises.", 51));
        told.put("A.8.30", told(RequirementState.CLAIMED, AnswerStatus.PARTLY_MET, "", 52));
        told.put("A.8.1", told(RequirementState.NOT_YET_APPLICABLE, AnswerStatus.NOT_YET_APPLICABLE, "Laptops.", 53));
        told.put("A.8.24", told(RequirementState.CONTRADICTED, AnswerStatus.NOT_APPLICABLE, "No secrets.", 54));
        told.put("A.5.7", new Told(RequirementState.DEMONSTRATED, Optional.empty()));
        told.put("C.6.1.3(d)", told(RequirementState.CLAIMED, AnswerStatus.MET, "This statement.", 55));
        told.put("C.9.2.1(a)", told(RequirementState.NOT_APPLICABLE, AnswerStatus.NOT_APPLICABLE, "Too small.", 56));
        List<RequirementRow> rows = new ArrayList<>();
        for (Requirement requirement : ISO.requirements()) {
            if (requirement.parent().isPresent()) {
                rows.add(row(
                        requirement,
                        Optional.ofNullable(told.get(requirement.id().number()))));
            }
        }
        return rows;
    }

    private static Told told(RequirementState state, AnswerStatus status, String note, long entry) {
        boolean later = status == AnswerStatus.NOT_YET_APPLICABLE;
        return new Told(
                state,
                Optional.of(new Answer(
                        status,
                        note,
                        entry,
                        KEY,
                        "Anna Köhler",
                        ANSWERED,
                        ANSWERED,
                        entry == 50 ? WorkState.ACCEPTED : WorkState.DRAFT,
                        Optional.empty(),
                        entry == 52 ? "" : "Head of Infrastructure",
                        later ? Optional.of(LocalDate.of(2027, 6, 30)) : Optional.empty(),
                        later ? Optional.of(LocalDate.of(2027, 8, 2)) : Optional.empty())));
    }

    private static RequirementRow row(Requirement requirement, Optional<Told> told) {
        boolean heading = requirement.kind().equals("group");
        boolean first = requirement.id().equals(new RequirementId(Statement.FRAMEWORK, "A.5.1"));
        return new RequirementRow(
                requirement.id(),
                1,
                requirement.title(),
                requirement.citation(),
                requirement.kind(),
                requirement.binds(),
                requirement.notes(),
                heading ? Optional.empty() : Optional.of(told.map(Told::state).orElse(RequirementState.NOT_ASSESSED)),
                told.flatMap(Told::answer),
                first ? List.of(new RequirementRow.Support(SUPPORTING, Relation.SUBSET_OF, "Same demand.")) : List.of(),
                first ? List.of(SamplePack.evidenceId(0)) : List.of(),
                List.of());
    }
}
