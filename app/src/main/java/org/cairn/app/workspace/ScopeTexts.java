package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.ScopeEvent.ScopeFactStated;
import org.cairn.checklist.event.ScopeEvent.ScopeProfileApplied;
import org.cairn.checklist.event.ScopeEvent.SystemDefined;
import org.cairn.checklist.event.ScopeEvent.SystemRenamed;
import org.cairn.checklist.event.ScopeEvent.SystemRetired;
import org.cairn.evidence.PayloadRef;

/// What an event about the scope says, in one line.
final class ScopeTexts {
    private ScopeTexts() {}

    static Saying saying(ScopeEvent event) {
        return switch (event) {
            case SystemDefined defined -> Saying.of("system-defined", defined.system());
            case SystemRenamed renamed -> Saying.of("system-renamed", renamed.system());
            case SystemRetired retired -> Saying.of("system-retired", retired.system());
            case ScopeFactStated stated ->
                of(stated.system(), "scope-fact-stated", stated.fact(), said(stated.answer()));
            case ScopeProfileApplied applied ->
                of(applied.system(), "scope-profile-applied", applied.profile(), applied.profileVersion());
        };
    }

    private static Saying said(String answer) {
        return switch (answer) {
            case ScopeQuestion.YES -> Saying.of("fact-yes");
            case ScopeQuestion.NO -> Saying.of("fact-no");
            case ScopeQuestion.UNKNOWN -> Saying.of("fact-unknown");
            default -> Saying.plain(answer);
        };
    }

    private static Saying of(Optional<SystemId> system, String key, Object what, Object how) {
        return system.map(id -> Saying.of(key + ".system", what, how, id)).orElseGet(() -> Saying.of(key, what, how));
    }

    /// What the event is about.
    static String subject(ScopeEvent event) {
        return switch (event) {
            case SystemDefined defined -> defined.system().value();
            case SystemRenamed renamed -> renamed.system().value();
            case SystemRetired retired -> retired.system().value();
            case ScopeFactStated stated -> stated.fact().value();
            case ScopeProfileApplied applied -> applied.profile();
        };
    }

    /// The text it points to.
    static PayloadRef text(ScopeEvent event) {
        return switch (event) {
            case SystemDefined defined -> defined.name();
            case SystemRenamed renamed -> renamed.name();
            case SystemRetired retired -> retired.reason();
            case ScopeFactStated stated -> stated.reason();
            case ScopeProfileApplied applied -> applied.reason();
        };
    }

    /// What that text is.
    static String textIs(ScopeEvent event) {
        return switch (event) {
            case SystemDefined _, SystemRenamed _ -> "name";
            case SystemRetired _, ScopeFactStated _, ScopeProfileApplied _ -> "reason";
        };
    }
}
