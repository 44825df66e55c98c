package org.cairn.app.workspace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.FrameworkId;
import org.cairn.frameworks.oscal.CatalogExport;
import org.cairn.frameworks.oscal.MappingExport;
import org.cairn.frameworks.oscal.OscalReader;
import org.cairn.frameworks.own.CsvTable;
import org.cairn.frameworks.own.Draft;
import org.cairn.frameworks.own.DraftCheck;
import org.cairn.frameworks.own.FrameworkFile;
import org.cairn.frameworks.own.KnownSubjects;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.TableRows;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.xlsx.FrameworkSheet;
import org.cairn.reports.xlsx.FrameworkWorkbook;

/// Frameworks as files that people hand over: a table as CSV or workbook, an OSCAL catalogue or profile.
public final class FrameworkFiles {
    private FrameworkFiles() {}

    /// A framework as a file has it.
    /// @param source SHA-256 of the file
    public record Read(OwnFramework framework, Digest source) {}

    /// @param id       empty takes the one in the file
    /// @param catalogs that a profile imports
    /// @throws MalformedFramework with every fault; nothing of it is taken over
    public static Read read(Path file, Optional<FrameworkId> id, List<Path> catalogs, KnownSubjects known)
            throws MalformedFramework, WorkspaceException {
        String name = name(file);
        Bytes content = content(file);
        String form = form(name);
        if (!form.equals("json") && !catalogs.isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, name + ": only an OSCAL profile (.json) imports catalogues; nothing was imported");
        }
        Draft draft = switch (form) {
            case "csv" -> CsvTable.read(name, content);
            case "xlsx" -> FrameworkSheet.read(name, file);
            case "json" -> new OscalReader(name).read(content, named(catalogs));
            default ->
                throw new WorkspaceException(
                        Kind.BAD_INPUT, name + ": is none of .csv, .xlsx and .json (OSCAL); nothing was imported");
        };
        return new Read(new DraftCheck(name, known).check(draft, id), Digest.sha256(content));
    }

    private static List<OscalReader.Named> named(List<Path> files) throws MalformedFramework, WorkspaceException {
        List<OscalReader.Named> named = new ArrayList<>();
        for (Path file : files) {
            named.add(new OscalReader.Named(name(file), content(file)));
        }
        return named;
    }

    private static Bytes content(Path file) throws MalformedFramework, WorkspaceException {
        try {
            return FrameworkFile.read(file);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + "); nothing was imported", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// By the name's ending.
    private static String form(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// Writes the template into a file that is not there yet.
    public static void template(Path out) throws WorkspaceException {
        switch (form(name(out))) {
            case "csv" -> writeCsv(TableRows.template(), out);
            case "xlsx" -> writeWorkbook(TableRows.template(), out);
            default -> throw new WorkspaceException(Kind.BAD_INPUT, out + ": name it .csv or .xlsx");
        }
    }

    /// Writes a framework into a file that is not there yet.
    /// @param modified what an OSCAL document gives as its last change
    public static void write(OwnFramework framework, FrameworkForm form, Instant modified, Path out)
            throws WorkspaceException {
        switch (form) {
            case CSV -> writeCsv(TableRows.of(framework), out);
            case XLSX -> writeWorkbook(TableRows.of(framework), out);
            case OSCAL_CATALOG -> write(CatalogExport.write(framework, modified), out);
            case OSCAL_MAPPING ->
                write(
                        MappingExport.write(framework, modified)
                                .orElseThrow(() -> new WorkspaceException(
                                        Kind.BAD_INPUT,
                                        framework.id() + ": nothing is mapped to it, and OSCAL demands one mapping")),
                        out);
        }
    }

    private static void writeCsv(List<List<String>> rows, Path out) throws WorkspaceException {
        writing(out, () -> {
            try (BufferedWriter writer = Files.newBufferedWriter(out, StandardOpenOption.CREATE_NEW)) {
                CsvTable.write(rows, writer);
            }
        });
    }

    private static void writeWorkbook(List<List<String>> rows, Path out) throws WorkspaceException {
        writing(
                out,
                () -> Files.write(out, FrameworkWorkbook.write(rows).toByteArray(), StandardOpenOption.CREATE_NEW));
    }

    private static void write(Bytes content, Path out) throws WorkspaceException {
        writing(out, () -> Files.write(out, content.toByteArray(), StandardOpenOption.CREATE_NEW));
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private static void writing(Path out, Writing writing) throws WorkspaceException {
        try {
            writing.write();
        } catch (FileAlreadyExistsException e) {
            throw new WorkspaceException(Kind.BAD_INPUT, out + ": exists; choose another name", e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, out + ": cannot be written (" + e + ")", e);
        }
    }
}
