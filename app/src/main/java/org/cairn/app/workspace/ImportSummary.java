package org.cairn.app.workspace;

import java.util.List;

/// What an import did.
/// @param origin   the sender's log
/// @param since    index of the bundle's first entry
/// @param size     of the sender's log that is known now
/// @param recorded new entries of it that this ledger now holds
/// @param known    entries of the bundle that were imported before
/// @param payloads stored
/// @param absent   payloads that new entries point to and the bundle does not bring: erased or withheld there
/// @param erased   copies here that were destroyed, since their log erased what they are copies of
/// @param notices  in words: entries that count for nothing since their own log's rules do not allow them, and copies
///                 that stay although their log erased them
public record ImportSummary(
        String origin,
        long since,
        long size,
        int recorded,
        int known,
        int payloads,
        int absent,
        int erased,
        List<String> notices) {
    public ImportSummary {
        notices = List.copyOf(notices);
    }
}
