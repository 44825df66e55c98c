package org.cairn.frameworks;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;

/// Reads the German that lies beside the English. A translation says as much as what it translates: a title for every
/// node, the same rows and as many examples as in English, or it is refused.
final class GermanRows {
    private static final String LANGUAGE = "de";

    private final Sheets sheets;
    private final Map<RequirementId, String> titles = new HashMap<>();
    private final Map<RequirementId, Objections> objections = new HashMap<>();

    GermanRows(Sheets sheets) {
        this.sheets = sheets;
    }

    /// Of one framework.
    void add(Framework framework, List<Objections> english) throws MalformedCatalogue, IOException {
        GuidanceRows rows = new GuidanceRows(framework);
        Optional<Sheet> titled = german(framework.id() + "/titles.de.json", Sheet.TITLES_DE);
        if (titled.isPresent()) {
            titles(titled.get(), framework, rows);
        }
        Optional<Sheet> objected = german(framework.id() + "/objections.de.json", Sheet.OBJECTIONS_DE);
        if (objected.isPresent()) {
            Map<RequirementId, Objections> said = rows.objections(objected.get()).stream()
                    .collect(Collectors.toMap(Objections::node, Function.identity()));
            Map<RequirementId, Objections> original =
                    english.stream().collect(Collectors.toMap(Objections::node, Function.identity()));
            same(objected.get(), original, said, each -> each.texts().size());
            objections.putAll(said);
        }
    }

    private void titles(Sheet sheet, Framework framework, GuidanceRows rows) throws MalformedCatalogue {
        rows.requireOwn(sheet);
        Set<RequirementId> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            RequirementId id = Refusing.in(sheet.file(), row.line(), () -> rows.node(row));
            rows.known(sheet, row, id, seen);
            titles.put(id, Refusing.in(sheet.file(), row.line(), () -> row.required("title")));
        }
        for (Requirement node : framework.requirements()) {
            if (!seen.contains(node.id())) {
                throw new MalformedCatalogue(sheet.file(), "lacks " + node.id());
            }
        }
    }

    /// What was added, and what is said about controls, responsibilities and threats.
    Translation translation(
            ControlRows rows,
            List<ControlGuidance> controls,
            List<Responsibility> responsibilities,
            List<Threat> threats,
            GermanScope scope)
            throws MalformedCatalogue, IOException {
        return new Translation(
                titles,
                objections,
                controls(rows, controls),
                responsibilities(responsibilities),
                threats(threats),
                scope);
    }

    private Map<ControlId, ControlWords> controls(ControlRows rows, List<ControlGuidance> english)
            throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = german("control-guidance.de.json", Sheet.CONTROL_GUIDANCE_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Map<ControlId, ControlWords> said = rows.translated(sheet.get());
        Map<ControlId, ControlWords> original =
                english.stream().collect(Collectors.toMap(ControlGuidance::control, ControlGuidance::words));
        same(
                sheet.get(),
                original,
                said,
                each -> List.of(each.verify().size(), each.evidence().size()));
        return said;
    }

    private Map<String, Responsibility.Words> responsibilities(List<Responsibility> english)
            throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = german("responsibilities.de.json", Sheet.RESPONSIBILITIES_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Map<String, Responsibility.Words> said = byId(sheet.get(), ControlRows::responsibility);
        Map<String, Responsibility.Words> original =
                english.stream().collect(Collectors.toMap(Responsibility::id, Responsibility::words));
        same(sheet.get(), original, said, each -> each.evidence().size());
        return said;
    }

    private Map<String, Threat.Words> threats(List<Threat> english) throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = german("threats.de.json", Sheet.THREATS_DE);
        if (sheet.isEmpty()) {
            return Map.of();
        }
        Map<String, Threat.Words> said = byId(sheet.get(), ControlRows::threat);
        Map<String, Threat.Words> original = english.stream().collect(Collectors.toMap(Threat::id, Threat::words));
        same(sheet.get(), original, said, each -> each.signs().size());
        return said;
    }

    private static <T> Map<String, T> byId(Sheet sheet, Function<Row, T> words) throws MalformedCatalogue {
        Map<String, T> all = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            String id = ControlRows.once(sheet, row, seen);
            all.put(id, Refusing.in(sheet.file(), row.line(), () -> words.apply(row)));
        }
        return all;
    }

    private Optional<Sheet> german(String file, Sheet.Form form) throws MalformedCatalogue, IOException {
        return german(sheets, file, form);
    }

    /// Empty if there is no such file.
    static Optional<Sheet> german(Sheets sheets, String file, Sheet.Form form) throws MalformedCatalogue, IOException {
        Optional<Sheet> sheet = sheets.optional(file, form);
        if (sheet.isPresent() && !sheet.get().head("language").equals(LANGUAGE)) {
            throw new MalformedCatalogue(
                    file, "is in '" + sheet.get().head("language") + "' and not in '" + LANGUAGE + "'");
        }
        return sheet;
    }

    private static <K extends Comparable<K>, T> void same(
            Sheet sheet, Map<K, T> english, Map<K, T> german, Function<T, Object> size) throws MalformedCatalogue {
        Set<K> ids = new TreeSet<>(english.keySet());
        ids.addAll(german.keySet());
        for (K id : ids) {
            Optional<T> original = Optional.ofNullable(english.get(id));
            Optional<T> said = Optional.ofNullable(german.get(id));
            if (said.isEmpty()) {
                throw new MalformedCatalogue(sheet.file(), "lacks " + id);
            }
            if (!original.map(size).equals(said.map(size))) {
                throw new MalformedCatalogue(sheet.file(), id + " has not as many texts as in English");
            }
        }
    }
}
