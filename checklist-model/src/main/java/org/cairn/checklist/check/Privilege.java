package org.cairn.checklist.check;

/// What a collector needs so that a check over its evidence can be decided.
public enum Privilege {
    /// Any user.
    NONE,
    /// Any user in part; some values or members are seen by root alone.
    ROOT_ADDS,
    /// Root.
    ROOT
}
