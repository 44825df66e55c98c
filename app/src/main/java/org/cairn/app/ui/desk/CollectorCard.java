package org.cairn.app.ui.desk;

import org.cairn.evidence.CollectorId;

/// A collector as the person choosing it sees it.
/// @param title what it reads, in words
public record CollectorCard(CollectorId id, String title) {}
