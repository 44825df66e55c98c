package org.cairn.app.workspace;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.RetentionLine.State;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.checklist.event.ErasureEvent.LegalHoldPlaced;
import org.cairn.checklist.event.ErasureEvent.RetentionRuleSet;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent.AnswerWithdrawn;
import org.cairn.checklist.retention.KeptRecord;
import org.cairn.checklist.retention.RecordKind;
import org.cairn.checklist.retention.Retention;
import org.cairn.checklist.retention.RetentionRule;
import org.cairn.checklist.retention.RetentionRules;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;

/// What is kept for how long. Reads each entry that bears on it once, by kind.
final class RetentionReport {
    private static final RetentionRules BY_LAW = RetentionRules.load();

    private final Parts parts;
    private final Instant now;
    private final Set<FrameworkId> adopted = new HashSet<>();
    private final Map<String, Recorded<RetentionRuleSet>> own = new LinkedHashMap<>();
    private final Map<EvidenceId, Recorded<EvidenceRecorded>> evidence = new LinkedHashMap<>();
    private final Map<EvidenceId, Set<Subject>> restingOn = new HashMap<>();
    private final Map<Long, Instant> replacedAt = new HashMap<>();
    private final Map<Subject, Recorded<ControlAnswered>> current = new HashMap<>();
    private final Map<Long, Recorded<ControlAnswered>> answers = new LinkedHashMap<>();
    private Set<String> roles = Set.of();

    RetentionReport(Parts parts) {
        this.parts = parts;
        this.now = parts.environment().clock().instant();
    }

    RetentionOverview overview() {
        read();
        return new RetentionOverview(lines(), notices());
    }

    /// Every piece of evidence and every answer with texts that were not erased, oldest first.
    private List<RetentionLine> lines() {
        Map<Long, Recorded<LegalHoldPlaced>> holds = Legal.holds(parts.log(), Long.MAX_VALUE);
        List<RetentionRule> rules = rules();
        List<RetentionLine> lines = new ArrayList<>();
        for (Recorded<EvidenceRecorded> each : evidence.values()) {
            EvidenceRecorded event = each.event();
            if (parts.erasures().of(event.id()).isEmpty()) {
                String what = "evidence " + event.id().shortForm() + " (" + event.collector() + ")";
                List<Long> held =
                        Legal.on(holds, Optional.of(event.id()), restingOn.getOrDefault(event.id(), Set.of()));
                lines.add(line(each, what, event.id().hex(), retention(kept(each), rules), held));
            }
        }
        for (Recorded<ControlAnswered> each : answers.values()) {
            ControlAnswered event = each.event();
            boolean texts = PayloadRefs.of(event).stream()
                    .anyMatch(payload -> !parts.erasures().erased(payload.stored()));
            if (texts) {
                String subject = event.subject().text();
                List<Long> held = Legal.on(holds, Optional.empty(), Set.of(event.subject()));
                lines.add(line(each, "answer to " + subject, subject, retention(keptAnswer(each), rules), held));
            }
        }
        lines.sort(Comparator.comparingLong(RetentionLine::entry));
        return lines;
    }

    /// What laws of adopted frameworks say without a period.
    private List<RetentionRules.Notice> notices() {
        return BY_LAW.notices().stream()
                .filter(notice -> adopted.contains(notice.framework()))
                .toList();
    }

    /// The floor that forbids the erasure of an item now.
    Optional<Retention.Term> floorOf(Target target) {
        read();
        Optional<KeptRecord> kept = switch (target) {
            case Target.Evidence(EvidenceId id) ->
                Optional.ofNullable(evidence.get(id)).map(this::kept);
            case Target.TextsOf(long entry) ->
                Optional.ofNullable(answers.get(entry)).map(this::keptAnswer);
        };
        return kept.flatMap(record -> retention(record, rules()).keptBy(now));
    }

    /// @param period empty takes the rule back
    long set(String appliesTo, Bound bound, Optional<Period> period, String reason) throws WorkspaceException {
        parts.requireWritable();
        if (reason.isBlank()) {
            throw new WorkspaceException(Kind.MISSING_REASON, "a reason is needed (--reason); nothing was recorded");
        }
        try {
            return parts.log()
                    .recordByPerson(new RetentionRuleSet(
                            appliesTo, bound, period, parts.vault().put(Bytes.utf8(reason))));
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (IllegalArgumentException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, e.getMessage() + "; nothing was recorded", e);
        }
    }

    private void read() {
        EventLog log = parts.log();
        log.all(EvidenceRecorded.class)
                .forEach(each -> evidence.put(each.event().id(), each));
        log.all(ControlAnswered.class).forEach(this::answered);
        log.all(AnswerWithdrawn.class)
                .forEach(each -> replacedAt.putIfAbsent(each.event().answer().entry(), each.recordedAt()));
        log.all(RetentionRuleSet.class)
                .forEach(each ->
                        own.put(each.event().appliesTo() + " " + each.event().bound(), each));
        log.all(Event.FrameworkAdopted.class)
                .forEach(each -> adopted.add(each.event().framework()));
        log.all(Event.ScopeDefined.class)
                .forEach(each -> roles = Set.copyOf(each.event().roles()));
        log.all(Event.EvidenceLinked.class)
                .forEach(each -> rest(each.event().evidence(), each.event().subject()));
    }

    private void answered(Recorded<ControlAnswered> answer) {
        answers.put(answer.entry(), answer);
        Recorded<ControlAnswered> before = current.put(answer.event().subject(), answer);
        if (before != null && before.entry() != answer.entry()) {
            replacedAt.put(before.entry(), answer.recordedAt());
        }
        answer.event().evidence().forEach(id -> rest(id, answer.event().subject()));
    }

    private void rest(EvidenceId id, Subject subject) {
        restingOn.computeIfAbsent(id, _ -> new HashSet<>()).add(subject);
    }

    /// A document is in effect while the current answer of a subject rests on it.
    private KeptRecord kept(Recorded<EvidenceRecorded> each) {
        EvidenceId id = each.event().id();
        boolean inEffect = restingOn.getOrDefault(id, Set.of()).stream()
                .anyMatch(subject -> current.containsKey(subject)
                        && current.get(subject).event().evidence().contains(id));
        CollectorId collector = each.event().collector();
        return new KeptRecord(
                BY_LAW.kindOf(collector),
                Optional.of(collector),
                each.recordedAt(),
                inEffect ? Optional.empty() : Optional.of(each.recordedAt()));
    }

    private KeptRecord keptAnswer(Recorded<ControlAnswered> each) {
        return new KeptRecord(
                RecordKind.ANSWER,
                Optional.empty(),
                each.recordedAt(),
                Optional.ofNullable(replacedAt.get(each.entry())));
    }

    private Retention retention(KeptRecord kept, List<RetentionRule> rules) {
        return Retention.of(kept, rules, adopted, roles, now);
    }

    private List<RetentionRule> rules() {
        List<RetentionRule> rules = new ArrayList<>(BY_LAW.rules());
        own.values().forEach(each -> OwnRetention.rule(each).ifPresent(rules::add));
        return rules;
    }

    private RetentionLine line(
            Recorded<? extends Event> recorded, String what, String id, Retention retention, List<Long> holds) {
        return new RetentionLine(
                recorded.entry(), what, id, recorded.recordedAt(), retention, holds, state(retention, holds));
    }

    private State state(Retention retention, List<Long> holds) {
        boolean kept = retention.keptBy(now).isPresent();
        boolean due = retention.dueBy(now).isPresent();
        if (!holds.isEmpty()) {
            return State.ON_HOLD;
        }
        if (kept && retention.conflict()) {
            return State.CONFLICT;
        }
        return kept ? State.KEEP : due ? State.DUE : State.NO_PERIOD;
    }
}
