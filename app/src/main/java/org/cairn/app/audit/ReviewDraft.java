package org.cairn.app.audit;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// A review that an auditor is at work on: one file, not signed. It says nothing to anybody until it is.
/// @param further requirements of the framework that can be marked too
/// @param marks   by item, as they were made
public record ReviewDraft(
        PackName pack,
        PackPapers papers,
        List<ListedItem> items,
        Set<RequirementId> further,
        Map<AuditItem, MarkedItem> marks) {
    private static final String FORMAT = "cairn-audit-draft";
    private static final Set<String> MEMBERS =
            Set.of("format", "version", "pack", "sums", "manifest", "items", "further", "marks");

    public ReviewDraft {
        items = List.copyOf(items);
        further = Collections.unmodifiableSet(new LinkedHashSet<>(further));
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    static ReviewDraft begun(PackName pack, PackPapers papers, PackItems items) {
        return new ReviewDraft(pack, papers, items.listed(), items.further(), Map.of());
    }

    /// Of the items that the pack lists.
    public List<ListedItem> unmarked() {
        return items.stream().filter(item -> !marks.containsKey(item.item())).toList();
    }

    public int count(AuditMark mark) {
        return (int) marks.values().stream().filter(each -> each.mark() == mark).count();
    }

    /// What is listed, and behind it the requirements that were marked beyond that.
    public List<ListedItem> shown() {
        List<ListedItem> shown = new ArrayList<>(items);
        marks.keySet().stream()
                .filter(item -> listed(item).isEmpty())
                .forEach(item -> shown.add(new ListedItem(item, item.text(), PackItems.NOT_ANSWERED)));
        return shown;
    }

    public Optional<MarkedItem> mark(AuditItem item) {
        return Optional.ofNullable(marks.get(item));
    }

    public Optional<ListedItem> listed(AuditItem item) {
        return items.stream().filter(each -> each.item().equals(item)).findFirst();
    }

    /// The item that is meant: by its whole name, evidence also by the first digits of its id.
    /// @throws AuditException where the pack holds none, or several
    public AuditItem item(String text) throws AuditException {
        List<AuditItem> found = items.stream()
                .map(ListedItem::item)
                .filter(item -> item.text().equals(text) || isBeginning(text, item))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw new AuditException(
                    "'" + text + "' is the beginning of " + found.size() + " pieces of evidence; give more digits");
        }
        return further.stream()
                .filter(requirement -> requirement.text().equals(text))
                .<AuditItem>map(AuditItem.Row::new)
                .findFirst()
                .orElseThrow(() -> new AuditException(
                        "'" + text + "' is no item of pack " + pack.packId() + "; `cairn audit list` shows them"));
    }

    private static boolean isBeginning(String text, AuditItem item) {
        return item instanceof AuditItem.Piece(var id)
                && text.matches("(evidence:)?[0-9a-f]{6,64}")
                && id.hex().startsWith(text.substring(text.indexOf(':') + 1));
    }

    /// With these marks in the place of earlier ones.
    public ReviewDraft marked(Collection<MarkedItem> more) throws AuditException {
        Map<AuditItem, MarkedItem> all = new LinkedHashMap<>(marks);
        Set<AuditItem> listed = items.stream().map(ListedItem::item).collect(Collectors.toSet());
        for (MarkedItem mark : more) {
            requireHeld(mark.item(), listed);
            all.put(mark.item(), mark);
        }
        return new ReviewDraft(pack, papers, items, further, all);
    }

    /// Without what was said of these.
    public ReviewDraft unmarked(Collection<AuditItem> items) {
        Map<AuditItem, MarkedItem> left = new LinkedHashMap<>(marks);
        left.keySet().removeAll(items);
        return new ReviewDraft(pack, papers, this.items, further, left);
    }

    private void requireHeld(AuditItem item, Set<AuditItem> listed) throws AuditException {
        boolean held = listed.contains(item)
                || item instanceof AuditItem.Row(RequirementId requirement) && further.contains(requirement);
        if (!held) {
            throw new AuditException(item.text() + " is no item of pack " + pack.packId());
        }
    }

    public Bytes encode() {
        return Json.write(Json.object()
                .with("format", FORMAT)
                .with("version", 1)
                .with("pack", pack.json())
                .with("sums", StrictBase64.encode(papers.sums()))
                .with("manifest", StrictBase64.encode(papers.manifest()))
                .with(
                        "items",
                        new JsonArray(items.stream()
                                .<Json>map(item -> Json.object()
                                        .with("item", item.item().text())
                                        .with("title", item.title())
                                        .with("state", item.state())
                                        .build())
                                .toList()))
                .with(
                        "further",
                        new JsonArray(further.stream()
                                .<Json>map(requirement -> new JsonText(requirement.text()))
                                .toList()))
                .with(
                        "marks",
                        new JsonArray(
                                marks.values().stream().map(MarkedItem::json).toList()))
                .build());
    }

    /// @param file as messages name it
    public static ReviewDraft parse(String file, Bytes content) throws AuditException {
        try {
            JsonObject json = Json.parseObject(content);
            if (!json.members().keySet().equals(MEMBERS)
                    || !json.text("format").equals(FORMAT)
                    || json.integer("version") != 1) {
                throw new MalformedJson("not what `cairn audit start` wrote");
            }
            ReviewDraft draft = new ReviewDraft(
                    PackName.of(json.object("pack")), ReviewFile.papers(json), items(json), further(json), Map.of());
            List<MarkedItem> marks = new ArrayList<>();
            for (Json mark : json.array("marks")) {
                marks.add(MarkedItem.of(mark));
            }
            return draft.marked(marks);
        } catch (MalformedJson | IllegalArgumentException | DateTimeException e) {
            throw new AuditException(
                    file + ": is no review that was begun here: " + e.getMessage()
                            + ". Begin it again with `cairn audit start PACK`",
                    e);
        }
    }

    private static List<ListedItem> items(JsonObject json) throws MalformedJson {
        List<ListedItem> items = new ArrayList<>();
        for (Json each : json.array("items")) {
            if (!(each instanceof JsonObject item)) {
                throw new MalformedJson("\"items\" holds something else than objects");
            }
            items.add(new ListedItem(AuditItem.parse(item.text("item")), item.text("title"), item.text("state")));
        }
        return items;
    }

    private static Set<RequirementId> further(JsonObject json) throws MalformedJson {
        Set<RequirementId> further = new LinkedHashSet<>();
        for (Json each : json.array("further")) {
            if (!(each instanceof JsonText(String text))
                    || !(AuditItem.parse(text) instanceof AuditItem.Row(RequirementId requirement))) {
                throw new MalformedJson("\"further\" holds something else than requirements");
            }
            further.add(requirement);
        }
        return further;
    }
}
