package org.cairn.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// What one collector observed in one run: immutable, and free of judgement.
/// @param collector   who read it
/// @param version     the collector's version; raised when the meaning of a fact changes
/// @param host        the name the host gives itself
/// @param readAs      the effective user, e.g. `root` or `anna`; of a copy also on which machine, in words
/// @param observedAt  when the source was in this state (valid time, UTC)
/// @param sources     everything that was read, in order
/// @param facts       single observed values by name, e.g. `default-routes -> 1`; what was not observed is left out
/// @param populations whole populations
/// @param refusals    what could not be read
/// @param origin      which machine it is, and how it was read
public record Evidence(
        CollectorId collector,
        int version,
        String host,
        String readAs,
        Instant observedAt,
        List<Source> sources,
        SortedMap<String, String> facts,
        List<Population> populations,
        List<Refusal> refusals,
        Origin origin) {
    public Evidence {
        if (version < 1) {
            throw new IllegalArgumentException("collector version " + version);
        }
        sources = List.copyOf(sources);
        facts = SortedValues.of(facts);
        populations = List.copyOf(populations);
        refusals = List.copyOf(refusals);
    }

    /// Of the running host, of which no more is known than its name.
    public Evidence(
            CollectorId collector,
            int version,
            String host,
            String readAs,
            Instant observedAt,
            List<Source> sources,
            SortedMap<String, String> facts,
            List<Population> populations,
            List<Refusal> refusals) {
        this(collector, version, host, readAs, observedAt, sources, facts, populations, refusals, Origin.UNKNOWN);
    }

    /// Which host it is of.
    public HostRef hostRef() {
        return new HostRef(host.isBlank() ? HostRef.NAMELESS : host, origin.machine());
    }

    /// The fact that says what of the host was looked at, where one collector looks at several things on a host.
    public static final String SCOPE = "import-scope";

    /// Names what later evidence of the same collector takes the place of: the host and, where one is stated, the
    /// scope within it.
    public String strand() {
        return fact(SCOPE)
                .map(scope -> hostRef() + "\n" + scope)
                .orElseGet(() -> hostRef().toString());
    }

    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    public Optional<Population> population(String name) {
        return populations.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
