package org.cairn.app.exchange;

/// A card or a bundle is not as it should be. The message says where and why.
public final class MalformedBundle extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedBundle(String message) {
        super(message);
    }

    static MalformedBundle at(long offset, String problem) {
        return new MalformedBundle("byte " + offset + ": " + problem);
    }
}
