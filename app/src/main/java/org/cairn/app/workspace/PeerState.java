package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.app.exchange.Card;

/// How far the exchange with another laptop has come.
/// @param imported     how many of its entries are known here
/// @param acknowledged how many of ours it is known to hold
/// @param forks        alarms: how often its log showed another history
public record PeerState(String origin, long imported, long acknowledged, int forks) {
    /// @param own      this workspace's card, if one was made
    /// @param ownSize  entries of this log
    public record Overview(Optional<Card> own, long ownSize, List<PeerState> peers) {}
}
