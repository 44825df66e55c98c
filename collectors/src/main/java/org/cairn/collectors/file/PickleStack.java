package org.cairn.collectors.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stack and memo of a pickle, as far as they decide which names it imports: texts are kept, everything else is
/// opaque. Nothing is ever built or called.
final class PickleStack {
    /// What lies on the stack.
    sealed interface Value {
        record Text(String text) implements Value {}

        record Opaque() implements Value {}

        record Mark() implements Value {}
    }

    static final Value OPAQUE = new Value.Opaque();
    private static final int SIZE_LIMIT = 2_000_000;

    private final List<Value> stack = new ArrayList<>();
    private final Map<Long, Value> memo = new HashMap<>();

    void push(Value value) throws MalformedPickle {
        if (stack.size() >= SIZE_LIMIT) {
            throw new MalformedPickle("a stack deeper than " + SIZE_LIMIT);
        }
        stack.add(value);
    }

    Value pop() throws MalformedPickle {
        if (stack.isEmpty()) {
            throw new MalformedPickle("takes a value from an empty stack");
        }
        return stack.removeLast();
    }

    void popToMark() throws MalformedPickle {
        Value taken;
        do {
            taken = pop();
        } while (!(taken instanceof Value.Mark));
    }

    /// `pops` values are replaced by an opaque one.
    void replace(int pops) throws MalformedPickle {
        for (int i = 0; i < pops; i++) {
            pop();
        }
        push(OPAQUE);
    }

    void duplicate() throws MalformedPickle {
        Value top = pop();
        push(top);
        push(top);
    }

    void memoize(long index) throws MalformedPickle {
        Value top = pop();
        push(top);
        if (memo.size() >= SIZE_LIMIT) {
            throw new MalformedPickle("a memo larger than " + SIZE_LIMIT);
        }
        memo.put(index, top);
    }

    void memoizeNext() throws MalformedPickle {
        memoize(memo.size());
    }

    void recall(long index) throws MalformedPickle {
        Value value = memo.get(index);
        if (value == null) {
            throw new MalformedPickle("recalls memo " + index + ", which was never set");
        }
        push(value);
    }

    /// The text on top, taken; empty if it is something else.
    Optional<String> popText() throws MalformedPickle {
        return pop() instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    }
}
