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
        List<Guidance> guidance = new ArrayList<>();
        List<Objections> objections = new ArrayList<>();
        Sheet index = sheet("index.json", Sheet.INDEX);
        for (Row row : index.rows()) {
            Framework framework = framework(row, index.file());
            if (frameworks.stream().anyMatch(other -> other.id().equals(framework.id()))) {
                throw new MalformedCatalogue(index.file(), row.line(), "framework " + framework.id() + " twice");
            }
            frameworks.add(framework);
            dates.addAll(dates(framework));
            guidance.addAll(guidance(framework));
            objections.addAll(objections(framework));
        }
        Sheet checklist = sheet("checklist.json", Sheet.CHECKLIST);
        List<Control> controls = controls(checklist);
        Sheet crosswalk = sheet("crosswalk.json", Sheet.CROSSWALK);
        CrosswalkRows rows = new CrosswalkRows(crosswalk, controls, frameworks);
        List<Mapping> mappings = rows.mappings();
        List<Unrelated> unrelated = rows.unrelated();
        Catalogue catalogue = new Catalogue(controls, frameworks, mappings, unrelated, dates);
        return new FrameworkLibrary(
                catalogue,
                new GuidanceLibrary(catalogue, guidance, objections),
                checklist.content(),
                crosswalk.content());
    }

    private Framework framework(Row row, String indexFile) throws MalformedCatalogue, IOException {
        FrameworkId id = Refusing.in(indexFile, row.line(), () -> new FrameworkId(row.required("id")));
        String file = id + "/framework.json";
        return new FrameworkRows(sheet(file, Sheet.FRAMEWORK)).framework(id);
    }

    private List<ApplicationDate> dates(Framework framework) throws MalformedCatalogue, IOException {
        String file = framework.id() + "/application-dates.json";
        if (files.read(file).isEmpty()) {
            return List.of();
        }
        return new DateRows(sheet(file, Sheet.DATES)).dates(framework);
    }

    private List<Guidance> guidance(Framework framework) throws MalformedCatalogue, IOException {
        String file = framework.id() + "/guidance.json";
        if (files.read(file).isEmpty()) {
            return List.of();
        }
        return new GuidanceRows(framework).guidance(sheet(file, Sheet.GUIDANCE));
    }

    private List<Objections> objections(Framework framework) throws MalformedCatalogue, IOException {
        String file = framework.id() + "/objections.json";
        if (files.read(file).isEmpty()) {
            return List.of();
        }
        return new GuidanceRows(framework).objections(sheet(file, Sheet.OBJECTIONS));
    }

    private static List<Control> controls(Sheet sheet) throws MalformedCatalogue {
        List<Control> controls = new ArrayList<>();
        Set<ControlId> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            Control control = Refusing.in(sheet.file(), row.line(), () -> control(row));
            if (!seen.add(control.id())) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "control " + control.id() + " twice");
            }
            controls.add(control);
        }
        return controls;
    }

    private static Control control(Row row) {
        return new Control(new ControlId(row.required("id")), row.required("category"), row.required("title"));
    }

    private Sheet sheet(String file, Sheet.Form form) throws MalformedCatalogue, IOException {
        Bytes content = files.read(file).orElseThrow(() -> new MalformedCatalogue(file, "is missing"));
        return SheetReader.read(file, form, content);
    }
}
