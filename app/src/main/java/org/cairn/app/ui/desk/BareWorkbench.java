package org.cairn.app.ui.desk;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.Threads;

/// Without a workspace: work on files that somebody handed over.
public final class BareWorkbench implements Workbench {
    private final Threads threads;
    private final Texts kit = Texts.beside(Texts.class);

    public BareWorkbench(Threads threads) {
        this.threads = threads;
    }

    @Override
    public boolean editable() {
        return true;
    }

    @Override
    public <T> void ask(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        threads.background().execute(() -> run(work, done, failed));
    }

    @Override
    public <T> void change(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        ask(work, done, failed);
    }

    /// The top of a thread, so everything is caught here.
    private <T> void run(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        try {
            T result = work.call();
            threads.ui().execute(() -> done.accept(result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e, failed);
        } catch (Exception e) {
            failed(e, failed);
        }
    }

    private void failed(Exception e, Consumer<Problem> failed) {
        Problem why = Problem.of(e, kit);
        threads.ui().execute(() -> failed.accept(why));
    }
}
