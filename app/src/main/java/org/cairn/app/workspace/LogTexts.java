package org.cairn.app.workspace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.Event;
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
import org.cairn.frameworks.Language;

/// What an event says, in one line.
final class LogTexts {
    private LogTexts() {}

    /// As the command line and JSON say it.
    static String summary(Event event) {
        return saying(event).in(Language.EN);
    }

    static Saying saying(Event event) {
        return switch (event) {
            case Event.WorkspaceFounded founded -> Saying.of("workspace-founded", founded.origin());
            case Event.IdentityEnrolled enrolled ->
                Saying.of("identity-enrolled", shortened(enrolled.key().hex()), Saying.word("role", enrolled.role()));
            case Event.FrameworkAdopted adopted ->
                Saying.of("framework-adopted", adopted.framework(), adopted.version());
            case Event.ScopeDefined scope -> defined(scope);
            case Event.SessionOpened session -> opened(session);
            case Event.ClockWentBack clock -> Saying.of("clock-went-back", clock.previous(), clock.now());
            case Event.ControlAnswered answer -> answered(answer);
            case Event.EvidenceRecorded evidence -> recorded(evidence);
            case Event.EvidenceLinked linked ->
                Saying.of(
                        "evidence-linked",
                        linked.evidence().shortForm(),
                        linked.subject().text());
            case HandbackEvent handback -> AuditTexts.saying(handback);
            case RevisionEvent.EvidenceSuperseded superseded ->
                Saying.of(
                        "evidence-superseded",
                        superseded.evidence().shortForm(),
                        superseded.by().shortForm());
            case Event.CollectionCompleted completed ->
                Saying.of(
                        completed.cancelled() ? "collection-cancelled" : "collection-completed",
                        completed.evidence().size(),
                        completed.failed().size());
            case Event.PackIssued pack -> issued(pack);
            case IdentityEvent identity -> ReviewTexts.saying(identity);
            case ExchangeEvent exchange -> ExchangeTexts.saying(exchange);
            case ReviewEvent review -> ReviewTexts.saying(review);
            case ScopeEvent scope -> ScopeTexts.saying(scope);
            case ErasureEvent erasure -> ErasureTexts.saying(erasure);
            case WitnessEvent witness -> WitnessTexts.saying(witness);
            case DeadlineEvent deadline -> DeadlineTexts.saying(deadline);
            case FleetEvent fleet -> saying(fleet);
            case DeviationEvent deviation -> ReviewTexts.saying(deviation);
            case FrameworkEvent.FrameworkImported imported -> imported(imported);
            case RegisterEvent register -> ReviewTexts.saying(register);
            case ProgrammeEvent programme -> saying(programme);
            case Event.Unknown unknown -> Saying.of("unknown", unknown.kind(), unknown.version());
        };
    }

    private static Saying defined(Event.ScopeDefined scope) {
        return scope.roles().isEmpty()
                ? Saying.of("scope-defined")
                : Saying.of("scope-defined.roles", String.join(", ", scope.roles()));
    }

    private static Saying opened(Event.SessionOpened session) {
        return Saying.of(
                session.clockSynchronised() ? "session-opened" : "session-opened.unsure",
                session.productVersion(),
                session.timeSource());
    }

    private static Saying recorded(Event.EvidenceRecorded evidence) {
        return Saying.of(
                "evidence-recorded",
                evidence.collector(),
                evidence.observedAt(),
                evidence.id().shortForm(),
                evidence.sources(),
                evidence.refusals());
    }

    private static Saying issued(Event.PackIssued pack) {
        return Saying.of(
                "pack-issued",
                pack.kind(),
                pack.framework(),
                pack.size(),
                shortened(pack.sums().hex()));
    }

    private static Saying imported(FrameworkEvent.FrameworkImported own) {
        return Saying.of("framework-imported", own.framework(), own.version(), own.nodes(), own.mappings());
    }

    private static Saying answered(Event.ControlAnswered answer) {
        String subject = answer.subject().text();
        Saying status = Saying.word("answer", answer.status());
        return answer.evidence().isEmpty()
                ? Saying.of("control-answered", subject, status)
                : Saying.of("control-answered.evidence", subject, status, ids(answer.evidence()));
    }

    private static Saying saying(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.SampleDeclared _ -> Saying.of("sample-declared");
            case ProgrammeEvent.PilotBegun begun -> Saying.of("pilot-begun", begun.begins());
            case ProgrammeEvent.PilotMeasured measured ->
                Saying.of(
                        "pilot-measured",
                        measured.measure(),
                        Saying.word("result", measured.result()),
                        ids(measured.evidence()));
        };
    }

    private static Saying saying(FleetEvent event) {
        return switch (event) {
            case FleetEvent.HostExpected _ -> Saying.of("host-expected");
            case FleetEvent.HostDismissed _ -> Saying.of("host-dismissed");
            case FleetEvent.HostRunImported run ->
                Saying.of(
                        "host-run-imported",
                        run.sequence(),
                        shortened(run.key().hex()),
                        run.startedAt(),
                        ids(run.evidence()));
        };
    }

    static String words(AnswerStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String ids(List<EvidenceId> ids) {
        return ids.stream().map(EvidenceId::shortForm).collect(Collectors.joining(", "));
    }

    static String shortened(String hex) {
        return hex.substring(0, 12);
    }
}
