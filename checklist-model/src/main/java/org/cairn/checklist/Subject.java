package org.cairn.checklist;

/// What can be answered: a control of the checklist, or a requirement that no control reaches and which is therefore
/// answered on its own row.
public sealed interface Subject permits ControlId, RequirementId {
    /// One spelling for ledger, files and command line: `NET-4`, or `dora:Art. 9(4)(b)`.
    String text();

    /// @throws IllegalArgumentException if `text` names neither
    static Subject parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new ControlId(text)
                : new RequirementId(new FrameworkId(text.substring(0, colon)), text.substring(colon + 1));
    }
}
