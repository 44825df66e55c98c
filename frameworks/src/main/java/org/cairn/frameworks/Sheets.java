package org.cairn.frameworks;

import java.io.IOException;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// Reads the files of one catalogue.
record Sheets(CatalogueFiles files) {
    Sheet required(String file, Sheet.Form form) throws MalformedCatalogue, IOException {
        Bytes content = files.read(file).orElseThrow(() -> new MalformedCatalogue(file, "is missing"));
        return SheetReader.read(file, form, content);
    }

    /// Empty if there is no such file.
    Optional<Sheet> optional(String file, Sheet.Form form) throws MalformedCatalogue, IOException {
        Optional<Bytes> content = files.read(file);
        return content.isPresent() ? Optional.of(SheetReader.read(file, form, content.get())) : Optional.empty();
    }
}
