package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.frameworks.own.Draft;
import org.cairn.frameworks.own.Place;

/// The rows of a catalogue: groups are headings, controls ask something unless they were withdrawn.
final class CatalogDraft {
    private final OscalCatalog catalog;
    private final OscalText texts;
    private final Predicate<OscalItem> taken;
    private final List<Draft.Node> nodes = new ArrayList<>();

    /// @param taken which controls; a group is taken where one below it is, or where all controls are
    CatalogDraft(OscalCatalog catalog, OscalText texts, Predicate<OscalItem> taken) {
        this.catalog = catalog;
        this.texts = texts;
        this.taken = taken;
    }

    List<Draft.Node> nodes() {
        catalog.controls().forEach(control -> control(control, Optional.empty()));
        catalog.groups().forEach(group -> group(group, Optional.empty()));
        return List.copyOf(nodes);
    }

    private void group(OscalItem group, Optional<String> parent) {
        int before = nodes.size();
        String id = number(group);
        nodes.add(node(group, id, parent, false));
        group.controls().forEach(control -> control(control, Optional.of(id)));
        group.groups().forEach(inner -> group(inner, Optional.of(id)));
        boolean emptied = nodes.size() == before + 1 && holdsControls(group);
        if (emptied) {
            nodes.removeLast();
        }
    }

    private static boolean holdsControls(OscalItem group) {
        return !group.controls().isEmpty() || group.groups().stream().anyMatch(CatalogDraft::holdsControls);
    }

    /// What stands below a control that is not taken hangs on the next thing above that is.
    private void control(OscalItem control, Optional<String> parent) {
        Optional<String> above = parent;
        if (taken.test(control)) {
            String id = number(control);
            boolean asks = !control.withdrawn()
                    && control.own(OscalNames.ASSESSABLE).filter("no"::equals).isEmpty();
            nodes.add(node(control, id, parent, asks));
            above = Optional.of(id);
        }
        for (OscalItem inner : control.controls()) {
            control(inner, above);
        }
    }

    private Draft.Node node(OscalItem item, String id, Optional<String> parent, boolean asks) {
        return new Draft.Node(
                place(item.pointer()),
                id,
                parent.orElse(""),
                item.label(),
                item.title(),
                texts.of(item),
                asks ? "yes" : "no");
    }

    /// A group may have no id; where it stands names it then.
    private static String number(OscalItem item) {
        return item.own(OscalNames.NUMBER)
                .orElse(item.id().isEmpty() && item.group() ? item.pointer().replace("/catalog/", "") : item.id());
    }

    static Place place(String pointer) {
        return field -> switch (field) {
            case "" -> pointer;
            case "ref" -> pointer + "/props";
            case "text" -> pointer + "/parts";
            default -> pointer + "/" + field;
        };
    }
}
