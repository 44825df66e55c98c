package org.cairn.app.workspace;

/// How a workspace is opened: one writer at a time, any number of readers.
public enum Access {
    READ,
    WRITE
}
