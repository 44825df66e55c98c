package org.cairn.reports.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cairn.proof.Bytes;

/// Looks at the bytes of a strange PDF before anything unpacks them: a reader of PDF takes what a stream unpacks to
/// into
/// memory. Streams are never packed inside others (ISO 32000-1 section 7.5.7), so what says how they are packed can be
/// read from the raw bytes. What is not plain is refused rather than guessed. The limits are ours.
final class PdfScreening {
    /// Of one stream, unpacked.
    static final int MOST_OF_ONE = 32 << 20;
    /// Of all streams, unpacked.
    static final long MOST_OF_ALL = 192L << 20;

    /// Names of filters, also as an inline image spells them (section 8.9.7), and what is locked.
    private static final Pattern REFUSED =
            Pattern.compile("/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt|Encrypt)(?![A-Za-z0-9])");

    /// A filter that is not a single name, directly.
    private static final Pattern CHAINED =
            Pattern.compile("/Filter\\s*(?:[^/\\s\\[]|\\[\\s*(?:[^/\\s\\]]|/[A-Za-z0-9]+\\s*[^\\s\\]]))");

    /// A name with an escape in it may be any of the above.
    private static final Pattern ESCAPED = Pattern.compile("/[A-Za-z0-9]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*");

    /// As the reader of PDF takes it: a line break is not needed.
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\x20*(?:\\r\\n|\\r|\\n)?");

    private PdfScreening() {}

    /// Wherever the bytes could be read as a stream, also inside another one.
    /// @throws IOException with why it is not shown
    static void screen(Bytes pdf) throws IOException {
        byte[] bytes = pdf.toByteArray();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        requirePlain(text);
        Matcher stream = STREAM.matcher(text);
        long all = 0;
        while (stream.find()) {
            all += unpacked(bytes, stream.end());
            if (all > MOST_OF_ALL) {
                throw new IOException("it unpacks to more than " + (MOST_OF_ALL >> 20) + " MiB");
            }
        }
    }

    private static void requirePlain(CharSequence text) throws IOException {
        Matcher refused = REFUSED.matcher(text);
        if (refused.find()) {
            throw new IOException("it is locked or packed in a way that is not opened here (" + refused.group() + ")");
        }
        if (CHAINED.matcher(text).find()) {
            throw new IOException("something in it is packed more than once");
        }
        Matcher escaped = ESCAPED.matcher(text);
        while (escaped.find()) {
            String name = plain(escaped.group());
            if (name.equals("/Filter")
                    || name.endsWith("Decode")
                    || REFUSED.matcher(name).find()) {
                throw new IOException("it disguises how it is packed");
            }
        }
    }

    private static String plain(String name) {
        Matcher escape = Pattern.compile("#([0-9A-Fa-f]{2})").matcher(name);
        return escape.replaceAll(
                hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
    }

    /// How much the stream at `from` unpacks to, if it is packed by deflate; looks no further than the limit. The two
    /// bytes of the zlib header (RFC 1950) are passed over unread, as the reader of PDF does.
    private static int unpacked(byte[] bytes, int from) throws IOException {
        int start = Math.min(bytes.length, from + 2);
        Inflater inflater = new Inflater(true);
        int size = 0;
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            byte[] chunk = new byte[1 << 16];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0) {
                    return size;
                }
                size += read;
                if (size > MOST_OF_ONE) {
                    throw new IOException("a part of it unpacks to more than " + (MOST_OF_ONE >> 20) + " MiB");
                }
            }
            return size;
        } catch (DataFormatException _) {
            return size; // not packed by deflate, or damaged from here on: nobody unpacks more of it
        } finally {
            inflater.end();
        }
    }
}
