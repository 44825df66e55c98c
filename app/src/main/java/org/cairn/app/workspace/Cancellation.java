package org.cairn.app.workspace;

import java.util.concurrent.atomic.AtomicBoolean;

/// Lets one thread ask another to stop. What was recorded before stays recorded.
public final class Cancellation {
    private final AtomicBoolean requested = new AtomicBoolean();

    public void request() {
        requested.set(true);
    }

    public boolean requested() {
        return requested.get();
    }
}
