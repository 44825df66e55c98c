package org.cairn.checklist.codec;

import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.FrameworkEvent;
import org.cairn.checklist.event.FrameworkEvent.FrameworkImported;
import org.cairn.proof.Json;

/// The shapes of events about frameworks that people brought.
final class FrameworkShapes {
    private FrameworkShapes() {}

    static EventKind kind(FrameworkEvent event) {
        return switch (event) {
            case FrameworkImported _ -> EventKind.FRAMEWORK_IMPORTED;
        };
    }

    static void write(FrameworkEvent event, Json.Builder json) {
        switch (event) {
            case FrameworkImported imported ->
                json.with("framework", imported.framework().value())
                        .with("frameworkVersion", imported.version())
                        .with("content", imported.content().hex())
                        .with("nodes", imported.nodes())
                        .with("assessable", imported.assessable())
                        .with("mappings", imported.mappings())
                        .with("source", imported.source().hex())
                        .with("document", EventWriting.ref(imported.document()));
        }
    }

    static FrameworkEvent imported(Members members) throws MalformedEvent {
        try {
            return new FrameworkImported(
                    members.text("framework", FrameworkId::new),
                    members.text("frameworkVersion"),
                    members.digest("content"),
                    members.smallInteger("nodes", 1),
                    members.smallInteger("assessable", 0),
                    members.smallInteger("mappings", 0),
                    members.digest("source"),
                    members.payloadRef("document"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("nodes", String.valueOf(e.getMessage()));
        }
    }
}
