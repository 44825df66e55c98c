package org.cairn.app.workbook;

import java.io.Serial;

/// A workbook that is no form, or not one of ours. The message is for a person as it stands.
public final class UnreadableForm extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableForm(String message) {
        super(message);
    }
}
