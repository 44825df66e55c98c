package org.cairn.checklist.retention;

/// What a record is, as far as periods of retention tell records apart.
public enum RecordKind {
    /// Records of what a running system did: events of the kernel, audit logs.
    LOGS,
    /// Documents that people attached.
    DOCUMENTATION,
    /// What a collector observed of a host.
    OBSERVATION,
    /// What a person answered, with its texts.
    ANSWER
}
