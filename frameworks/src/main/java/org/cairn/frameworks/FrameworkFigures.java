package org.cairn.frameworks;

import org.cairn.checklist.FrameworkId;

/// What a framework holds, in numbers.
/// @param nodes                all nodes, headings included
/// @param assessable           nodes that state a demand
/// @param withEvidenceExamples assessable nodes that carry examples of evidence
/// @param mapped               assessable nodes that at least one control reaches with a supporting relation
public record FrameworkFigures(
        FrameworkId framework, long nodes, long assessable, long withEvidenceExamples, long mapped) {}
