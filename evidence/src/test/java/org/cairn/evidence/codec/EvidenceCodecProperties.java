package org.cairn.evidence.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceManifest;
import org.cairn.evidence.EvidenceManifest.RawPayload;
import org.cairn.evidence.Item;
import org.cairn.evidence.Origin;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Population;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.proof.Digest;

class EvidenceCodecProperties {
    @Property(tries = 300)
    void whatIsWrittenReadsBackEqual(@ForAll("evidence") Evidence evidence) throws MalformedEvidence {
        assertEquals(evidence, EvidenceCodec.decode(EvidenceCodec.encode(evidence)));
    }

    @Property(tries = 100)
    void manifestsReadBackEqual(@ForAll("manifests") EvidenceManifest manifest) throws MalformedEvidence {
        assertEquals(manifest, EvidenceCodec.decodeManifest(EvidenceCodec.encodeManifest(manifest)));
    }

    @Property(tries = 100)
    void theOrderInWhichFactsWereMetNeverChangesTheBytes(@ForAll("evidence") Evidence evidence) {
        var reversed = new TreeMap<String, String>(Collections.reverseOrder());
        reversed.putAll(evidence.facts());
        Evidence other = new Evidence(
                evidence.collector(),
                evidence.version(),
                evidence.host(),
                evidence.readAs(),
                evidence.observedAt(),
                evidence.sources(),
                reversed,
                evidence.populations(),
                evidence.refusals(),
                evidence.origin());
        assertEquals(EvidenceCodec.encode(evidence), EvidenceCodec.encode(other));
    }

    @Provide
    Arbitrary<EvidenceManifest> manifests() {
        return Combinators.combine(
                        evidence(), digests(), digests(), Arbitraries.longs().greaterOrEqual(0))
                .as((evidence, stored, commitment, size) -> new EvidenceManifest(
                        evidence,
                        evidence.sources().isEmpty()
                                ? List.of()
                                : List.of(new RawPayload(
                                        evidence.sources().size() - 1, new PayloadRef(stored, commitment, size)))));
    }

    @Provide
    Arbitrary<Evidence> evidence() {
        return Combinators.combine(withoutOrigin(), origins())
                .as((evidence, origin) -> new Evidence(
                        evidence.collector(),
                        evidence.version(),
                        evidence.host(),
                        evidence.readAs(),
                        evidence.observedAt(),
                        evidence.sources(),
                        evidence.facts(),
                        evidence.populations(),
                        evidence.refusals(),
                        origin));
    }

    private static Arbitrary<Origin> origins() {
        Arbitrary<String> machines =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(32);
        Arbitrary<Origin.Capture> captures = Combinators.combine(
                        names(), names(), instants(), names().list().ofMaxSize(3))
                .as(Origin.Capture::new);
        return Combinators.combine(machines.optional(), captures.optional()).as(Origin::new);
    }

    private static Arbitrary<Evidence> withoutOrigin() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        texts(),
                        texts(),
                        instants(),
                        sources().list().ofMaxSize(4),
                        values(),
                        populations().list().ofMaxSize(3),
                        refusals().list().ofMaxSize(3))
                .as((version, host, user, at, sources, facts, populations, refusals) -> new Evidence(
                        new CollectorId("host.example"),
                        version,
                        host,
                        user,
                        at,
                        sources,
                        new TreeMap<>(facts),
                        populations,
                        refusals));
    }

    private static Arbitrary<Source> sources() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(Source.How.class),
                        instants(),
                        digests(),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(Source::new);
    }

    private static Arbitrary<Population> populations() {
        return Combinators.combine(
                        names(),
                        values().map(Item::of).list().ofMaxSize(4),
                        refusals().list().ofMaxSize(2))
                .as(Population::new);
    }

    private static Arbitrary<Refusal> refusals() {
        return Combinators.combine(names(), Arbitraries.of(Refusal.Why.class), texts())
                .as(Refusal::new);
    }

    private static Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(names(), texts()).ofMaxSize(5);
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Digest> digests() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
                .as(Digest::new);
    }

    private static Arbitrary<String> names() {
        return texts().map(text -> "n" + text);
    }

    /// Any text that UTF-8 can carry, with the characters that JSON escapes among it.
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('"', '\\', '\n', '\t', '\u0001', '/', 'a', 'ü', '中', '\u2028')
                .ofMaxLength(12)
                .map(text -> text + (text.length() % 3 == 0 ? "\uD83D\uDE80" : ""));
    }
}
