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

/// What an event says, in one line.
final class LogTexts {
    private LogTexts() {}

    static String summary(Event event) {
        return switch (event) {
            case Event.WorkspaceFounded founded -> "workspace founded as " + founded.origin();
            case Event.IdentityEnrolled enrolled ->
                "key " + shortened(enrolled.key().hex()) + " enrolled as "
                        + enrolled.role().word();
            case Event.FrameworkAdopted adopted ->
                "framework " + adopted.framework() + " adopted, version " + adopted.version();
            case Event.ScopeDefined scope ->
                "scope defined" + (scope.roles().isEmpty() ? "" : ", roles " + String.join(", ", scope.roles()));
            case Event.SessionOpened session ->
                "session opened with Cairn " + session.productVersion() + ", time source " + session.timeSource()
                        + (session.clockSynchronised() ? ", synchronised" : ", not known to be synchronised");
            case Event.ClockWentBack clock -> "the clock went back from " + clock.previous() + " to " + clock.now();
            case Event.ControlAnswered answer ->
                answer.subject().text() + " answered " + words(answer.status())
                        + (answer.evidence().isEmpty() ? "" : " on " + ids(answer.evidence()));
            case Event.EvidenceRecorded evidence ->
                evidence.collector() + " observed " + evidence.observedAt() + " as "
                        + evidence.id().shortForm() + ", " + evidence.sources() + " sources, " + evidence.refusals()
                        + " refusals";
            case Event.EvidenceLinked linked ->
                linked.evidence().shortForm() + " linked to " + linked.subject().text();
            case HandbackEvent handback -> AuditTexts.summary(handback);
            case RevisionEvent.EvidenceSuperseded superseded ->
                superseded.evidence().shortForm() + " superseded by "
                        + superseded.by().shortForm();
            case Event.CollectionCompleted completed ->
                "collection " + (completed.cancelled() ? "cancelled" : "completed") + ": "
                        + completed.evidence().size() + " recorded, "
                        + completed.failed().size() + " failed";
            case Event.PackIssued pack ->
                "pack " + pack.kind() + " of " + pack.framework() + " issued at size " + pack.size() + ", sums "
                        + shortened(pack.sums().hex());
            case IdentityEvent identity -> ReviewTexts.summary(identity);
            case ExchangeEvent exchange -> ExchangeTexts.summary(exchange);
            case ReviewEvent review -> ReviewTexts.summary(review);
            case ScopeEvent scope -> ScopeTexts.summary(scope);
            case ErasureEvent erasure -> ErasureTexts.summary(erasure);
            case WitnessEvent witness -> WitnessTexts.summary(witness);
            case DeadlineEvent deadline -> DeadlineTexts.summary(deadline);
            case FleetEvent fleet -> summary(fleet);
            case DeviationEvent deviation -> ReviewTexts.summary(deviation);
            case FrameworkEvent.FrameworkImported imported ->
                "framework " + imported.framework() + " imported, version " + imported.version() + ", "
                        + imported.nodes() + " rows, " + imported.mappings() + " mappings";
            case RegisterEvent register -> ReviewTexts.summary(register);
            case ProgrammeEvent programme -> summary(programme);
            case Event.Unknown unknown ->
                "written by a newer version: " + unknown.kind() + " version " + unknown.version();
        };
    }

    private static String summary(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.SampleDeclared _ -> "the workspace is a sample to look around in, not evidence";
            case ProgrammeEvent.PilotBegun begun -> "a pilot begins on " + begun.begins();
            case ProgrammeEvent.PilotMeasured measured ->
                "measure " + measured.measure() + " of the pilot "
                        + measured.result().name().toLowerCase(Locale.ROOT) + ", on " + ids(measured.evidence());
        };
    }

    static String words(AnswerStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String summary(FleetEvent event) {
        return switch (event) {
            case FleetEvent.HostExpected _ -> "a host is expected to show evidence";
            case FleetEvent.HostDismissed _ -> "a host is no longer expected";
            case FleetEvent.HostRunImported run ->
                "run " + run.sequence() + " of key " + shortened(run.key().hex()) + " imported, started there at "
                        + run.startedAt() + ": " + ids(run.evidence());
        };
    }

    static String ids(List<EvidenceId> ids) {
        return ids.stream().map(EvidenceId::shortForm).collect(Collectors.joining(", "));
    }

    static String shortened(String hex) {
        return hex.substring(0, 12);
    }
}
