package org.cairn.checklist.calendar;

import java.util.List;

/// Whom something binds, held against the roles of an organisation. Where nobody stated a role, everything may bind.
public record Bound(List<String> roles) {
    /// Binds each role of the AI Act (Regulation (EU) 2024/1689, Art. 3(8)).
    private static final String ANY = "operator";

    public Bound {
        roles = List.copyOf(roles);
    }

    public boolean unscoped() {
        return roles.isEmpty();
    }

    /// @param binds roles, some with a part in brackets that narrows them: whoever has the role may be meant
    public boolean binds(List<String> binds) {
        return unscoped()
                || binds.isEmpty()
                || binds.stream()
                        .anyMatch(bound -> bound.equals(ANY)
                                || roles.stream()
                                        .anyMatch(role -> bound.equals(role) || bound.startsWith(role + " (")));
    }
}
