package org.cairn.app.ui.kit;

/// Leads from one screen to another.
@FunctionalInterface
public interface Guide {
    void go(Place place);
}
