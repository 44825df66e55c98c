package org.cairn.app.preview;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// What a file is, by how it begins; its name only helps to tell kinds of text apart.
enum FileKind {
    PNG,
    JPEG,
    GIF,
    PDF,
    WORKBOOK,
    CSV,
    JSON,
    TEXT,
    OTHER;

    private static final int BEGINNING = 1024;
    private static final Map<String, FileKind> BY_NAME = Map.of(
            "png", PNG, "jpg", JPEG, "jpeg", JPEG, "gif", GIF, "pdf", PDF, "xlsx", WORKBOOK, "csv", CSV, "json", JSON);

    static FileKind of(String name, Bytes content) {
        String beginning = new String(
                content.slice(0, Math.min(content.size(), BEGINNING)).toByteArray(), StandardCharsets.ISO_8859_1);
        if (beginning.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG; // ISO/IEC 15948 section 5.2
        }
        if (beginning.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a")) {
            return GIF;
        }
        if (beginning.contains("%PDF-")) {
            return PDF; // ISO 32000-1 annex H, note 13
        }
        if (beginning.startsWith("PK\u0003\u0004")) {
            return named(name).filter(kind -> kind == WORKBOOK).orElse(OTHER);
        }
        return TextReading.isText(content) ? text(name, beginning) : OTHER;
    }

    private static FileKind text(String name, String beginning) {
        Optional<FileKind> named = named(name);
        if (named.filter(kind -> kind == CSV || kind == JSON).isPresent()) {
            return named.get();
        }
        String first = beginning.strip();
        return first.startsWith("{") || first.startsWith("[") ? JSON : TEXT;
    }

    /// What the name says; empty where it says none of these kinds.
    static Optional<FileKind> named(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.ofNullable(BY_NAME.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
