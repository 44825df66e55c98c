package org.cairn.app.workspace;

import java.util.Optional;
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

    static String summary(ScopeEvent event) {
        return switch (event) {
            case SystemDefined defined -> "system " + defined.system() + " defined";
            case SystemRenamed renamed -> "system " + renamed.system() + " renamed";
            case SystemRetired retired -> "system " + retired.system() + " retired";
            case ScopeFactStated stated -> "scope: " + stated.fact() + " is " + stated.answer() + of(stated.system());
            case ScopeProfileApplied applied ->
                "profile " + applied.profile() + " applied, version " + applied.profileVersion() + of(applied.system());
        };
    }

    private static String of(Optional<SystemId> system) {
        return system.map(id -> ", for system " + id).orElse("");
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
