package org.cairn.app.preview;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.cairn.app.preview.Preview.Nothing;
import org.cairn.app.preview.Preview.Why;
import org.cairn.proof.Bytes;
import org.cairn.reports.pdf.PdfPages;

/// Makes previews. Everything in a file is hostile: what is shown is bounded, and what is not shown has a reason.
public final class Previews {
    /// More is not read for a preview; ours.
    public static final int MOST_BYTES = 32 << 20;

    private Previews() {}

    /// @param name      of the file, with its ending
    /// @param page      of a document, counted from 0
    /// @param cancelled asked between steps
    /// @throws CancellationException once it was
    public static Preview of(String name, Bytes content, int page, BooleanSupplier cancelled) {
        if (content.size() > MOST_BYTES) {
            return new Nothing(Why.TOO_LARGE, "");
        }
        FileKind kind = FileKind.of(name, content);
        Optional<FileKind> named = FileKind.named(name);
        if (named.isPresent() && named.get() != kind) {
            return new Nothing(Why.LIES, word(named.get()) + " / " + word(kind));
        }
        try {
            Preview preview = read(kind, content, page, cancelled);
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the preview is no longer wanted");
            }
            return preview;
        } catch (IOException e) {
            return new Nothing(kind == FileKind.PDF ? Why.TOO_MUCH : Why.DAMAGED, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) { // decoders that are fed damage throw what they like
            return new Nothing(Why.DAMAGED, e.getClass().getSimpleName());
        }
    }

    private static Preview read(FileKind kind, Bytes content, int page, BooleanSupplier cancelled) throws IOException {
        return switch (kind) {
            case PNG -> Pictures.read("png", content, cancelled);
            case JPEG -> Pictures.read("jpeg", content, cancelled);
            case GIF -> Pictures.read("gif", content, cancelled);
            case PDF -> {
                PdfPages.Page shown = PdfPages.page(content, page, cancelled);
                yield new Preview.PageOf(shown.image(), Math.clamp(page, 0, shown.count() - 1) + 1, shown.count());
            }
            case WORKBOOK -> Workbook.read(content);
            case CSV -> Csv.read(TextReading.read(content));
            case JSON -> JsonLayout.read(TextReading.read(content));
            case TEXT -> TextReading.read(content);
            case OTHER -> new Nothing(Why.UNKNOWN_KIND, "");
        };
    }

    private static String word(FileKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
