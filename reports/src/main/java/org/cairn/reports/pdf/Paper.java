package org.cairn.reports.pdf;

import java.util.List;
import java.util.Optional;
import org.cairn.reports.pack.PackException;

/// What is particular to one kind of document of a pack; frame, contents, numbers and bookmarks are alike.
interface Paper {
    List<Section> sections();

    /// In the file's properties.
    String title();

    String subject();

    String description();

    /// On the left above each page.
    String header();

    /// What a reader has to know before the contents.
    Optional<String> callout();

    void cover(Html body) throws PackException;
}
