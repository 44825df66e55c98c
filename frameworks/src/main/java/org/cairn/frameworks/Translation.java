package org.cairn.frameworks;

import java.util.Map;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;

/// What there is in another language than English.
/// @param responsibilities by their id
/// @param threats          by their id
/// @param scope            questions, profiles, rules of scope, and titles of deadlines
record Translation(
        Map<RequirementId, String> titles,
        Map<RequirementId, Objections> objections,
        Map<ControlId, ControlWords> controls,
        Map<String, Responsibility.Words> responsibilities,
        Map<String, Threat.Words> threats,
        GermanScope scope) {
    Translation {
        titles = Map.copyOf(titles);
        objections = Map.copyOf(objections);
        controls = Map.copyOf(controls);
        responsibilities = Map.copyOf(responsibilities);
        threats = Map.copyOf(threats);
    }
}
