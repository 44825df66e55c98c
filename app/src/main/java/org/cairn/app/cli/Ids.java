package org.cairn.app.cli;

import java.util.Collection;
import java.util.List;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

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

    static EvidenceId evidence(String text) throws Refused {
        try {
            return EvidenceId.parse(text);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + text + "' is no evidence id: 64 hexadecimal digits, as `cairn log` shows them");
        }
    }

    static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
