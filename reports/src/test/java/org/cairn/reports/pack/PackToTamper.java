package org.cairn.reports.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.ledger.store.LedgerException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a real pack to be tampered with. It is written once for all classes that ask for it, since each changes
/// copies only, and removed after the last of them.
final class PackToTamper implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(PackToTamper.class);

    private record Written(Path folder, TamperedPack pack) implements AutoCloseable {
        static Written write() {
            try {
                Path folder = Files.createTempDirectory("cairn-tampered-");
                return new Written(folder, new TamperedPack(folder));
            } catch (Exception e) {
                throw new ParameterResolutionException("no pack could be written", e);
            }
        }

        @Override
        public void close() throws LedgerException, IOException {
            pack.close();
            for (Path each : deepestFirst()) {
                Files.delete(each);
            }
        }

        private List<Path> deepestFirst() throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.sorted(Comparator.reverseOrder()).toList();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TamperedPack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Written.class, _ -> Written.write(), Written.class)
                .pack();
    }
}
