package org.cairn.checklist.event;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.evidence.PayloadRef;

/// What somebody decided about the scope, before anything is judged. A correction is one more entry.
public sealed interface ScopeEvent extends Event {
    /// The organisation has a system that its scope tells apart; a retired one comes back with it.
    record SystemDefined(SystemId system, PayloadRef name) implements ScopeEvent {}

    record SystemRenamed(SystemId system, PayloadRef name) implements ScopeEvent {}

    /// From then on nothing applies because of this system.
    record SystemRetired(SystemId system, PayloadRef reason) implements ScopeEvent {}

    /// @param answer one of the question's answers, or `unknown`, which takes back what was said
    /// @param system of which it is said; empty of the organisation
    /// @param reason why, in words
    record ScopeFactStated(ScopeFact fact, String answer, Optional<SystemId> system, PayloadRef reason)
            implements ScopeEvent {
        private static final Pattern ANSWER = Pattern.compile("[a-z][a-z0-9-]{0,39}");

        public ScopeFactStated {
            if (!ANSWER.matcher(answer).matches()) {
                throw new IllegalArgumentException("not an answer (a-z, 0-9, dash): " + answer);
            }
        }
    }

    /// The facts that a profile proposes were gone through; those confirmed follow, each as an entry of its own.
    /// @param profileVersion of the profile's data
    record ScopeProfileApplied(String profile, String profileVersion, Optional<SystemId> system, PayloadRef reason)
            implements ScopeEvent {}
}
