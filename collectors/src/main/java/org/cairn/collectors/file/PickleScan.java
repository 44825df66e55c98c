package org.cairn.collectors.file;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.file.PickleStack.Value;

/// Finds what a pickle would import, by following its opcodes (protocols 0 to 5, CPython Lib/pickletools.py) without
/// ever
/// carrying one out.
/// @param imports  `module name`, in order of appearance; `?` for a part that the opcodes compute at run time
/// @param defect   why the scan could not read to the end; what was found before still counts
/// @param pickles  how many whole pickles there were, one after the other
record PickleScan(List<String> imports, Optional<String> defect, int pickles) {
    /// torch/serialization.py: the first pickle of the format before zip is this number; five pickles, then raw
    /// tensors.
    private static final String LEGACY_TORCH_MAGIC = "6cfc9c46f9206aa85019";

    private static final int LEGACY_TORCH_PICKLES = 5;
    private static final int TEXT_LIMIT = 1024;

    PickleScan {
        imports = List.copyOf(imports);
    }

    static PickleScan of(byte[] content) {
        Run run = new Run(content);
        try {
            run.all();
            return new PickleScan(List.copyOf(run.imports), Optional.empty(), run.pickles);
        } catch (MalformedPickle e) {
            return new PickleScan(List.copyOf(run.imports), Optional.of(String.valueOf(e.getMessage())), run.pickles);
        }
    }

    private static final class Run {
        private final PickleCursor in;
        private final Set<String> imports = new LinkedHashSet<>();
        private final boolean legacyTorch;
        private PickleStack stack = new PickleStack();
        private int pickles;

        Run(byte[] content) {
            in = new PickleCursor(content);
            // PROTO 2, LONG1 of ten bytes, the magic number, STOP
            String head = HexFormat.of().formatHex(content, 0, Math.min(content.length, 15));
            legacyTorch = head.equals("80028a0a" + LEGACY_TORCH_MAGIC + "2e");
        }

        void all() throws MalformedPickle {
            do {
                stack = new PickleStack();
                int opcode;
                do {
                    opcode = in.uint1();
                    step(opcode);
                } while (opcode != '.');
                pickles++;
            } while (!in.atEnd() && !(legacyTorch && pickles == LEGACY_TORCH_PICKLES));
        }

        private void step(int opcode) throws MalformedPickle {
            if (!constant(opcode) && !text(opcode) && !container(opcode) && !memory(opcode) && !call(opcode)) {
                throw new MalformedPickle("unknown opcode 0x%02x at byte %d".formatted(opcode, in.position() - 1));
            }
        }

        /// Numbers, bytes, flags: of no interest but for their length.
        private boolean constant(int opcode) throws MalformedPickle {
            switch (opcode) {
                case 'I', 'L', 'F', 'P' -> in.line();
                case 'J' -> in.skip(4);
                case 'K' -> in.skip(1);
                case 'M' -> in.skip(2);
                case 'G' -> in.skip(8);
                case 0x8a, 'C' -> in.skip(in.uint1());
                case 0x8b, 'B' -> in.skip(in.uint4());
                case 0x8e, 0x96 -> in.skip(in.int8());
                case 'N', 0x88, 0x89, 0x97, ']', ')', '}', 0x8f -> {}
                default -> {
                    return false;
                }
            }
            stack.push(PickleStack.OPAQUE);
            return true;
        }

        private boolean text(int opcode) throws MalformedPickle {
            switch (opcode) {
                case 'S' -> pushText(in.line().replaceAll("^['\"]|['\"]$", ""));
                case 'V' -> pushText(in.line());
                case 'T', 'X' -> pushText(in.text(in.uint4()));
                case 'U', 0x8c -> pushText(in.text(in.uint1()));
                case 0x8d -> pushText(in.text(in.int8()));
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void pushText(String text) throws MalformedPickle {
            stack.push(text.length() <= TEXT_LIMIT ? new Value.Text(text) : PickleStack.OPAQUE);
        }

        private boolean container(int opcode) throws MalformedPickle {
            switch (opcode) {
                case '(' -> stack.push(new Value.Mark());
                case 'a' -> stack.replace(2);
                case 's' -> stack.replace(3);
                case 'e', 'u', 0x90 -> {
                    stack.popToMark();
                    stack.replace(1);
                }
                case 'l', 't', 'd', 0x91 -> {
                    stack.popToMark();
                    stack.push(PickleStack.OPAQUE);
                }
                case 0x85 -> stack.replace(1);
                case 0x86 -> stack.replace(2);
                case 0x87 -> stack.replace(3);
                case 0x98 -> stack.replace(1);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean memory(int opcode) throws MalformedPickle {
            switch (opcode) {
                case '0', '.' -> stack.pop();
                case '1' -> stack.popToMark();
                case '2' -> stack.duplicate();
                case 'g' -> stack.recall(decimal(in.line()));
                case 'h' -> stack.recall(in.uint1());
                case 'j' -> stack.recall(in.uint4());
                case 'p' -> stack.memoize(decimal(in.line()));
                case 'q' -> stack.memoize(in.uint1());
                case 'r' -> stack.memoize(in.uint4());
                case 0x94 -> stack.memoizeNext();
                case 0x80 -> protocol(in.uint1());
                case 0x95 -> in.int8();
                default -> {
                    return false;
                }
            }
            return true;
        }

        /// What imports, and what calls the imported.
        private boolean call(int opcode) throws MalformedPickle {
            switch (opcode) {
                case 'c' -> {
                    found(in.line(), in.line());
                    stack.push(PickleStack.OPAQUE);
                }
                case 'i' -> {
                    found(in.line(), in.line());
                    stack.popToMark();
                    stack.push(PickleStack.OPAQUE);
                }
                case 0x93 -> {
                    Optional<String> name = stack.popText();
                    Optional<String> module = stack.popText();
                    found(module.orElse("?"), name.orElse("?"));
                    stack.push(PickleStack.OPAQUE);
                }
                case 'R', 0x81, 'b' -> stack.replace(2);
                case 0x92 -> stack.replace(3);
                case 'o' -> {
                    stack.popToMark();
                    stack.push(PickleStack.OPAQUE);
                }
                case 'Q' -> stack.replace(1);
                case 0x82 -> extension(in.uint1());
                case 0x83 -> extension(in.uint2());
                case 0x84 -> extension(in.uint4());
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void found(String module, String name) {
            imports.add(module + " " + name);
        }

        /// copyreg's extension registry maps a code to a name we cannot know.
        private void extension(long code) throws MalformedPickle {
            found("copyreg.extension", Long.toString(code));
            stack.push(PickleStack.OPAQUE);
        }

        private void protocol(int version) throws MalformedPickle {
            if (version > 5) {
                throw new MalformedPickle("protocol " + version + " is not known");
            }
        }

        private static long decimal(String line) throws MalformedPickle {
            if (!line.strip().matches("\\d{1,18}")) {
                throw new MalformedPickle("not a memo index: " + line);
            }
            return Long.parseLong(line.strip());
        }
    }
}
