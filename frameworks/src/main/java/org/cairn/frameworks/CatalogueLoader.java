package org.cairn.frameworks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Unrelated;
import org.cairn.proof.Bytes;

/// Puts the files of a catalogue together and refuses what does not fit.
final class CatalogueLoader {
    private final CatalogueFiles files;

    CatalogueLoader(CatalogueFiles files) {
        this.files = files;
    }

    FrameworkLibrary load() throws MalformedCatalogue, IOException {
        List<Framework> frameworks = new ArrayList<>();
        List<ApplicationDate> dates = new ArrayList<>();
        Sheet<String> index = sheet("index.json", Set.of(), "frameworks", String.class);
        for (Row<String> row : index.rows()) {
            Framework framework = framework(row, index.file());
            if (frameworks.stream().anyMatch(other -> other.id().equals(framework.id()))) {
                throw new MalformedCatalogue(index.file(), row.line(), "framework " + framework.id() + " twice");
            }
            frameworks.add(framework);
            dates.addAll(dates(framework));
        }
        Sheet<Rows.ControlRow> checklist =
                sheet("checklist.json", Set.of("title", "version"), "controls", Rows.ControlRow.class);
        List<Control> controls = controls(checklist);
        Sheet<Rows.MappingRow> crosswalk =
                sheet("crosswalk.json", Set.of("title", "version", "readOn"), "mappings", Rows.MappingRow.class);
        CrosswalkRows rows = new CrosswalkRows(crosswalk, controls, frameworks);
        List<Mapping> mappings = rows.mappings();
        List<Unrelated> unrelated = rows.unrelated();
        return new FrameworkLibrary(
                new Catalogue(controls, frameworks, mappings, unrelated, dates),
                checklist.content(),
                crosswalk.content());
    }

    private Framework framework(Row<String> row, String indexFile) throws MalformedCatalogue, IOException {
        FrameworkId id = Refusing.in(indexFile, row.line(), () -> new FrameworkId(row.value()));
        String file = id + "/framework.json";
        Set<String> head = Set.of("id", "title", "version", "readOn", "source", "licence");
        return new FrameworkRows(sheet(file, head, "nodes", Rows.NodeRow.class)).framework(id);
    }

    private List<ApplicationDate> dates(Framework framework) throws MalformedCatalogue, IOException {
        String file = framework.id() + "/application-dates.json";
        if (files.read(file).isEmpty()) {
            return List.of();
        }
        return new DateRows(sheet(file, Set.of("framework"), "dates", Rows.DateRow.class)).dates(framework);
    }

    private static List<Control> controls(Sheet<Rows.ControlRow> sheet) throws MalformedCatalogue {
        List<Control> controls = new ArrayList<>();
        Set<ControlId> seen = new HashSet<>();
        for (Row<Rows.ControlRow> row : sheet.rows()) {
            Control control =
                    Refusing.in(sheet.file(), row.line(), () -> row.value().control());
            if (!seen.add(control.id())) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "control " + control.id() + " twice");
            }
            controls.add(control);
        }
        return controls;
    }

    private <T> Sheet<T> sheet(String file, Set<String> head, String list, Class<T> type)
            throws MalformedCatalogue, IOException {
        Bytes content = files.read(file).orElseThrow(() -> new MalformedCatalogue(file, "is missing"));
        return new SheetReader(file).read(content, head, list, type);
    }
}
