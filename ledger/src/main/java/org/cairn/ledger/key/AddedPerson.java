package org.cairn.ledger.key;

/// A person just added, who is not enrolled in the ledger yet.
/// @param person what others may know
/// @param signer signs as the new person, so that the enrolment can show that they hold the key; good until closed
public record AddedPerson(Person person, EntrySigner signer, Runnable wipe) implements AutoCloseable {
    @Override
    public void close() {
        wipe.run();
    }
}
