package org.cairn.collectors.declared;

import java.time.InstantSource;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// A collector that looks at what the operator names. Where nothing is named there is nothing to look at, and that is a
/// refusal.
public interface DeclaredCollector extends Collector {
    /// The member of [HostDeclaration] that names it.
    /// @param otherwise what is said where it is not there, e.g. `no folder is named`
    record Needed(String member, String otherwise) {}

    Needed needed();

    /// Looks at what is named. Called only where [#needed()] is stated.
    void collect(HostDeclaration declared, Observation seen) throws InterruptedException;

    @Override
    default CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(description(), host, clock);
        HostDeclaration declared = HostDeclaration.read(seen);
        if (declared.states(needed().member())) {
            collect(declared, seen);
        } else {
            seen.refuse(new Refusal(
                    HostDeclaration.PATH + " " + needed().member(), Refusal.Why.ABSENT, needed().otherwise()));
        }
        return seen.result();
    }
}
