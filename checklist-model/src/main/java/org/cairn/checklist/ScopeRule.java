package org.cairn.checklist;

/// When something applies.
/// @param because  in our own words
/// @param citation where the source says so
public record ScopeRule(ScopeCondition when, String because, String citation) {}
