package org.cairn.app.workbook;

import org.cairn.proof.Digest;

/// The state that a workbook was exported from.
/// @param log     name of the log
/// @param entries how many there were
/// @param root    of the tree over them
public record WorkbookOrigin(String log, long entries, Digest root) {}
