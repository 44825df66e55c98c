package org.cairn.checklist.codec;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ScopeEvent;

/// Events about the scope.
final class ScopeDrafts {
    private ScopeDrafts() {}

    static Arbitrary<Event> events() {
        Arbitrary<SystemId> systems = Arbitraries.of("assistant", "a.1-b").map(SystemId::new);
        Arbitrary<ScopeFact> facts =
                Arbitraries.of("ai.provider", "ai.annex-iii.5b").map(ScopeFact::new);
        return Arbitraries.oneOf(
                Combinators.combine(systems, Drafts.refs()).as(ScopeEvent.SystemDefined::new),
                Combinators.combine(systems, Drafts.refs()).as(ScopeEvent.SystemRenamed::new),
                Combinators.combine(systems, Drafts.refs()).as(ScopeEvent.SystemRetired::new),
                Combinators.combine(facts, Arbitraries.of("yes", "no", "unknown"), systems.optional(), Drafts.refs())
                        .as(ScopeEvent.ScopeFactStated::new),
                Combinators.combine(
                                Arbitraries.of("bank", "sme"),
                                Arbitraries.of("1", "2026-11-21"),
                                systems.optional(),
                                Drafts.refs())
                        .as(ScopeEvent.ScopeProfileApplied::new));
    }
}
