package org.cairn.checklist.posture;

/// Whether an answer counts. One that does not is still shown.
public enum AnswerForce {
    /// Nobody answered.
    NO_ANSWER,
    COUNTS,
    /// People on different laptops answered without knowing of each other: none counts until somebody decides.
    CONFLICT,
    /// The text it answered has changed since: to be renewed.
    TEXT_CHANGED,
    /// It said "applies from a later day", and that day has come: to be renewed.
    DAY_HAS_COME
}
