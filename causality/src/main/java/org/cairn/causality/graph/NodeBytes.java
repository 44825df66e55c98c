package org.cairn.causality.graph;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.function.ToIntFunction;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.FileNode.Inode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.proof.Bytes;

/// Writes what makes a node itself into some ten to twenty bytes, and reads it back. A byte for its kind comes first.
final class NodeBytes {
    private static final int PROCESS = 0;
    private static final int STORED = 1;
    private static final int RESOLVED = 2;
    private static final int UNRESOLVED = 3;
    private static final int INET = 4;
    private static final int LOCAL = 5;
    private static final int OTHER = 6;

    private final Texts texts;
    private final ToIntFunction<String> numbers;
    private final Encoding word = new Encoding();

    private NodeBytes(Texts texts, ToIntFunction<String> numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /// Takes down every text it meets.
    static NodeBytes writing(Texts texts) {
        return new NodeBytes(texts, texts::number);
    }

    /// Changes nothing: a text that was never met gets a number that none has.
    static NodeBytes asking(Texts texts) {
        return new NodeBytes(texts, text -> texts.known(text).orElse(texts.size()));
    }

    /// Valid until the next call.
    Encoding of(Node node) {
        word.clear();
        return switch (node) {
            case ProcessNode(String host, long pid, Moment since, int image) ->
                moment(head(PROCESS, host).addNumber(pid), since).addNumber(image);
            case FileNode(String host, FileNode.Stored(Inode inode, int generation)) ->
                inode(head(STORED, host), inode).addNumber(generation);
            case FileNode(String host, FileNode.Named(FilePath.Resolved(String path))) ->
                head(RESOLVED, host).addNumber(numbers.applyAsInt(path));
            case FileNode(String host, FileNode.Named(FilePath.Unresolved(String path))) ->
                head(UNRESOLVED, host).addNumber(numbers.applyAsInt(path));
            case SocketNode(String host, Endpoint endpoint, long connection) ->
                endpoint(host, endpoint).addNumber(connection);
        };
    }

    /// What makes a file itself, whatever became of its number. Valid until the next call.
    Encoding of(String host, Inode inode) {
        return inode(word.clear().addNumber(numbers.applyAsInt(host)), inode);
    }

    /// Valid until the next call.
    Encoding of(String host, Endpoint endpoint) {
        word.clear();
        return endpoint(host, endpoint);
    }

    private Encoding head(int kind, String host) {
        return word.addByte(kind).addNumber(numbers.applyAsInt(host));
    }

    static Encoding moment(Encoding to, Moment moment) {
        return to.addNumber(moment.time().getEpochSecond())
                .addNumber(moment.time().getLong(ChronoField.NANO_OF_SECOND))
                .addNumber(moment.serial());
    }

    static Moment moment(ByteColumn.Cursor from) {
        return new Moment(Instant.ofEpochSecond(from.number(), from.number()), from.number());
    }

    private Encoding inode(Encoding to, Inode inode) {
        return to.addNumber(numbers.applyAsInt(inode.device())).addNumber(inode.number());
    }

    private Encoding endpoint(String host, Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Inet(Bytes address, int port) -> {
                head(INET, host).addByte(address.size());
                for (int i = 0; i < address.size(); i++) {
                    word.addByte(address.at(i));
                }
                yield word.addNumber(port);
            }
            case Endpoint.Local(String path) -> head(LOCAL, host).addNumber(numbers.applyAsInt(path));
            case Endpoint.Other(int family) -> head(OTHER, host).addNumber(family);
        };
    }

    Node node(ByteColumn.Cursor from) {
        int kind = from.next();
        String host = text(from);
        return switch (kind) {
            case PROCESS -> new ProcessNode(host, from.number(), moment(from), (int) from.number());
            case STORED ->
                new FileNode(host, new FileNode.Stored(new Inode(text(from), from.number()), (int) from.number()));
            case RESOLVED -> new FileNode(host, new FileNode.Named(new FilePath.Resolved(text(from))));
            case UNRESOLVED -> new FileNode(host, new FileNode.Named(new FilePath.Unresolved(text(from))));
            case INET -> new SocketNode(host, inet(from), from.number());
            case LOCAL -> new SocketNode(host, new Endpoint.Local(text(from)), from.number());
            case OTHER -> new SocketNode(host, new Endpoint.Other((int) from.number()), from.number());
            default -> throw new IllegalStateException("a node of kind " + kind);
        };
    }

    private static Endpoint inet(ByteColumn.Cursor from) {
        byte[] address = new byte[from.next()];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) from.next();
        }
        return new Endpoint.Inet(Bytes.copyOf(address), (int) from.number());
    }

    private String text(ByteColumn.Cursor from) {
        return texts.text((int) from.number());
    }
}
