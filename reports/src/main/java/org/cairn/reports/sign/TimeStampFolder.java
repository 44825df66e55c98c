package org.cairn.reports.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackException;

/// A time-stamp authority reached through a folder, by the file-based protocol of RFC 3161 section 3.2: a request is a
/// file NAME.tsq, its answer NAME.tsr. Whoever runs the authority, or carries files to it, watches the folder; this
/// program opens no connection.
/// @param patience how long an answer is waited for
public record TimeStampFolder(Path folder, Duration patience) implements TimeStampService {
    private static final int LARGEST_ANSWER_BYTES = 1 << 20;
    private static final long LOOK_AGAIN_MILLIS = 100;

    @Override
    public Bytes answer(Bytes request) throws PackException {
        String name = Digest.sha256(request).hex().substring(0, 32);
        Path asked = folder.resolve(name + ".tsq");
        Path answered = folder.resolve(name + ".tsr");
        try {
            put(request, asked);
            long end = System.nanoTime() + patience.toNanos();
            while (!Files.isReadable(answered) || Files.size(answered) == 0) {
                if (System.nanoTime() - end > 0) {
                    throw new PackException("no time stamp: " + asked + " was not answered by " + answered + " within "
                            + patience.toSeconds() + " s. Is the authority running, and may it write there?");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
            return read(answered);
        } catch (IOException e) {
            throw new PackException("no time stamp: " + folder + " cannot be used (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackException("no time stamp: the wait for " + answered + " was ended", e);
        }
    }

    /// Under its name only when whole, so that nobody answers half a request.
    private void put(Bytes request, Path asked) throws IOException {
        Path partial = folder.resolve('.' + asked.getFileName().toString() + ".partial");
        Files.write(partial, request.toByteArray());
        try {
            Files.move(partial, asked, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(partial, asked, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Bytes read(Path answered) throws IOException {
        try (InputStream in = Files.newInputStream(answered)) {
            byte[] read = in.readNBytes(LARGEST_ANSWER_BYTES + 1);
            if (read.length > LARGEST_ANSWER_BYTES) {
                throw new IOException(answered + " is larger than " + LARGEST_ANSWER_BYTES + " bytes");
            }
            return Bytes.copyOf(read);
        }
    }
}
