package org.cairn.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.cairn.proof.Bytes;
import org.cairn.proof.SignedNote;

/// The one thread that writes. Appends that wait at the same time are written and forced together (group
/// commit), then each is answered. A thread of its own also keeps interrupts of callers away from the files,
/// since an interrupt closes a channel.
final class Committer {
    /// Entries written together at most; more wait for the next round.
    private static final int GROUP_LIMIT = 4096;

    private final LedgerWriter writer;
    private final LedgerState state;
    private final Admission admission;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean closing;

    private sealed interface Task {
        record Append(List<Bytes> entries, CompletableFuture<Long> firstIndex) implements Task {}

        record Seal(CompletableFuture<SignedNote> note) implements Task {}

        record Close(CompletableFuture<Boolean> done) implements Task {}
    }

    Committer(LedgerWriter writer, LedgerState state, Admission admission) {
        this.writer = writer;
        this.state = state;
        this.admission = admission;
        this.thread = Thread.ofPlatform().name("ledger-committer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Durable on return.
    /// @return the index of the first entry; the others follow it without a gap
    long append(List<Bytes> entries) throws LedgerException {
        CompletableFuture<Long> firstIndex = new CompletableFuture<>();
        submit(new Task.Append(entries, firstIndex));
        return await(firstIndex);
    }

    SignedNote checkpoint() throws LedgerException {
        CompletableFuture<SignedNote> note = new CompletableFuture<>();
        submit(new Task.Seal(note));
        return await(note);
    }

    /// Writes what was asked before, then closes the writer. Later calls do nothing.
    void close() throws LedgerException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        synchronized (this) {
            if (closing) {
                return;
            }
            queue.add(new Task.Close(done));
            closing = true;
        }
        await(done);
    }

    private synchronized void submit(Task task) {
        if (closing) {
            throw new IllegalStateException("the ledger is closed");
        }
        queue.add(task);
    }

    private static <T> T await(CompletableFuture<T> answer) throws LedgerException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerException refused) {
                throw refused;
            }
            throw new IllegalStateException("the ledger's writing thread failed", e.getCause());
        }
    }

    private void run() {
        boolean open = true;
        while (open) {
            List<Task> round = new ArrayList<>();
            round.add(takeNext());
            queue.drainTo(round);
            open = carryOut(round);
        }
    }

    private Task takeNext() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException _) {
                // nobody else knows this thread: it ends with Close
            }
        }
    }

    /// False once the ledger was closed.
    private boolean carryOut(List<Task> round) {
        List<Task.Append> group = new ArrayList<>();
        int waiting = 0;
        boolean open = true;
        for (Task task : round) {
            switch (task) {
                case Task.Append append -> {
                    group.add(append);
                    waiting += append.entries.size();
                    if (waiting >= GROUP_LIMIT) {
                        commit(group);
                        waiting = 0;
                    }
                }
                case Task.Seal(CompletableFuture<SignedNote> note) -> {
                    commit(group);
                    answer(note, writer::checkpoint);
                }
                case Task.Close(CompletableFuture<Boolean> done) -> {
                    commit(group);
                    answer(done, this::closeWriter);
                    open = false;
                }
            }
        }
        commit(group);
        return open;
    }

    /// Writes what the group's admission lets through, answers each of its tasks and empties it.
    private void commit(List<Task.Append> group) {
        long first = state.size();
        List<Task.Append> admitted = new ArrayList<>();
        try {
            admit(group, first, admitted);
            if (!admitted.isEmpty()) {
                writer.append(entriesOf(admitted));
                answerRecorded(admitted, first);
            }
        } catch (LedgerException | RuntimeException e) {
            if (e instanceof RuntimeException) {
                state.stop("an error of the program interrupted an append (" + e + ")");
            }
            answerRecorded(admitted, first);
            answerHalfRecorded(admitted, first, e);
            group.forEach(append -> append.firstIndex.completeExceptionally(e));
        } finally {
            admission.settled(state.size());
        }
        group.clear();
    }

    /// In order, and all entries of a task or none: one that is refused is answered here and holds up no other.
    private void admit(List<Task.Append> group, long first, List<Task.Append> admitted) {
        long next = first;
        for (Task.Append append : group) {
            Optional<String> refusal = admission.refusal(next, append.entries);
            if (refusal.isPresent()) {
                append.firstIndex.completeExceptionally(new EntryRefused("entry " + next, refusal.get()));
            } else {
                admitted.add(append);
                next += append.entries.size();
            }
        }
    }

    private void answerRecorded(List<Task.Append> group, long firstOfGroup) {
        long first = firstOfGroup;
        for (Task.Append append : group) {
            long end = first + append.entries.size();
            if (end <= state.size()) {
                append.firstIndex.complete(first);
            }
            first = end;
        }
    }

    private void answerHalfRecorded(List<Task.Append> group, long firstOfGroup, Exception reason) {
        long first = firstOfGroup;
        for (Task.Append append : group) {
            long end = first + append.entries.size();
            if (first < state.size() && state.size() < end) {
                append.firstIndex.completeExceptionally(new LedgerException(
                        "entries " + first + " to " + (end - 1),
                        "only those before entry " + state.size() + " could be recorded",
                        "The reason: " + reason.getMessage(),
                        reason));
            }
            first = end;
        }
    }

    private static List<Bytes> entriesOf(List<Task.Append> group) {
        return group.stream().flatMap(append -> append.entries.stream()).toList();
    }

    private boolean closeWriter() throws LedgerException {
        writer.close();
        return true;
    }

    private interface Step<T> {
        T take() throws LedgerException;
    }

    private static <T> void answer(CompletableFuture<T> answer, Step<T> step) {
        try {
            answer.complete(step.take());
        } catch (LedgerException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}
