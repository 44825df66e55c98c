package org.cairn.checklist;

/// How far an answer has come on its way to acceptance by a second person.
public enum WorkState {
    DRAFT,
    SUBMITTED,
    CHANGES_REQUESTED,
    ACCEPTED
}
