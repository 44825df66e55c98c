package org.cairn.collectors.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.Platform;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// The only thing that touches files, directories and processes of the host. Never writes, never opens a socket.
/// What cannot be read is a [Refusal]. Every method ends with [InterruptedException] once its thread is interrupted.
public final class HostReader {
    private static final int DIRECTORY_LIMIT = 100_000;
    private static final int ATTRIBUTE_LIMIT = 4096;

    private final Platform platform;
    private final HostFiles files;
    private final HostIdentity identity;
    private final Commands commands;

    HostReader(Platform platform, HostFiles files, HostIdentity identity, Commands commands) {
        this.platform = platform;
        this.files = files;
        this.identity = identity;
        this.commands = commands;
    }

    /// A Linux host whose files are all in a folder, whatever its kernel would make up included.
    /// @param root where the host's `/` is found
    public HostReader(Path root, HostIdentity identity, Commands commands) {
        this(Platform.LINUX, CapturedFiles.complete(root.toAbsolutePath().normalize()), identity, commands);
    }

    /// This machine, with 20 seconds and 32 MiB for each command, and as long for each question to OSHI.
    public static HostReader ofThisMachine() {
        Duration patience = Duration.ofSeconds(20);
        return new HostReader(
                Platform.named(System.getProperty("os.name")),
                new RunningFiles(),
                HostIdentity.ofThisProcess(),
                new InventoryCommands(new SystemCommands(patience, 32 * 1024 * 1024), patience));
    }

    /// The system that the host runs.
    public Platform platform() {
        return platform;
    }

    public HostIdentity identity() {
        return identity;
    }

    /// When what is read was so: now, but of a captured tree when it was captured.
    public InstantSource observedBy(InstantSource clock) {
        return files.observedBy(clock);
    }

    public Commands.Answer run(Command command) throws InterruptedException {
        stopIfInterrupted();
        return commands.run(command);
    }

    /// The whole content of a regular file of at most `limitBytes`. Never opens a pipe or a device.
    public Read<Bytes> read(String path, int limitBytes) throws InterruptedException {
        stopIfInterrupted();
        try {
            Path file = find(path, true);
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                return refused(path, Refusal.Why.MALFORMED, "not a regular file");
            }
            try (InputStream in = Files.newInputStream(file, files.opening())) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                byte[] buffer = new byte[16_384];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    content.write(buffer, 0, read);
                    if (content.size() > limitBytes) {
                        return refused(path, Refusal.Why.TOO_LARGE, "larger than " + limitBytes + " bytes");
                    }
                }
                return new Read.Got<>(Bytes.copyOf(content.toByteArray()));
            }
        } catch (IOException e) {
            return refusal(path, e);
        }
    }

    /// The members of a directory, by name; at most 100 000.
    public Read<List<FileFacts>> list(String path) throws InterruptedException {
        stopIfInterrupted();
        requireAbsolute(path);
        List<FileFacts> members = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(files.findWhole(path))) {
            for (Path member : stream) {
                stopIfInterrupted();
                factsOf(joined(path, member.getFileName().toString()), member).ifPresent(members::add);
                if (members.size() > DIRECTORY_LIMIT) {
                    return refused(path, Refusal.Why.TOO_LARGE, "more than " + DIRECTORY_LIMIT + " members");
                }
            }
        } catch (IOException e) {
            return refusal(path, e);
        } catch (DirectoryIteratorException e) { // the listing broke half-way
            return refusal(path, new IOException(e.getMessage(), e));
        }
        members.sort(Comparator.comparing(FileFacts::path));
        return new Read.Got<>(members);
    }

    /// What the file system says of one path; a symbolic link is itself.
    public Read<FileFacts> facts(String path) throws InterruptedException {
        stopIfInterrupted();
        try {
            return new Read.Got<>(files.facts(path, find(path, false)));
        } catch (IOException e) {
            return refusal(path, e);
        }
    }

    /// Which file a path leads to in the end. Opens nothing.
    public Read<FileIdentity> identityOf(String path) throws InterruptedException {
        stopIfInterrupted();
        try {
            return new Read.Got<>(UnixAttributes.identity(find(path, true)));
        } catch (IOException e) {
            return refusal(path, e);
        }
    }

    /// Where a symbolic link points, as written.
    public Read<String> linkTarget(String path) throws InterruptedException {
        stopIfInterrupted();
        try {
            return new Read.Got<>(Files.readSymbolicLink(find(path, false)).toString());
        } catch (IOException e) {
            return refusal(path, e);
        }
    }

    /// An extended attribute of the name space `user` (xattr(7)), of at most 4096 bytes, as text.
    public Read<String> userAttribute(String path, String name) throws InterruptedException {
        stopIfInterrupted();
        try {
            UserDefinedFileAttributeView view = Files.getFileAttributeView(
                    find(path, false), UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (view == null || !view.list().contains(name)) {
                return refused(path, Refusal.Why.ABSENT, "no attribute " + name);
            }
            ByteBuffer value = ByteBuffer.allocate(ATTRIBUTE_LIMIT);
            view.read(name, value);
            return new Read.Got<>(StandardCharsets.UTF_8.decode(value.flip()).toString());
        } catch (IOException e) {
            return refusal(path, e);
        }
    }

    /// Lets `reader` look into a regular file of any size.
    public <T> Read<T> scan(String path, Scan<T> reader) throws InterruptedException {
        stopIfInterrupted();
        try {
            Path file = find(path, false);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return refused(path, Refusal.Why.ABSENT, "no regular file");
            }
            try (FileChannel channel = FileChannel.open(file, files.opening())) {
                return new Read.Got<>(reader.scan(new ChannelBytes(channel)));
            }
        } catch (IOException e) {
            return refusal(path, e);
        }
    }

    /// Looks into a file.
    public interface Scan<T> {
        T scan(RandomBytes file) throws IOException, InterruptedException;
    }

    private record ChannelBytes(FileChannel channel) implements RandomBytes {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public byte[] read(long position, int length) throws IOException {
            long available = Math.max(0, channel.size() - position);
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, available));
            long at = position;
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, at);
                if (read < 0) {
                    break;
                }
                at += read;
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    /// Empty if the member vanished between listing and looking.
    private Optional<FileFacts> factsOf(String path, Path member) throws IOException {
        try {
            return Optional.of(files.facts(path, member));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private Path find(String path, boolean follow) throws IOException {
        requireAbsolute(path);
        return files.find(path, follow);
    }

    private static void requireAbsolute(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not an absolute path: " + path);
        }
    }

    private static String joined(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("reading was cancelled");
        }
    }

    private static <T> Read<T> refusal(String path, IOException e) throws InterruptedException {
        return switch (e) {
            case ClosedByInterruptException _ -> throw new InterruptedException("reading " + path + " was cancelled");
            case NoSuchFileException _, NotDirectoryException _ -> refused(path, Refusal.Why.ABSENT, "not there");
            case AccessDeniedException _ -> refused(path, Refusal.Why.DENIED, "permission denied");
            case FileSystemException f ->
                refused(
                        path,
                        Refusal.Why.DENIED,
                        String.valueOf(f.getReason() == null ? f.getMessage() : f.getReason()));
            default -> refused(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage()));
        };
    }

    private static <T> Read<T> refused(String path, Refusal.Why why, String detail) {
        return new Read.Refused<>(new Refusal(path, why, detail));
    }
}
