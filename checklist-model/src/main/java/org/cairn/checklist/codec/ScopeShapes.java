package org.cairn.checklist.codec;

import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.event.ScopeEvent.ScopeFactStated;
import org.cairn.checklist.event.ScopeEvent.ScopeProfileApplied;
import org.cairn.checklist.event.ScopeEvent.SystemDefined;
import org.cairn.checklist.event.ScopeEvent.SystemRenamed;
import org.cairn.checklist.event.ScopeEvent.SystemRetired;
import org.cairn.proof.Json;

/// The shapes of events about the scope.
final class ScopeShapes {
    private ScopeShapes() {}

    static EventKind kind(ScopeEvent event) {
        return switch (event) {
            case SystemDefined _ -> EventKind.SYSTEM_DEFINED;
            case SystemRenamed _ -> EventKind.SYSTEM_RENAMED;
            case SystemRetired _ -> EventKind.SYSTEM_RETIRED;
            case ScopeFactStated _ -> EventKind.SCOPE_FACT_STATED;
            case ScopeProfileApplied _ -> EventKind.SCOPE_PROFILE_APPLIED;
        };
    }

    static void write(ScopeEvent event, Json.Builder json) {
        switch (event) {
            case SystemDefined defined ->
                json.with("system", defined.system().value()).with("name", EventWriting.ref(defined.name()));
            case SystemRenamed renamed ->
                json.with("system", renamed.system().value()).with("name", EventWriting.ref(renamed.name()));
            case SystemRetired retired ->
                json.with("system", retired.system().value()).with("reason", EventWriting.ref(retired.reason()));
            case ScopeFactStated stated -> {
                json.with("fact", stated.fact().value())
                        .with("answer", stated.answer())
                        .with("reason", EventWriting.ref(stated.reason()));
                stated.system().ifPresent(system -> json.with("system", system.value()));
            }
            case ScopeProfileApplied applied -> {
                json.with("profile", applied.profile())
                        .with("profileVersion", applied.profileVersion())
                        .with("reason", EventWriting.ref(applied.reason()));
                applied.system().ifPresent(system -> json.with("system", system.value()));
            }
        }
    }

    static ScopeEvent defined(Members members) throws MalformedEvent {
        return new SystemDefined(members.text("system", SystemId::new), members.payloadRef("name"));
    }

    static ScopeEvent renamed(Members members) throws MalformedEvent {
        return new SystemRenamed(members.text("system", SystemId::new), members.payloadRef("name"));
    }

    static ScopeEvent retired(Members members) throws MalformedEvent {
        return new SystemRetired(members.text("system", SystemId::new), members.payloadRef("reason"));
    }

    static ScopeEvent stated(Members members) throws MalformedEvent {
        try {
            return new ScopeFactStated(
                    members.text("fact", ScopeFact::new),
                    members.text("answer"),
                    members.optionalText("system", SystemId::new),
                    members.payloadRef("reason"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("answer", String.valueOf(e.getMessage()));
        }
    }

    static ScopeEvent applied(Members members) throws MalformedEvent {
        return new ScopeProfileApplied(
                members.text("profile"),
                members.text("profileVersion"),
                members.optionalText("system", SystemId::new),
                members.payloadRef("reason"));
    }
}
