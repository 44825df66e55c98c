package org.cairn.app.workspace;

/// What a backup is on the disk; both hold the same files under the same names.
public enum BackupForm {
    /// One file, easy to carry.
    ZIP,
    /// Plain files, for a disk or a program that keeps versions and copies only what is new.
    FOLDER
}
