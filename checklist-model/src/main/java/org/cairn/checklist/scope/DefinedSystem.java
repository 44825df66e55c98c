package org.cairn.checklist.scope;

import org.cairn.checklist.SystemId;
import org.cairn.evidence.PayloadRef;

/// A system that the scope tells apart.
/// @param name  what it is called
/// @param entry the entry that defined it
public record DefinedSystem(SystemId id, PayloadRef name, long entry) {}
