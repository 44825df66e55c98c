package org.cairn.causality;

/// Takes activities in the order of their moments, as nearly as the source's window allows.
@FunctionalInterface
public interface ActivitySink {
    void accept(Activity activity);
}
