package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// Ids as typed.
final class Ids {
    private Ids() {}

    static FrameworkId framework(String text) throws Refused {
        try {
            return new FrameworkId(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no framework id; `cairn framework list` shows them");
        }
    }

    static Subject subject(String text) throws Refused {
        try {
            return Subject.parse(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(
                    "'" + text + "' names no control (like NET-4) and no requirement (like dora:Art. 9(4)(b))");
        }
    }

    /// The whole id, also of what can no longer be read; or the first digits of one that can.
    static EvidenceId evidence(String text, Workspace open) throws Refused, WorkspaceException {
        if (text.matches("[0-9a-f]{64}")) {
            return EvidenceId.parse(text);
        }
        if (!text.matches("[0-9a-f]{8,63}")) {
            throw new Refused(
                    "'" + text + "' is no evidence id: its hexadecimal digits, at least the first 8, as `cairn"
                            + " log` shows them");
        }
        List<EvidenceId> meant = open.evidence().stream()
                .map(RecordedEvidence::id)
                .filter(id -> id.hex().startsWith(text))
                .distinct()
                .toList();
        if (meant.size() != 1) {
            throw new Refused(
                    meant.isEmpty()
                            ? "no evidence whose id begins with " + text + " can be read in this workspace; give all 64"
                                    + " digits of one that cannot"
                            : meant.size() + " pieces of evidence begin with " + text + ": give more digits");
        }
        return meant.getFirst();
    }

    static List<EvidenceId> evidence(List<String> texts, Workspace open) throws Refused, WorkspaceException {
        List<EvidenceId> ids = new ArrayList<>();
        for (String text : texts) {
            ids.add(evidence(text, open));
        }
        return ids;
    }

    static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
