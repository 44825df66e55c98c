package org.cairn.proof;

/// One signature line of a note.
/// @param keyHash   the four bytes that the format calls key ID, big-endian
/// @param signature what follows them: the signature, with a time stamp before it where the type has one
public record NoteSignature(String keyName, int keyHash, Bytes signature) {
    public NoteSignature {
        NoteText.requireKeyName(keyName);
    }
}
