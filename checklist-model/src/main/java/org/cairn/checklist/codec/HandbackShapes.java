package org.cairn.checklist.codec;

import org.cairn.checklist.event.HandbackEvent;
import org.cairn.checklist.event.HandbackEvent.WorkbookImported;
import org.cairn.proof.Json;

/// The shapes of events about files that came back.
final class HandbackShapes {
    private HandbackShapes() {}

    static EventKind kind(HandbackEvent event) {
        return switch (event) {
            case WorkbookImported _ -> EventKind.WORKBOOK_IMPORTED;
        };
    }

    static void write(HandbackEvent event, Json.Builder json) {
        switch (event) {
            case WorkbookImported imported ->
                json.with("workbook", imported.workbook().hex())
                        .with("size", imported.size())
                        .with("root", imported.root().hex())
                        .with("answers", imported.answers());
        }
    }

    static HandbackEvent workbook(Members members) throws MalformedEvent {
        return new WorkbookImported(
                members.digest("workbook"),
                members.integer("size", 1),
                members.digest("root"),
                members.smallInteger("answers", 1));
    }
}
