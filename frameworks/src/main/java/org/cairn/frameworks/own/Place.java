package org.cairn.frameworks.own;

/// Where a row of a file stands, so that a fault can name it.
@FunctionalInterface
public interface Place {
    /// Of one of its fields, e.g. `row 12, column C (parent)` or `/catalog/groups/0/title`; of the row itself where the
    /// field is empty.
    String of(String field);
}
