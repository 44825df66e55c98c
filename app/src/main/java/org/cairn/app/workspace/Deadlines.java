package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.calendar.DeadlineRegister;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.calendar.DeadlineStanding.State;
import org.cairn.checklist.calendar.RecordedDeadline;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.DeadlineReckoner;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeadlineEvent.DeadlineExtended;
import org.cairn.checklist.event.DeadlineEvent.DeadlineMet;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStartLearned;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStarted;
import org.cairn.checklist.event.DeadlineEvent.DeadlineWithdrawn;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.frameworks.DeadlineLibrary;
import org.cairn.proof.Bytes;

/// Clocks: started by what happened, ended by what was done. Only this workspace's own entries count; what came with a
/// bundle is another's clock.
public final class Deadlines {
    private static final int ID_SIZE_BYTES = 8;
    private static final int LONGEST_MATTER = 2_000;
    private static final String NOTHING = "; nothing was recorded";
    /// How facts of scope that name a kind of financial entity begin; what follows is spelt as in a rule's `exempt`.
    private static final String KIND = "dora.kind.";

    private final Parts parts;

    Deadlines(Parts parts) {
        this.parts = parts;
    }

    /// Every rule that this version carries.
    public DeadlineLibrary rules() {
        return parts.environment().knowledge().library().deadlines();
    }

    /// Starts a clock.
    public StartedDeadline start(DeadlineRequest request) throws WorkspaceException {
        parts.requireWritable();
        DeadlineRule rule = rule(request.rule());
        requireStarts(rule, request.start());
        requireWords(request.matter(), "say what it is about (--matter)");
        DeadlineStart start = relieved(rule, request.start());
        Reckoning reckoning = DeadlineReckoner.reckon(rule, start);
        if (reckoning.problem().isPresent()) {
            throw refused(rule.id() + ": " + reckoning.problem().get());
        }
        byte[] random = new byte[ID_SIZE_BYTES];
        parts.environment().random().nextBytes(random);
        DeadlineId id = DeadlineId.ofRandom(Bytes.copyOf(random));
        long entry = parts.log()
                .recordByPerson(new DeadlineStarted(
                        id, rule.id(), start, reckoning.due().map(Reckoning.Due::at), parts.store(request.matter())));
        return new StartedDeadline(entry, id, reckoning);
    }

    /// Whom the act bars from the next working day cannot claim it, and need not say so.
    private DeadlineStart relieved(DeadlineRule rule, DeadlineStart start) throws WorkspaceException {
        Set<String> barred = kinds();
        barred.retainAll(rule.weekend().exempt());
        if (barred.isEmpty()) {
            return start;
        }
        if (start.relief() == WeekendRelief.ALLOWED) {
            throw refused("the next working day is barred for " + String.join(", ", barred)
                    + ", which this scope says (" + rule.weekend().citation() + ")");
        }
        return start.with(WeekendRelief.BARRED);
    }

    /// What kind of entity the organisation is, by the facts of its scope and by the roles of its founding.
    private Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        List<Recorded<Event.ScopeDefined>> scopes = parts.log().all(Event.ScopeDefined.class);
        if (!scopes.isEmpty()) {
            kinds.addAll(scopes.getLast().event().roles());
        }
        ScopeState scope = new Scopes(parts).now();
        for (ScopeQuestion question : scope.rules().questions()) {
            String fact = question.id().value();
            boolean yes = fact.startsWith(KIND)
                    && scope.known(question.id(), Optional.empty())
                            .filter(known -> known.answer().equals(ScopeQuestion.YES))
                            .isPresent();
            if (yes) {
                kinds.add(fact.substring(KIND.length()));
            }
        }
        return kinds;
    }

    /// A further event from which the rule counts became known, or a later one of the same kind.
    public StartedDeadline learn(String digits, StartEvent event, Instant at) throws WorkspaceException {
        DeadlineStanding clock = running(digits);
        DeadlineRule rule = clock.rule().orElseThrow();
        if (!rule.starts().contains(event)) {
            throw refused(rule.id() + " does not count from " + event + ", but from " + words(rule.starts()));
        }
        DeadlineId id = clock.deadline().id();
        long entry = parts.log().recordByPerson(new DeadlineStartLearned(id, event, at));
        return new StartedDeadline(entry, id, find(id.hex()).reckoning());
    }

    /// What was due is done.
    /// @param at empty: now
    /// @return where the clock stands then
    public DeadlineStanding meet(String digits, Optional<Instant> at, Optional<String> note) throws WorkspaceException {
        DeadlineStanding clock = running(digits);
        DeadlineRule rule = clock.rule().orElseThrow();
        if (rule.sense() == DeadlineRule.Sense.KEEP_UNTIL) {
            throw refused(rule.id() + " says until when something is kept: there is nothing to meet. Withdraw it where"
                    + " its matter fell away");
        }
        Instant now = parts.environment().clock().instant();
        Instant metAt = at.orElse(now);
        if (metAt.isAfter(now)) {
            throw refused("it cannot have been met at " + metAt + ", which is still to come");
        }
        Instant begun = clock.rounds().isEmpty()
                ? clock.deadline().start().earliest()
                : clock.rounds().getLast().metAt();
        if (metAt.isBefore(begun)) {
            throw refused("it cannot have been met at " + metAt + ", before it began at " + begun);
        }
        DeadlineMet met = new DeadlineMet(
                clock.deadline().id(),
                metAt,
                note.filter(words -> !words.isBlank()).isPresent()
                        ? Optional.of(parts.store(note.get()))
                        : Optional.empty());
        parts.log().recordByPerson(met);
        return find(clock.deadline().id().hex());
    }

    /// @param until the end that somebody set who may; empty: by what the rule allows, once
    public DeadlineStanding extend(String digits, Optional<Instant> until, String reason) throws WorkspaceException {
        DeadlineStanding clock = running(digits);
        DeadlineRule rule = clock.rule().orElseThrow();
        requireReason(reason);
        if (until.isEmpty()) {
            requireExtensible(clock, rule);
        } else if (until.get().isBefore(clock.deadline().start().earliest())) {
            throw refused("it cannot end at " + until.get() + ", before it began at "
                    + clock.deadline().start().earliest());
        }
        parts.log().recordByPerson(new DeadlineExtended(clock.deadline().id(), until, parts.store(reason)));
        return find(clock.deadline().id().hex());
    }

    private void requireExtensible(DeadlineStanding clock, DeadlineRule rule) throws WorkspaceException {
        if (rule.extension().isEmpty()) {
            throw refused(rule.id() + " allows no extension. If an authority set another end, give it with --until");
        }
        boolean before =
                clock.deadline().changes().stream().anyMatch(change -> change.event() instanceof DeadlineExtended);
        if (before) {
            throw refused("it was extended before; " + rule.extension().get().citation() + " allows that once");
        }
        if (clock.state() == State.OVERDUE || clock.state() == State.ENDED) {
            throw refused("it ended at " + clock.reckoning().due().orElseThrow().at()
                    + " already; it can be extended only before that");
        }
    }

    /// It was started in error, or its matter fell away.
    /// @return the entry's index
    public long withdraw(String digits, String reason) throws WorkspaceException {
        parts.requireWritable();
        DeadlineStanding clock = find(digits);
        if (!clock.runs()) {
            throw refused("deadline " + clock.deadline().id() + " is " + words(clock.state()) + " already");
        }
        requireReason(reason);
        return parts.log().recordByPerson(new DeadlineWithdrawn(clock.deadline().id(), parts.store(reason)));
    }

    /// Every clock as it stood, in the order in which they were started.
    public List<DeadlineLine> all(AsOf asOf) throws WorkspaceException {
        return all(parts.times(asOf));
    }

    List<DeadlineLine> all(TwoTimes times) throws WorkspaceException {
        List<DeadlineLine> lines = new ArrayList<>();
        for (DeadlineStanding standing : standings(times.validAt(), times.size())) {
            Recorded<DeadlineStarted> started = standing.deadline().started();
            lines.add(new DeadlineLine(
                    standing,
                    parts.names().text(started.event().matter()),
                    parts.names().of(started.actor())));
        }
        return lines;
    }

    List<DeadlineStanding> standings(Instant at, long size) {
        List<Recorded<? extends DeadlineEvent>> events = Stream.<Class<? extends DeadlineEvent>>of(
                        DeadlineStarted.class,
                        DeadlineStartLearned.class,
                        DeadlineMet.class,
                        DeadlineExtended.class,
                        DeadlineWithdrawn.class)
                .<Recorded<? extends DeadlineEvent>>flatMap(kind -> parts.log().all(kind, size).stream())
                .sorted(Comparator.comparingLong(Recorded::entry))
                .toList();
        return standings(DeadlineRegister.of(events), at);
    }

    private List<DeadlineStanding> standings(List<RecordedDeadline> clocks, Instant at) {
        return clocks.stream()
                .map(clock -> DeadlineStanding.of(clock, rules().rule(clock.rule()), at))
                .toList();
    }

    /// @param digits the first digits of an id, enough to tell it from the others
    private DeadlineStanding find(String digits) throws WorkspaceException {
        List<DeadlineStanding> fitting = standings(
                        parts.environment().clock().instant(), parts.log().size())
                .stream()
                .filter(clock ->
                        !digits.isEmpty() && clock.deadline().id().hex().startsWith(digits))
                .toList();
        if (fitting.size() != 1) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_DEADLINE,
                    (fitting.isEmpty() ? "no deadline " : "several deadlines begin with ") + digits + NOTHING
                            + ". `cairn deadline list` shows them");
        }
        return fitting.getFirst();
    }

    private DeadlineStanding running(String digits) throws WorkspaceException {
        parts.requireWritable();
        DeadlineStanding clock = find(digits);
        if (!clock.runs()) {
            throw refused("deadline " + clock.deadline().id() + " is " + words(clock.state()) + " already");
        }
        if (clock.rule().isEmpty()) {
            throw refused("this version carries no rule " + clock.deadline().rule());
        }
        return clock;
    }

    private DeadlineRule rule(DeadlineRuleId id) throws WorkspaceException {
        Optional<DeadlineRule> rule = rules().rule(id);
        if (rule.isEmpty()) {
            List<String> known =
                    rules().ids().stream().map(DeadlineRuleId::value).toList();
            throw new WorkspaceException(
                    Kind.UNKNOWN_DEADLINE,
                    "no deadline rule " + id + NOTHING + "." + NearIds.question(id.value(), known)
                            + " `cairn deadline rules` shows them");
        }
        return rule.get();
    }

    private static void requireStarts(DeadlineRule rule, DeadlineStart start) throws WorkspaceException {
        Set<StartEvent> foreign = new TreeSet<>(start.starts().keySet());
        foreign.removeAll(rule.starts());
        if (!foreign.isEmpty()) {
            throw refused(rule.id() + " does not count from " + words(foreign) + ", but from " + words(rule.starts()));
        }
        Set<StartEvent> missing = new TreeSet<>(rule.required());
        missing.removeAll(start.starts().keySet());
        if (!missing.isEmpty()) {
            throw refused(rule.id() + " needs to know when this was: " + words(missing));
        }
        if (rule.needsOwnPeriod() && start.ownPeriod().isEmpty()) {
            throw refused(rule.id() + " names no period: say which one your organisation set (--period, like P3M)");
        }
        if (!rule.needsOwnPeriod() && start.ownPeriod().isPresent()) {
            throw refused(rule.id() + " names its own period; --period is for rules that name none");
        }
    }

    private static void requireReason(String reason) throws WorkspaceException {
        if (reason.isBlank()) {
            throw new WorkspaceException(Kind.MISSING_REASON, "a reason is needed (--reason)" + NOTHING);
        }
        requireWords(reason, "");
    }

    private static void requireWords(String text, String missing) throws WorkspaceException {
        if (text.isBlank()) {
            throw refused(missing);
        }
        if (text.length() > LONGEST_MATTER) {
            throw refused("a text of " + text.length() + " characters, more than " + LONGEST_MATTER);
        }
    }

    private static String words(Set<StartEvent> events) {
        return String.join(", ", events.stream().map(StartEvent::name).toList());
    }

    private static String words(State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static WorkspaceException refused(String why) {
        return new WorkspaceException(Kind.BAD_INPUT, why + NOTHING);
    }
}
