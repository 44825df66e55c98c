package org.cairn.collectors.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The text of a report: unpacked where it is gzip (RFC 1952), decoded strictly, and bounded.
public final class ReportInput {
    /// Unpacked. A benchmark's results have some 10 MB, an ARF 100 MB; what is larger than this is a mistake or a bomb.
    public static final long LARGEST_BYTES = 4L << 30;

    private static final int HEAD_BYTES = 1024;
    private static final Pattern XML_ENCODING =
            Pattern.compile("^<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /// One byte a character, or UTF-8, so that nothing else can hide in them.
    private static final Set<String> PLAIN = Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252");

    private ReportInput() {}

    /// @throws UnreadableReport for what is packed otherwise, or is no text
    public static Reader open(InputStream file) throws IOException {
        PushbackInputStream unpacked = new PushbackInputStream(unpack(file), HEAD_BYTES);
        byte[] head = unpacked.readNBytes(HEAD_BYTES);
        if (head.length == 0) {
            throw new UnreadableReport("byte 0", "the file is empty", "Run the tool again and look at its messages");
        }
        refusePacked(head);
        int mark = markLength(head);
        unpacked.unread(head, mark, head.length - mark);
        return new InputStreamReader(
                unpacked,
                charset(head, mark)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static InputStream unpack(InputStream file) throws IOException {
        PushbackInputStream packed = new PushbackInputStream(new BufferedInputStream(file, 1 << 16), 2);
        byte[] magic = packed.readNBytes(2);
        packed.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return new Bounded(gzip ? new GZIPInputStream(packed, 1 << 16) : packed);
    }

    /// Magic numbers of the zip, xz, zstd and bzip2 formats, and of gzip within gzip.
    private static void refusePacked(byte[] head) throws UnreadableReport {
        String start = new String(head, 0, Math.min(head.length, 6), StandardCharsets.ISO_8859_1);
        boolean packed = start.startsWith("PK\u0003\u0004")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("(\u00b5/\u00fd")
                || start.startsWith("BZh")
                || start.startsWith("\u001f\u008b");
        if (packed) {
            throw new UnreadableReport("byte 0", "the file is packed, and not by gzip once", "Unpack it first");
        }
    }

    private static int markLength(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) ? 2 : 0;
    }

    private static Charset charset(byte[] head, int mark) throws UnreadableReport {
        if (mark == 2) {
            return starts(head, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        Matcher named = XML_ENCODING.matcher(new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1));
        return mark == 3 || !named.find() ? StandardCharsets.UTF_8 : named(named.group(1));
    }

    private static Charset named(String name) throws UnreadableReport {
        try {
            Charset charset = Charset.forName(name);
            if (PLAIN.contains(charset.name())) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw notReadIn(name);
        }
        throw notReadIn(name);
    }

    private static UnreadableReport notReadIn(String name) {
        return new UnreadableReport("line 1", "the encoding '" + name + "' is not read", "Save the file as UTF-8");
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// Counts what comes out, and stops a bomb.
    private static final class Bounded extends FilterInputStream {
        private long seen;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws UnreadableReport {
            seen += more;
            if (seen > LARGEST_BYTES) {
                throw new UnreadableReport(
                        "byte " + LARGEST_BYTES,
                        "unpacked, the file is larger than " + (LARGEST_BYTES >> 30) + " GiB",
                        "Export fewer results, or less detail");
            }
        }
    }
}
