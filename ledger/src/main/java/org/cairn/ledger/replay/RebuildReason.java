package org.cairn.ledger.replay;

/// Why an index was built anew from the whole ledger.
public enum RebuildReason {
    NO_INDEX("there was no index yet"),
    NOT_CLOSED("the program ended without closing the index, and the database may have lost what it confirmed"),
    FILE_CHANGED("the file of the index is not as it was left"),
    UNREADABLE("the database could not read its file"),
    OTHER_LEDGER("the index was built from another history than the ledger holds"),
    OTHER_FORMAT("the index was built by another version of the program"),
    IN_USE("another program uses the index; this one is built in memory"),
    NO_ACCESS("the folder of the index refused; this one is built in memory");

    private final String words;

    RebuildReason(String words) {
        this.words = words;
    }

    /// For a person to read; without a full stop.
    public String words() {
        return words;
    }
}
