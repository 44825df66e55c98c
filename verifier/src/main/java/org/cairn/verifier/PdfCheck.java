package org.cairn.verifier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.verifier.CmsVerification.TimeStamp;

/// The report's one signature (PDF 32000-1:2008 section 12.8.1, ETSI EN 319 142-1) covers the whole file, by the pack's
/// certificate. One revision: whatever is appended later is outside the signed range and refused, however harmless.
final class PdfCheck {
    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*\\]");

    private static final Pattern CONTENTS_BEFORE = Pattern.compile("/Contents\\s*$");
    private static final int LOOK_BACK = 32;

    private PdfCheck() {}

    /// Why the report is not signed as a pack's report is; empty if it is.
    static Optional<String> refusal(Bytes pdf, CertificateChain certificates) {
        String text = new String(pdf.toByteArray(), StandardCharsets.ISO_8859_1);
        Matcher range = BYTE_RANGE.matcher(text);
        if (!text.startsWith("%PDF-") || !range.find()) {
            return Optional.of("has no signature");
        }
        long start = Long.parseLong(range.group(1));
        long gapStart = Long.parseLong(range.group(2));
        long gapEnd = Long.parseLong(range.group(3));
        long tail = Long.parseLong(range.group(4));
        if (range.find()) {
            return Optional.of("has more than one signature or revision");
        }
        if (start != 0 || gapStart >= gapEnd || gapEnd > pdf.size() || gapEnd + tail != pdf.size()) {
            return Optional.of("its signature does not cover the whole file");
        }
        return signature(pdf, text, (int) gapStart, (int) gapEnd, certificates);
    }

    /// The gap holds the signature in hexadecimal, in angle brackets, and nothing else.
    private static Optional<String> signature(
            Bytes pdf, String text, int gapStart, int gapEnd, CertificateChain certificates) {
        String before = text.substring(Math.max(0, gapStart - LOOK_BACK), gapStart);
        if (!CONTENTS_BEFORE.matcher(before).find() || text.charAt(gapStart) != '<' || text.charAt(gapEnd - 1) != '>') {
            return Optional.of("what its signature leaves out is not the signature itself");
        }
        try {
            Bytes padded = Bytes.copyOf(HexFormat.of().parseHex(text, gapStart + 1, gapEnd - 1));
            Bytes cms = Der.parseFirst(padded).encoded();
            for (int i = cms.size(); i < padded.size(); i++) {
                if (padded.at(i) != 0) {
                    return Optional.of("bytes other than zeros follow its signature");
                }
            }
            var digest = Digest.newSha256();
            digest.update(pdf.slice(0, gapStart).asByteBuffer());
            digest.update(pdf.slice(gapEnd, pdf.size()).asByteBuffer());
            return CmsVerification.refusal(cms, Digest.of(digest.digest()), certificates, TimeStamp.ALLOWED)
                    .map(why -> "its signature: " + why);
        } catch (MalformedDer | IllegalArgumentException e) {
            return Optional.of("its signature cannot be read: " + e.getMessage());
        }
    }
}
