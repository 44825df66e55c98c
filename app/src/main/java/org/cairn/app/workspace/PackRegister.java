package org.cairn.app.workspace;

import java.util.List;
import org.cairn.reports.pack.RegisterRow;

/// The register of risks that a pack tells of, as of its day.
record PackRegister(Parts parts, PackDraft draft) {
    List<RegisterRow> rows() throws WorkspaceException {
        return new RiskRegister(parts)
                .all(draft.times()).stream().map(PackRegister::row).toList();
    }

    private static RegisterRow row(RegisteredRisk risk) {
        return new RegisterRow(
                risk.id().hex(),
                risk.title().orElse(""),
                risk.subjects(),
                risk.evidence(),
                risk.inherent(),
                risk.treatment(),
                risk.residual(),
                risk.owner().orElse(""),
                risk.review(),
                risk.reason().orElse(""),
                new RegisterRow.Assessment(risk.entry(), risk.assessedBy(), risk.times()),
                borne(risk.bearing()),
                risk.acceptance().map(line -> new RegisterRow.Acceptance(line.entry(), line.until())),
                risk.closed());
    }

    private static RegisterRow.Borne borne(RegisteredRisk.Bearing bearing) {
        return switch (bearing) {
            case NOT_ASKED -> RegisterRow.Borne.NOT_ASKED;
            case NOT_APPROVED -> RegisterRow.Borne.NOT_APPROVED;
            case ACCEPTED -> RegisterRow.Borne.ACCEPTED;
            case LAPSED -> RegisterRow.Borne.LAPSED;
            case ENDED -> RegisterRow.Borne.ENDED;
        };
    }
}
