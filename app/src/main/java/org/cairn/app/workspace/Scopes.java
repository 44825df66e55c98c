package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.ScopeEvent.ScopeFactStated;
import org.cairn.checklist.event.ScopeEvent.ScopeProfileApplied;
import org.cairn.checklist.event.ScopeEvent.SystemDefined;
import org.cairn.checklist.event.ScopeEvent.SystemRenamed;
import org.cairn.checklist.event.ScopeEvent.SystemRetired;
import org.cairn.checklist.scope.DefinedSystem;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.StatedFact;
import org.cairn.frameworks.ScopeProfile;

/// Recording the scope: systems, and facts with their reasons. Each decision is an entry of its own; everything is
/// checked before anything is stored.
public final class Scopes {
    private final Parts parts;

    Scopes(Parts parts) {
        this.parts = parts;
    }

    /// The systems and the facts that were stated, now.
    public ScopeState now() {
        List<Recorded<? extends Event>> events = new ArrayList<>();
        Instant at = parts.environment().clock().instant();
        for (Class<? extends Event> kind : List.of(
                SystemDefined.class,
                SystemRenamed.class,
                SystemRetired.class,
                ScopeFactStated.class,
                Event.ScopeDefined.class)) {
            parts.log().all(kind).stream()
                    .filter(recorded -> recorded.validAt(at))
                    .forEach(events::add);
        }
        return ScopeState.of(rules(), events, _ -> Optional.empty());
    }

    public ScopeRules rules() {
        return parts.environment().knowledge().library().catalogue().scope();
    }

    /// @return the entry's index
    public long define(SystemId system, String name, Optional<Instant> validFrom) throws WorkspaceException {
        parts.requireWritable();
        if (now().systems().containsKey(system)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "there is a system " + system + " already; nothing was recorded");
        }
        requireText(name, "say what the system is called");
        return record(new SystemDefined(system, parts.store(name)), validFrom);
    }

    public long rename(SystemId system, String name) throws WorkspaceException {
        parts.requireWritable();
        requireSystem(system);
        requireText(name, "say what the system is called");
        return record(new SystemRenamed(system, parts.store(name)), Optional.empty());
    }

    public long retire(SystemId system, String reason, Optional<Instant> validFrom) throws WorkspaceException {
        parts.requireWritable();
        requireSystem(system);
        Reviews.requireReason(reason);
        return record(new SystemRetired(system, parts.store(reason)), validFrom);
    }

    /// Refuses what [#state] would refuse, and records nothing.
    public void check(FactRequest request) throws WorkspaceException {
        parts.requireWritable();
        checkAnswer(request);
        if (request.system().isPresent()) {
            requireSystem(request.system().get());
        }
    }

    /// @return the entry's index
    public long state(FactRequest request) throws WorkspaceException {
        check(request);
        return record(
                new ScopeFactStated(request.fact(), request.answer(), request.system(), parts.store(request.reason())),
                request.validFrom());
    }

    /// Records that a profile was gone through, the system that its facts are about if it is new, and each fact that
    /// was confirmed.
    /// @param confirmed with the reasons that the person confirms or says instead
    /// @return the entries, the profile's first
    public List<Long> apply(
            ScopeProfile profile,
            SystemId system,
            String systemName,
            List<ScopeProfile.Proposed> confirmed,
            Optional<Instant> validFrom)
            throws WorkspaceException {
        parts.requireWritable();
        requireText(systemName, "say what the system is called");
        List<FactRequest> requests = new ArrayList<>();
        for (ScopeProfile.Proposed fact : confirmed) {
            FactRequest request = new FactRequest(
                    fact.fact(),
                    fact.answer(),
                    level(fact.fact()) == Level.SYSTEM ? Optional.of(system) : Optional.empty(),
                    fact.reason(),
                    validFrom);
            checkAnswer(request);
            requests.add(request);
        }
        boolean aboutSystem =
                requests.stream().anyMatch(request -> request.system().isPresent());
        List<Long> entries = new ArrayList<>();
        entries.add(record(
                new ScopeProfileApplied(
                        profile.id(),
                        profile.version(),
                        aboutSystem ? Optional.of(system) : Optional.empty(),
                        parts.store(profile.title())),
                validFrom));
        if (aboutSystem && !now().systems().containsKey(system)) {
            entries.add(record(new SystemDefined(system, parts.store(systemName)), validFrom));
        }
        for (FactRequest request : requests) {
            entries.add(record(
                    new ScopeFactStated(
                            request.fact(), request.answer(), request.system(), parts.store(request.reason())),
                    validFrom));
        }
        return entries;
    }

    public ScopeProfile profile(String id) throws WorkspaceException {
        List<ScopeProfile> profiles = parts.environment().knowledge().library().profiles();
        return profiles.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknownProfile(id, profiles));
    }

    static WorkspaceException unknownProfile(String id, List<ScopeProfile> profiles) {
        return new WorkspaceException(
                Kind.UNKNOWN_PROFILE,
                "no profile " + id + "; there are "
                        + String.join(
                                ", ", profiles.stream().map(ScopeProfile::id).toList()));
    }

    /// Why it is so, in words; empty where nobody said, or once it was erased.
    public Optional<String> reason(StatedFact fact) throws WorkspaceException {
        return parts.names().text(fact.reason());
    }

    /// What a system is called; its id once the name was erased.
    public String name(DefinedSystem system) throws WorkspaceException {
        return parts.names().text(system.name()).orElse(system.id().value());
    }

    private void checkAnswer(FactRequest request) throws WorkspaceException {
        ScopeQuestion question = question(request.fact());
        if (!question.accepts(request.answer())) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    question.id() + " is answered " + String.join(", ", question.answers()) + " or "
                            + ScopeQuestion.UNKNOWN + ", not '" + request.answer() + "'; nothing was recorded");
        }
        boolean ofSystem = question.level() == Level.SYSTEM;
        if (ofSystem != request.system().isPresent()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    question.id()
                            + (ofSystem
                                    ? " is a fact about a system: name which (`cairn scope system add` defines one)"
                                    : " is a fact about the organisation: name no system")
                            + "; nothing was recorded");
        }
        Reviews.requireReason(request.reason());
    }

    private Level level(ScopeFact fact) throws WorkspaceException {
        return question(fact).level();
    }

    private ScopeQuestion question(ScopeFact fact) throws WorkspaceException {
        return rules().question(fact)
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_SCOPE_FACT,
                        "no fact of scope is called " + fact + "; nothing was recorded."
                                + NearIds.question(
                                        fact.value(),
                                        rules().questions().stream()
                                                .map(each -> each.id().value())
                                                .toList())));
    }

    private void requireSystem(SystemId system) throws WorkspaceException {
        if (!now().systems().containsKey(system)) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_SYSTEM,
                    "no system " + system + "; nothing was recorded. There are "
                            + now().systems().keySet());
        }
    }

    private static void requireText(String text, String what) throws WorkspaceException {
        if (text.isBlank()) {
            throw new WorkspaceException(Kind.BAD_INPUT, what + "; nothing was recorded");
        }
    }

    private long record(ScopeEvent event, Optional<Instant> validFrom) throws WorkspaceException {
        return parts.log().record(event, validFrom, parts.keyring().person());
    }
}
