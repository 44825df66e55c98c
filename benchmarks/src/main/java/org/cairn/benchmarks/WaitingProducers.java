package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.proof.Bytes;

/// The simplest group commit: producers hand their bytes to one thread through a queue of the JDK and wait; that thread
/// writes what has come together into one file that has its size already, forces it once and answers all of them. No
/// tree, no checksum, no proof.
record WaitingProducers(Path folder, int entrySizeBytes) {
    private record Asked(Bytes entry, CompletableFuture<Integer> written) {}

    int appendAll(int writers, int each) throws Exception {
        Path file = Files.createTempFile(folder, "waiting", ".log");
        Files.write(file, new byte[writers * each * entrySizeBytes]);
        BlockingQueue<Asked> queue = new ArrayBlockingQueue<>(writers);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            channel.force(true);
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int first = writer * each;
                running.add(pool.submit(() -> append(queue, first, each)));
            }
            int written = write(queue, channel, writers, writers * each);
            for (Future<?> writer : running) {
                writer.get();
            }
            return written;
        }
    }

    private static Integer append(BlockingQueue<Asked> queue, int first, int count) throws Exception {
        int place = 0;
        for (int i = first; i < first + count; i++) {
            Asked asked = new Asked(DurableAppends.entry(i), new CompletableFuture<>());
            queue.put(asked);
            place = asked.written().get();
        }
        return place;
    }

    private int write(BlockingQueue<Asked> queue, FileChannel channel, int most, int total)
            throws IOException, InterruptedException {
        List<Asked> together = new ArrayList<>();
        int written = 0;
        while (written < total) {
            together.add(queue.take());
            queue.drainTo(together, most - 1);
            ByteBuffer group = ByteBuffer.allocate(together.size() * entrySizeBytes);
            together.forEach(asked -> group.put(asked.entry().asByteBuffer()));
            channel.write(group.flip());
            channel.force(false);
            for (Asked asked : together) {
                asked.written().complete(written++);
            }
            together.clear();
        }
        return written;
    }
}
