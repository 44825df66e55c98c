package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A reader should be able to hold one class in mind: a file of more than 500 lines or a method of more than 60 fails.
class SourceSizeTest {
    private static final int MOST_LINES_OF_A_FILE = 500;
    private static final int MOST_LINES_OF_A_METHOD = 60;

    @Test
    void filesAndMethodsStaySmall() throws IOException {
        List<Path> sources = productSources();
        assertTrue(
                sources.size() > 100,
                "only " + sources.size() + " sources were found: the walk looks at the wrong place");
        List<String> tooLarge = new ArrayList<>();
        for (Path source : sources) {
            long lines = Files.readAllLines(source).size();
            if (lines > MOST_LINES_OF_A_FILE) {
                tooLarge.add(source + ": " + lines + " lines");
            }
        }
        tooLarge.addAll(methodsAbove(sources));
        assertEquals(List.of(), tooLarge);
    }

    private static List<Path> productSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."), 20)) {
            return files.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> p.toString().contains("/src/main/java/"))
                    .toList();
        }
    }

    private static List<String> methodsAbove(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class MethodLengths extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;
        private String type = "";

        private MethodLengths(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
            String outer = type;
            type = node.getSimpleName().toString();
            super.visitClass(node, null);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void nothing) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, node));
            if (last - first + 1 > MOST_LINES_OF_A_METHOD) {
                found.add(unit.getSourceFile().getName() + ": " + type + "." + node.getName() + " has "
                        + (last - first + 1) + " lines");
            }
            return super.visitMethod(node, null);
        }
    }
}
