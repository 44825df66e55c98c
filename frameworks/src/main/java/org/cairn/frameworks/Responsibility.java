package org.cairn.frameworks;

import java.util.List;
import org.cairn.checklist.ControlId;

/// Who answers for one part of an AI stack that an organisation runs itself.
/// @param id       e.g. `RESP-1`
/// @param controls that show the organisation's part
/// @param words    in English
public record Responsibility(String id, List<ControlId> controls, Words words) {
    /// @param area         the part
    /// @param organisation what stays with whoever runs it
    /// @param supplier     what a supplier has to bring
    /// @param evidence     one to six examples of what would show it
    public record Words(String area, String organisation, String supplier, List<String> evidence) {
        public Words {
            evidence = Texts.oneToSix("evidence", evidence);
        }
    }

    public Responsibility {
        controls = List.copyOf(controls);
    }
}
