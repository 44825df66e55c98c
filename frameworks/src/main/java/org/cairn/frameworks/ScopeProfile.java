package org.cairn.frameworks;

import java.util.List;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;

/// A usual situation: which frameworks it takes, and what facts of scope it proposes. A person confirms each.
/// @param version    of these proposals; a workspace records it
/// @param system     the id proposed for the system that its facts are about
/// @param systemName what that system is called
/// @param facts      in the order of the questions
public record ScopeProfile(
        String id,
        String title,
        String description,
        String version,
        SystemId system,
        String systemName,
        List<FrameworkId> frameworks,
        List<Proposed> facts) {
    /// @param reason proposed, in words; the person may say another
    public record Proposed(ScopeFact fact, String answer, String reason) {}

    /// The same profile in other words, as those of another language.
    public ScopeProfile worded(String otherTitle, String otherDescription, String otherName, List<Proposed> reasons) {
        return new ScopeProfile(id, otherTitle, otherDescription, version, system, otherName, frameworks, reasons);
    }

    public ScopeProfile {
        frameworks = List.copyOf(frameworks);
        facts = List.copyOf(facts);
        if (frameworks.isEmpty() || facts.isEmpty()) {
            throw new IllegalArgumentException("profile " + id + " proposes no framework or no fact");
        }
    }
}
