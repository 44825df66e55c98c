package org.cairn.checklist.posture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckId;
import org.cairn.checklist.check.Coverage;
import org.cairn.checklist.check.Feed;
import org.cairn.checklist.check.Privilege;
import org.cairn.checklist.check.Rule;
import org.cairn.checklist.check.ValueTest;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.Origin;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// Four controls, one framework and two checks, with a history that grows entry by entry. `NET-1` is checked in full,
/// `NET-2` in part, `NET-3` and `NET-4` by no check. Evidence lives for a week.
final class SmallWorld {
    static final FrameworkId LAW = new FrameworkId("law");
    static final ControlId FULL = new ControlId("NET-1");
    static final ControlId PART = new ControlId("NET-2");
    static final ControlId UNCHECKED = new ControlId("NET-3");
    static final ControlId OVERLAPPING = new ControlId("NET-4");
    static final RequirementId CLOSED_BY_FULL = law("1");
    static final RequirementId SUPPORTED_BY_FULL = law("2");
    static final RequirementId CLOSED_BY_UNCHECKED = law("3");
    static final RequirementId UNCOVERED = law("4");
    static final RequirementId LATER = law("5");
    static final CollectorId FIREWALL = new CollectorId("network.firewall");
    static final Duration TIME_TO_LIVE = Duration.ofDays(7);
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final KeyId ACTOR = new KeyId(digest("actor"));

    private final List<Recorded<? extends Event>> events = new ArrayList<>();
    private final Map<EvidenceId, RecordedEvidence> evidence = new HashMap<>();
    private final Map<PayloadRef, Bytes> texts = new HashMap<>();

    static RequirementId law(String number) {
        return new RequirementId(LAW, number);
    }

    static Digest digest(String text) {
        return Digest.sha256(Bytes.utf8(text));
    }

    static Instant day(double day) {
        return START.plusSeconds((long) (day * 86_400));
    }

    static Catalogue catalogue() {
        List<Control> controls = List.of(
                new Control(FULL, "Network", "Default deny"),
                new Control(PART, "Network", "Segments"),
                new Control(UNCHECKED, "Network", "Reviews"),
                new Control(OVERLAPPING, "Network", "Alerts"));
        List<Requirement> nodes = List.of(
                node("0", Optional.empty(), Requirement.GROUP),
                node("1", Optional.of("0"), "obligation"),
                node("2", Optional.of("0"), "obligation"),
                node("3", Optional.of("0"), "obligation"),
                node("4", Optional.of("0"), "obligation"),
                node("5", Optional.of("0"), "obligation"));
        Framework law =
                new Framework(LAW, "Law", "1", LocalDate.of(2026, 11, 21), "gazette", "free", digest("law"), nodes);
        List<Mapping> mappings = List.of(
                mapping(FULL, CLOSED_BY_FULL, Relation.EQUAL),
                mapping(FULL, SUPPORTED_BY_FULL, Relation.SUBSET_OF),
                mapping(OVERLAPPING, SUPPORTED_BY_FULL, Relation.INTERSECTS_WITH),
                mapping(UNCHECKED, CLOSED_BY_UNCHECKED, Relation.SUPERSET_OF));
        List<ApplicationDate> dates = List.of(
                date(LATER, LocalDate.of(2026, 1, 1), LocalDate.of(2025, 1, 1)),
                date(LATER, LocalDate.of(2027, 1, 1), LocalDate.of(2026, 11, 5)));
        return new Catalogue(controls, List.of(law), mappings, List.of(), dates);
    }

    private static Mapping mapping(ControlId control, RequirementId requirement, Relation relation) {
        return new Mapping(control, requirement, relation, 5, "a reason", "tester", LocalDate.of(2026, 11, 21));
    }

    private static ApplicationDate date(RequirementId node, LocalDate from, LocalDate statedOn) {
        return new ApplicationDate(node, from, Optional.empty(), statedOn, "gazette of " + statedOn);
    }

    private static Requirement node(String number, Optional<String> parent, String kind) {
        return new Requirement(
                law(number),
                parent.map(SmallWorld::law),
                "Demand " + number,
                List.of("all"),
                kind,
                "Law " + number,
                List.of(),
                "");
    }

    static CheckCatalogue checks() {
        return new CheckCatalogue(List.of(
                check("net.policy", new Feed(FULL, Coverage.FULL, "it is all that is asked")),
                check("net.segments", new Feed(PART, Coverage.PARTIAL, "the switches"))));
    }

    private static CheckDefinition check(String id, Feed feed) {
        return new CheckDefinition(
                new CheckId(id),
                new CheckDefinition.Words("Policy is drop", "set it", "none", List.of("nft(8)")),
                new CheckDefinition.Reading(FIREWALL, 1, Privilege.NONE, TIME_TO_LIVE),
                List.of(feed),
                new Rule.Fact("policy", new ValueTest.EqualTo("drop"), "policy is {policy}"),
                CheckDefinition.Asking.ALWAYS,
                CheckDefinition.Origin.AT_HOME);
    }

    SmallWorld adopt(double recorded) {
        return record(recorded, recorded, new Event.FrameworkAdopted(LAW, "1", digest("law")));
    }

    SmallWorld answer(double recorded, double validFrom, Subject subject, AnswerStatus status) {
        return answer(
                recorded,
                validFrom,
                subject,
                status,
                catalogue().textDigest(subject).orElseThrow());
    }

    SmallWorld answer(double recorded, double validFrom, Subject subject, AnswerStatus status, Digest text) {
        PayloadRef note = new PayloadRef(digest("stored"), digest("commitment"), 4);
        return record(
                recorded,
                validFrom,
                new Event.ControlAnswered(
                        subject,
                        status,
                        text,
                        Optional.of(note),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        status == AnswerStatus.NOT_YET_APPLICABLE
                                ? Optional.of(LocalDate.of(2026, 11, 10))
                                : Optional.empty(),
                        List.of()));
    }

    /// The firewall of `host` was seen with `policy`.
    SmallWorld observe(double recorded, double observed, String host, String policy) {
        observeHost(recorded, observed, HostRef.named(host), policy);
        return this;
    }

    /// @param observed what the host's clock claimed
    EvidenceId observeHost(double recorded, double observed, HostRef host, String policy) {
        return observeHost(recorded, observed, host, policy, FIREWALL);
    }

    EvidenceId observeHost(double recorded, double observed, HostRef host, String policy, CollectorId collector) {
        EvidenceId id = recordEvidence(recorded, Math.min(recorded, observed), host.name(), collector);
        int entry = events.size() - 1;
        Evidence seen = new Evidence(
                collector,
                1,
                host.name(),
                "root",
                day(observed),
                List.of(),
                new TreeMap<>(Map.of("policy", policy)),
                List.of(),
                List.of(),
                new Origin(host.machine(), Optional.empty()));
        PayloadRef manifest = new PayloadRef(id.stored(), digest("commitment"), 9);
        evidence.put(id, new RecordedEvidence(id, entry, day(recorded), manifest, seen));
        return id;
    }

    /// Puts a text into a payload.
    PayloadRef text(Bytes content) {
        PayloadRef payload = new PayloadRef(digest("text " + texts.size()), digest("commitment"), content.size());
        texts.put(payload, content);
        return payload;
    }

    /// Evidence whose payload is gone.
    EvidenceId erased(double recorded, double observed, String host) {
        return recordEvidence(recorded, observed, host, FIREWALL);
    }

    private EvidenceId recordEvidence(double recorded, double observed, String host, CollectorId collector) {
        EvidenceId id = new EvidenceId(digest(host + " entry " + events.size()));
        PayloadRef manifest = new PayloadRef(id.stored(), digest("commitment"), 9);
        record(recorded, observed, new Event.EvidenceRecorded(id, collector, 1, day(observed), manifest, 1, 0));
        return id;
    }

    SmallWorld record(double recorded, double validFrom, Event event) {
        events.add(new Recorded<>(events.size(), day(recorded), day(validFrom), Optional.empty(), ACTOR, event));
        return this;
    }

    History history() {
        return new History(events, id -> Optional.ofNullable(evidence.get(id)))
                .withTexts(payload -> Optional.ofNullable(texts.get(payload)));
    }

    Posture postureAt(double validAt, double knownAt) {
        return PostureCalculation.postureAt(catalogue(), checks(), history(), day(validAt), day(knownAt));
    }

    Posture now(double day) {
        return postureAt(day, day);
    }

    static RequirementState state(Posture posture, RequirementId id) {
        return posture.framework(LAW).orElseThrow().requirements().stream()
                .filter(row -> row.requirement().id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
