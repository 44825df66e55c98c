package org.cairn.checklist.codec;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.EventDraft;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.FrameworkEvent;
import org.cairn.checklist.event.HandbackEvent;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.ProgrammeEvent;
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.RevisionEvent;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonText;

/// Events to JSON. [EventReading] is the way back; member by member they stand in the same order.
final class EventWriting {
    private final Json.Builder json = Json.object();

    private EventWriting() {}

    static Json write(EventKind kind, EventDraft<?> draft) {
        EventWriting writing = new EventWriting();
        writing.json
                .with("kind", kind.text())
                .with("version", EventKind.VERSION)
                .with("recordedAt", Instants.text(draft.recordedAt()))
                .with("validFrom", Instants.text(draft.validFrom()));
        draft.validTo().ifPresent(end -> writing.json.with("validTo", Instants.text(end)));
        writing.body(draft.event());
        return writing.json.build();
    }

    private void body(Event event) {
        switch (event) {
            case Event.WorkspaceFounded founded -> founded(founded);
            case Event.IdentityEnrolled enrolled -> enrolled(enrolled);
            case Event.FrameworkAdopted adopted -> adopted(adopted);
            case Event.ScopeDefined scope -> scope(scope);
            case Event.SessionOpened session -> session(session);
            case Event.ClockWentBack clock -> clock(clock);
            case Event.ControlAnswered answer -> answer(answer);
            case Event.EvidenceRecorded recorded -> recorded(recorded);
            case Event.EvidenceLinked linked -> linked(linked);
            case Event.CollectionCompleted completed -> completed(completed);
            case Event.PackIssued issued -> issued(issued);
            case IdentityEvent identity -> IdentityShapes.write(identity, json);
            case ReviewEvent review -> ReviewShapes.write(review, json);
            case ScopeEvent scope -> ScopeShapes.write(scope, json);
            case ErasureEvent erasure -> ErasureWriting.write(json, erasure);
            case ExchangeEvent exchange -> ExchangeWriting.write(exchange, json);
            case WitnessEvent witness -> WitnessShapes.write(witness, json);
            case DeadlineEvent deadline -> DeadlineShapes.write(deadline, json);
            case FrameworkEvent framework -> FrameworkShapes.write(framework, json);
            case FleetEvent fleet -> FleetShapes.write(fleet, json);
            case RevisionEvent revision -> RevisionShapes.write(revision, json);
            case DeviationEvent deviation -> DeviationShapes.write(deviation, json);
            case HandbackEvent handback -> HandbackShapes.write(handback, json);
            case RegisterEvent register -> RegisterShapes.write(register, json);
            case ProgrammeEvent programme -> ProgrammeShapes.write(programme, json);
            case Event.Unknown unknown -> throw new IllegalArgumentException(unknown.kind() + " has no known shape");
        }
    }

    private void founded(Event.WorkspaceFounded event) {
        json.with("formatVersion", event.formatVersion())
                .with("origin", event.origin())
                .with("organisation", ref(event.organisation()));
    }

    private void enrolled(Event.IdentityEnrolled event) {
        json.with("key", event.key().hex())
                .with("spki", event.spki().hex())
                .with("role", event.role().name())
                .with("name", ref(event.name()));
        optional("holder", event.holder().map(holder -> new JsonText(holder.hex())));
    }

    private void adopted(Event.FrameworkAdopted event) {
        json.with("framework", event.framework().value())
                .with("frameworkVersion", event.version())
                .with("content", event.content().hex());
    }

    private void scope(Event.ScopeDefined event) {
        json.with("roles", event.roles().stream().map(JsonText::new).toList())
                .with("description", ref(event.description()));
    }

    private void session(Event.SessionOpened event) {
        json.with("productVersion", event.productVersion())
                .with("timeSource", event.timeSource())
                .with("clockSynchronised", new JsonFlag(event.clockSynchronised()));
    }

    private void clock(Event.ClockWentBack event) {
        json.with("previous", Instants.text(event.previous())).with("now", Instants.text(event.now()));
    }

    private void answer(Event.ControlAnswered event) {
        subject(event.subject());
        json.with("status", event.status().name())
                .with("textDigest", event.textDigest().hex());
        optional("note", event.note().map(EventWriting::ref));
        optional("maturity", event.maturity().map(EventWriting::maturity));
        optional("owner", event.owner().map(EventWriting::ref));
        optional("due", event.due().map(date -> new JsonText(date.toString())));
        optional("appliesFrom", event.appliesFrom().map(date -> new JsonText(date.toString())));
        json.with("evidence", ids(event.evidence()));
    }

    private void recorded(Event.EvidenceRecorded event) {
        json.with("evidence", event.id().hex())
                .with("collector", event.collector().value())
                .with("collectorVersion", event.collectorVersion())
                .with("observedAt", Instants.text(event.observedAt()))
                .with("manifest", ref(event.manifest()))
                .with("sources", event.sources())
                .with("refusals", event.refusals());
    }

    private void linked(Event.EvidenceLinked event) {
        subject(event.subject());
        json.with("evidence", event.evidence().hex());
    }

    private void completed(Event.CollectionCompleted event) {
        json.with("startedAt", Instants.text(event.startedAt()))
                .with("evidence", ids(event.evidence()))
                .with(
                        "failed",
                        event.failed().stream()
                                .map(collector -> new JsonText(collector.value()))
                                .toList())
                .with("cancelled", new JsonFlag(event.cancelled()));
    }

    private void issued(Event.PackIssued event) {
        json.with("packKind", event.kind())
                .with("framework", event.framework().value())
                .with("sums", event.sums().hex())
                .with("size", event.size());
    }

    private void subject(Subject subject) {
        json.with("subject", subject.text());
    }

    private void optional(String name, Optional<? extends Json> value) {
        value.ifPresent(present -> json.with(name, present));
    }

    static Json ref(PayloadRef ref) {
        return Json.object()
                .with("stored", ref.stored().hex())
                .with("commitment", ref.commitment().hex())
                .with("sizeBytes", ref.sizeBytes())
                .build();
    }

    private static Json maturity(Maturity maturity) {
        return Json.object()
                .with("documentation", maturity.documentation())
                .with("implementation", maturity.implementation())
                .build();
    }

    static List<Json> ids(Collection<EvidenceId> ids) {
        return ids.stream().<Json>map(id -> new JsonText(id.hex())).toList();
    }
}
