package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Reads single files of a pack that lies on disk, for people who want one without unpacking. Checks nothing: that is
/// the verifier's.
public final class PackParts {
    private static final int MOST_SUMS_BYTES = 64 << 20;
    private static final long MOST_PART_BYTES = 4L << 30;

    private PackParts() {}

    /// What people open by itself.
    public enum Part {
        REPORT("report.pdf"),
        STATEMENT("soa.pdf"),
        WORKBOOK("workbook.xlsx");

        private final String file;

        Part(String file) {
            this.file = file;
        }

        public String file() {
            return file;
        }
    }

    /// By which the ledger knows the pack.
    public static Digest sums(Path pack) throws WorkspaceException {
        try (ZipFile zip = new ZipFile(pack.toFile());
                InputStream in = zip.getInputStream(entry(zip, pack, "SHA256SUMS"))) {
            byte[] sums = in.readNBytes(MOST_SUMS_BYTES);
            if (in.read() >= 0) {
                throw new WorkspaceException(Kind.BAD_INPUT, pack + ": its SHA256SUMS is too large to be one");
            }
            return Digest.sha256(Bytes.copyOf(sums));
        } catch (IOException e) {
            throw unreadable(pack, e);
        }
    }

    /// @param to must not exist
    public static void takeOut(Path pack, Part part, Path to) throws WorkspaceException {
        if (Files.exists(to)) {
            throw new WorkspaceException(Kind.BAD_INPUT, to + ": exists; nothing was written. Choose another name");
        }
        try (ZipFile zip = new ZipFile(pack.toFile());
                InputStream in = zip.getInputStream(entry(zip, pack, part.file()));
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(in, out, pack, part);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, part.file() + " of " + pack + " cannot be written to " + to + " (" + e + ")", e);
        }
    }

    /// What a zip says of its sizes is not believed.
    private static void copy(InputStream in, OutputStream out, Path pack, Part part)
            throws IOException, WorkspaceException {
        byte[] buffer = new byte[1 << 16];
        long written = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            written += read;
            if (written > MOST_PART_BYTES) {
                throw new WorkspaceException(Kind.BAD_INPUT, part.file() + " of " + pack + " is larger than 4 GiB");
            }
            out.write(buffer, 0, read);
        }
    }

    private static ZipEntry entry(ZipFile zip, Path pack, String name) throws WorkspaceException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw new WorkspaceException(Kind.BAD_INPUT, pack + ": holds no " + name);
        }
        return entry;
    }

    private static WorkspaceException unreadable(Path pack, IOException why) {
        return new WorkspaceException(Kind.UNREADABLE_FILE, pack + ": cannot be read as a pack (" + why + ")", why);
    }
}
