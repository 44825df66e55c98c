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
    private static final byte SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;
    /// Enough for the largest answer.
    private static final int LENGTH_OCTETS = 3;

    @Override
    public Bytes answer(Bytes request) throws PackException {
        String name = Digest.sha256(request).hex().substring(0, 32);
        Path asked = folder.resolve(name + ".tsq");
        Path answered = folder.resolve(name + ".tsr");
        try {
            put(request, asked);
            long end = System.nanoTime() + patience.toNanos();
            Bytes answer = written(answered);
            while (!isWhole(answer)) {
                if (System.nanoTime() - end > 0) {
                    throw unanswered(asked, answered, answer.size());
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
                answer = written(answered);
            }
            return answer;
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

    /// Whoever answers may write the file where it is looked for: a DER value (X.690, 8.1.3) says how long it is. What
    /// is no DER sequence is judged as it stands.
    private static boolean isWhole(Bytes answer) {
        if (answer.size() < 2 || answer.at(0) != SEQUENCE) {
            return answer.size() >= 2;
        }
        int first = answer.at(1) & 0xff;
        if (first < LONG_FORM) {
            return answer.size() >= 2 + first;
        }
        int octets = first - LONG_FORM;
        if (octets < 1 || octets > LENGTH_OCTETS || answer.size() < 2 + octets) {
            return octets < 1 || octets > LENGTH_OCTETS;
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | answer.at(2 + i) & 0xff;
        }
        return answer.size() >= 2 + octets + length;
    }

    private PackException unanswered(Path asked, Path answered, int size) {
        return new PackException(
                size == 0
                        ? "no time stamp: " + asked + " was not answered by " + answered + " within "
                                + patience.toSeconds() + " s. Is the authority running, and may it write there?"
                        : "no time stamp: " + answered + " holds the first " + size + " bytes of an answer and is not"
                                + " whole after " + patience.toSeconds()
                                + " s. Remove it where nobody writes it any more, and try again");
    }

    private static Bytes written(Path answered) throws IOException {
        return Files.isReadable(answered) ? read(answered) : Bytes.empty();
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
