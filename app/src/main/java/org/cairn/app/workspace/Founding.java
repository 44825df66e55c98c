package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.FrameworkId;

/// What is decided when a workspace is founded.
/// @param organisation shown everywhere, and stored in `cairn.json`
/// @param origin       name of the log in its checkpoints, e.g. `acme.example/cairn`; derived from the organisation if
///                     empty
/// @param roles        in which roles the organisation acts, e.g. `deployer`, `financial-entity`, `controller`
/// @param scope        what is assessed, in a sentence; may be empty
/// @param frameworks   adopted at once; empty adopts every framework that Cairn carries
/// @param personName   who answers; stored encrypted
public record Founding(
        String organisation,
        Optional<String> origin,
        List<String> roles,
        String scope,
        List<FrameworkId> frameworks,
        String personName) {
    public Founding {
        roles = List.copyOf(roles);
        frameworks = List.copyOf(frameworks);
    }

    /// All frameworks, no roles named, no scope text.
    public static Founding of(String organisation, String personName) {
        return new Founding(organisation, Optional.empty(), List.of(), "", List.of(), personName);
    }
}
