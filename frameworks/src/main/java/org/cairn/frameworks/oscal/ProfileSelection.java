package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.frameworks.oscal.OscalProfile.Import;
import org.cairn.frameworks.oscal.OscalProfile.Selection;
import org.cairn.frameworks.own.Faults;

/// Which controls of a catalogue an import of a profile means.
final class ProfileSelection {
    private final Map<String, OscalItem> controls = new LinkedHashMap<>();
    private final Faults faults;

    ProfileSelection(OscalCatalog catalog, Faults faults) {
        this.faults = faults;
        catalog.controls().forEach(this::collect);
        catalog.groups().forEach(this::collect);
    }

    private void collect(OscalItem item) {
        if (!item.group()) {
            controls.putIfAbsent(item.id(), item);
        }
        item.groups().forEach(this::collect);
        item.controls().forEach(this::collect);
    }

    /// Ids of controls.
    Set<String> of(Import imported) {
        Set<String> chosen = new HashSet<>();
        if (imported.include().isEmpty()) {
            chosen.addAll(controls.keySet());
        } else {
            imported.include().get().forEach(selection -> chosen.addAll(of(selection)));
        }
        imported.exclude().forEach(selection -> chosen.removeAll(of(selection)));
        return chosen;
    }

    private Set<String> of(Selection selection) {
        List<OscalItem> meant = new ArrayList<>();
        for (int i = 0; i < selection.ids().size(); i++) {
            OscalItem control = controls.get(selection.ids().get(i));
            if (control == null) {
                faults.add(
                        selection.pointer() + "/with-ids/" + i,
                        "the catalogue has no control '" + selection.ids().get(i) + "'");
            } else {
                meant.add(control);
            }
        }
        for (String pattern : selection.patterns()) {
            controls.values().stream()
                    .filter(control -> matches(pattern, control.id()))
                    .forEach(meant::add);
        }
        Set<String> ids = new HashSet<>();
        meant.forEach(control -> add(control, selection.children(), ids));
        return ids;
    }

    private static void add(OscalItem control, boolean children, Set<String> ids) {
        ids.add(control.id());
        if (children) {
            control.controls().forEach(inner -> add(inner, true, ids));
        }
    }

    /// In time proportional to the product of the lengths, whatever the pattern.
    static boolean matches(String pattern, String id) {
        boolean[] reached = new boolean[id.length() + 1];
        reached[0] = true;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            boolean[] next = new boolean[id.length() + 1];
            for (int i = 0; i <= id.length(); i++) {
                next[i] = c == '*'
                        ? reached[i] || i > 0 && next[i - 1]
                        : i > 0 && reached[i - 1] && (c == '?' || c == id.charAt(i - 1));
            }
            reached = next;
        }
        return reached[id.length()];
    }
}
