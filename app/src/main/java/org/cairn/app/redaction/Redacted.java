package org.cairn.app.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// A copy without the parts that were taken out.
/// @param extension of a file that holds it, e.g. `png`; empty where it is the original's
/// @param removed   how much was taken out, in words that do not tell it
public record Redacted(Bytes content, Optional<String> extension, String removed) {
    private static final int PNG_BEGINS = 0x89;
    private static final int JPEG_BEGINS = 0xFF;

    /// @param content text in UTF-8 or with a mark of UTF-16, or a PNG or JPEG
    public static Redacted of(Bytes content, List<Cut> cuts) throws RedactionException {
        List<Cut.Box> boxes = new ArrayList<>();
        List<Cut> texts = new ArrayList<>();
        for (Cut cut : cuts) {
            switch (cut) {
                case Cut.Box box -> boxes.add(box);
                case Cut.Words words -> texts.add(words);
                case Cut.Lines lines -> texts.add(lines);
            }
        }
        if (boxes.isEmpty() == texts.isEmpty()) {
            throw new RedactionException(
                    boxes.isEmpty()
                            ? "nothing is to be taken out: name words or lines of a text, or boxes of a picture"
                            : "boxes are of pictures, words and lines of texts: one of the two");
        }
        Optional<String> picture = pictureFormat(content);
        if (picture.isPresent() == boxes.isEmpty()) {
            throw new RedactionException(
                    boxes.isEmpty()
                            ? "it is a picture: name boxes, not words or lines"
                            : "it is no PNG or JPEG: boxes can be taken out of these only. Make a picture of what is to"
                                    + " be shown, and attach that");
        }
        return picture.isPresent() ? PictureCuts.of(picture.get(), content, boxes) : TextCuts.of(content, texts);
    }

    static Optional<String> pictureFormat(Bytes content) {
        if (content.size() < 3) {
            return Optional.empty();
        }
        byte[] begins = content.slice(0, 3).toByteArray();
        return switch (begins[0] & 0xFF) {
            case PNG_BEGINS -> begins[1] == 'P' && begins[2] == 'N' ? Optional.of("png") : Optional.empty();
            case JPEG_BEGINS -> (begins[1] & 0xFF) == 0xD8 ? Optional.of("jpeg") : Optional.empty();
            default -> Optional.empty();
        };
    }
}
