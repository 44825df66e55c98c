package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.event.Recorded;
import org.cairn.reports.pack.AcceptedRisk;

/// The risk acceptances that a pack tells of, as of its day.
final class PackRisks {
    private final Parts parts;
    private final PackDraft draft;

    PackRisks(Parts parts, PackDraft draft) {
        this.parts = parts;
        this.draft = draft;
    }

    List<AcceptedRisk> risks() throws WorkspaceException {
        List<AcceptedRisk> risks = new ArrayList<>();
        for (RiskLine line : new Risks(parts).all(draft.times())) {
            risks.add(new AcceptedRisk(
                    line.id().hex(),
                    line.subjects(),
                    line.reason().orElse(""),
                    line.owner().orElse(""),
                    line.until(),
                    line.entry(),
                    recordedAt(line.entry()),
                    line.approvers(),
                    line.ended(),
                    switch (line.state()) {
                        case ACTIVE -> AcceptedRisk.Standing.ACTIVE;
                        case LAPSED -> AcceptedRisk.Standing.LAPSED;
                        case ENDED -> AcceptedRisk.Standing.ENDED;
                    }));
        }
        return risks;
    }

    private Instant recordedAt(long entry) {
        return parts.log()
                .event(entry)
                .map(Recorded::recordedAt)
                .orElseThrow(() -> new IllegalStateException("entry " + entry + " accepts a risk and is not here"));
    }
}
