package org.cairn.app.redaction;

import java.util.List;
import org.cairn.proof.Bytes;

/// What parts can be taken out of.
public sealed interface Redactable {
    /// @param lines as [Cut.Lines] counts them, without their ends
    record Text(List<String> lines) implements Redactable {
        public Text {
            lines = List.copyOf(lines);
        }
    }

    /// A PNG or JPEG.
    record Picture() implements Redactable {}

    /// @throws RedactionException where it is neither
    static Redactable of(Bytes content) throws RedactionException {
        return Redacted.pictureFormat(content).isPresent() ? new Picture() : new Text(TextCuts.lines(content));
    }
}
