package org.cairn.benchmarks.lists;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Looks at every frame after its layout. An action ends with the last frame that showed something else than the frame
/// before; that it was the last is known once nothing changed for a while, nothing says that it is under way, and the
/// process does no more work. An action that does not end in [#LONGEST_MILLIS] is told as such, and the next follows.
final class Watch {
    private static final long QUIET_MILLIS = 350;
    static final long LONGEST_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 25;
    /// Without any change, after which the window is at rest.
    private static final int QUIET_FRAMES = 5;
    /// Of processor time: what threads that wait take for looking whether there is work.
    private static final long IDLE_NANOS = 500_000;
    private static final double NANOS_A_MILLI = 1e6;

    private final Scene scene;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Object lock = new Object();
    private Picture last = new Picture(0, false);
    private boolean watching;
    private long began;
    private long firstChange;
    private long lastChange;
    private long progressAt;
    private long frame;
    private long longestGap;
    private Optional<Node> rows = Optional.empty();
    private Picture lastRows = new Picture(0, false);
    private long lastRowsChange;
    private int framesSince;
    private long processor;
    private long processorBegan;
    /// Processor time that looking itself took since then.
    private long looking;

    /// @param first    milliseconds to the first frame that shows something else
    /// @param rows     to the last one that changed the list which was asked; as `all` where no list was
    /// @param all      to the last one: from then on everything is there
    /// @param progress to the first frame that says that something is under way; negative where none does
    /// @param stall    the longest time without a frame
    /// @param busy     processor time of JavaFX's thread until then, without that of looking
    /// @param ended    whether it came to an end while somebody looked
    record Answered(double first, double rows, double all, double progress, double stall, double busy, boolean ended) {}

    private Watch(Scene scene) {
        this.scene = scene;
    }

    static Watch of(Scene scene) throws InterruptedException {
        Watch watch = new Watch(scene);
        watch.onWindow(() -> {
            scene.addPostLayoutPulseListener(watch::look);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    Platform.requestNextPulse();
                }
            }.start();
        });
        return watch;
    }

    /// Runs on JavaFX's thread and returns when it is done, or when that takes too long.
    /// @return whether it is done
    boolean onWindow(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        return done.await(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        synchronized (lock) {
            framesSince++;
            if (!watching) {
                return;
            }
            long now = System.nanoTime();
            longestGap = Math.max(longestGap, now - frame);
            frame = now;
            long before = threads.getCurrentThreadCpuTime();
            Picture picture = Picture.of(scene.getRoot());
            looking += threads.getCurrentThreadCpuTime() - before;
            if (picture.progress() && progressAt == 0) {
                progressAt = now;
            }
            boolean changed = picture.words() != last.words();
            last = picture;
            if (changed) {
                firstChange = firstChange == 0 ? now : firstChange;
                lastChange = now;
                processor = threads.getCurrentThreadCpuTime() - looking;
                framesSince = 0;
                rows.ifPresent(list -> lookAtRows(list, now));
            }
        }
    }

    private void lookAtRows(Node list, long now) {
        Picture picture = Picture.of(list);
        if (picture.words() != lastRows.words()) {
            lastRows = picture;
            lastRowsChange = now;
        }
    }

    /// Waits until everything before is over, acts as a person does, and waits until everything is there.
    /// @param asked the list whose rows are asked for
    Answered measure(Optional<? extends Node> asked, Runnable action) throws InterruptedException {
        settle();
        return measureAtOnce(asked, action);
    }

    /// As above, whatever is still under way.
    Answered measureAtOnce(Optional<? extends Node> asked, Runnable action) throws InterruptedException {
        boolean begun = onWindow(() -> {
            synchronized (lock) {
                last = Picture.of(scene.getRoot());
                rows = asked.map(each -> each);
                lastRows = asked.map(Picture::of).orElse(last);
                began = System.nanoTime();
                frame = began;
                firstChange = 0;
                lastChange = began;
                lastRowsChange = began;
                progressAt = 0;
                longestGap = 0;
                framesSince = 0;
                looking = 0;
                processorBegan = threads.getCurrentThreadCpuTime();
                processor = processorBegan;
                watching = true;
            }
            action.run();
        });
        boolean ended = begun && settle();
        synchronized (lock) {
            watching = false;
            return new Answered(
                    firstChange == 0 ? 0 : millis(firstChange),
                    millis(asked.isPresent() ? lastRowsChange : lastChange),
                    millis(lastChange),
                    progressAt == 0 ? -1 : millis(progressAt),
                    longestGap / NANOS_A_MILLI,
                    (processor - processorBegan) / NANOS_A_MILLI,
                    ended);
        }
    }

    private double millis(long at) {
        return (at - began) / NANOS_A_MILLI;
    }

    /// @return whether it came to rest in time
    boolean settle() throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        long before = backgroundNanos();
        long restless = System.nanoTime();
        synchronized (lock) {
            framesSince = 0;
        }
        while (System.nanoTime() < limit) {
            Thread.sleep(LOOK_MILLIS);
            long now = System.nanoTime();
            long used = backgroundNanos();
            if (used - before > IDLE_NANOS) {
                restless = now;
                before = used;
            }
            synchronized (lock) {
                long changed = watching ? Math.max(lastChange, restless) : restless;
                boolean waiting = watching && last.progress();
                if (!waiting
                        && framesSince >= QUIET_FRAMES
                        && now - changed > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Of the threads that carry the window's background work.
    private long backgroundNanos() {
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && isBackground(thread.getThreadName())) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    private static boolean isBackground(String thread) {
        return thread.startsWith("ForkJoinPool-") || thread.startsWith("cairn-");
    }
}
