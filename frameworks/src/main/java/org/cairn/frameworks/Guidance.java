package org.cairn.frameworks;

import java.util.List;
import org.cairn.checklist.RequirementId;

/// Help for whoever has to answer a requirement. Our own words; never a demand, and nothing is judged by it.
/// @param plain    what is asked for, in one or two sentences
/// @param evidence two to four examples of what would show it: what a person can attach or a collector brings
/// @param owner    the role in an organisation that usually answers for it
public record Guidance(RequirementId requirement, String plain, List<String> evidence, String owner) {
    private static final int FEWEST_EXAMPLES = 2;
    private static final int MOST_EXAMPLES = 4;

    public Guidance {
        evidence = List.copyOf(evidence);
        if (evidence.size() < FEWEST_EXAMPLES || evidence.size() > MOST_EXAMPLES) {
            throw new IllegalArgumentException(requirement + " has " + evidence.size() + " examples of evidence, not "
                    + FEWEST_EXAMPLES + " to " + MOST_EXAMPLES);
        }
        if (evidence.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(requirement + " has an empty example of evidence");
        }
    }
}
