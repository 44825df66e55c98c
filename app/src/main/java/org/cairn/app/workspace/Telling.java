package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.cairn.checklist.Subject;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;

/// What the ledger holds, in words.
final class Telling {
    private final Parts parts;

    Telling(Parts parts) {
        this.parts = parts;
    }

    /// The entries from `from` to before `to`, oldest first. One that cannot be read is left out.
    List<LogLine> log(long from, long to) throws WorkspaceException {
        return log(LongStream.range(from, to).boxed().toList());
    }

    List<LogLine> log(List<Long> entries) throws WorkspaceException {
        Map<Long, String> unadmitted = parts.imports().unadmitted().stream()
                .collect(Collectors.toMap(PeerRules.Unadmitted::entry, PeerRules.Unadmitted::why));
        List<LogLine> lines = new ArrayList<>();
        for (long entry : entries) {
            Optional<Recorded<? extends Event>> read = parts.log().event(entry);
            if (read.isPresent()) {
                Recorded<? extends Event> recorded = read.get();
                Event event = recorded.event();
                Saying saying = LogTexts.saying(event);
                lines.add(new LogLine(
                        EventCodec.kind(event),
                        parts.names().of(recorded.actor()),
                        event instanceof EntryImported ? saying.then(imported(recorded, unadmitted)) : saying,
                        recorded));
            }
        }
        return lines;
    }

    /// What another log's entry says, and whether it counts.
    private Saying imported(Recorded<? extends Event> recorded, Map<Long, String> unadmitted) {
        String why = unadmitted.get(recorded.entry());
        Saying told = Saying.plain(": ")
                .then(parts.imports()
                        .said(recorded.entry())
                        .map(said -> LogTexts.saying(said.event()))
                        .orElseGet(() -> Saying.of("entry-imported.unreadable")));
        return why == null ? told : told.then(Saying.of("entry-imported.refused", why));
    }

    /// @param size how many entries count
    List<HistoryLine> history(Subject subject, long size) throws WorkspaceException {
        List<HistoryLine> lines = new ArrayList<>();
        for (Recorded<? extends Event> recorded : about(subject, size)) {
            if (recorded.event() instanceof Event.ControlAnswered answer) {
                lines.add(answered(recorded, answer));
            } else if (recorded.event() instanceof ReviewEvent.AnswerWithdrawn taken) {
                lines.add(withdrawn(recorded, taken));
            } else if (recorded.event() instanceof Event.EvidenceLinked linked) {
                lines.add(linked(recorded, linked));
            }
        }
        return lines;
    }

    private List<Recorded<? extends Event>> about(Subject subject, long size) {
        List<Recorded<? extends Event>> about = new ArrayList<>();
        for (long entry : parts.finder().about(subject.text(), size)) {
            parts.imports().said(entry).or(() -> parts.log().event(entry)).ifPresent(about::add);
        }
        return about;
    }

    AnswerTexts texts(Event.ControlAnswered answer) throws WorkspaceException {
        return new AnswerTexts(parts.names().text(answer.note()), parts.names().text(answer.owner()));
    }

    private HistoryLine answered(Recorded<?> recorded, Event.ControlAnswered answer) throws WorkspaceException {
        return new HistoryLine(
                recorded.entry(),
                recorded.recordedAt(),
                recorded.validFrom(),
                parts.names().of(recorded.actor()),
                Optional.of(answer.status()),
                parts.names().text(answer.note()),
                answer.evidence(),
                Optional.empty());
    }

    private HistoryLine withdrawn(Recorded<?> recorded, ReviewEvent.AnswerWithdrawn taken) throws WorkspaceException {
        return new HistoryLine(
                recorded.entry(),
                recorded.recordedAt(),
                recorded.validFrom(),
                parts.names().of(recorded.actor()),
                Optional.empty(),
                parts.names().text(taken.reason()),
                List.of(),
                Optional.of(taken.answer().entry()));
    }

    private HistoryLine linked(Recorded<?> recorded, Event.EvidenceLinked linked) throws WorkspaceException {
        return new HistoryLine(
                recorded.entry(),
                recorded.recordedAt(),
                recorded.validFrom(),
                parts.names().of(recorded.actor()),
                Optional.empty(),
                Optional.empty(),
                List.of(linked.evidence()),
                Optional.empty());
    }
}
