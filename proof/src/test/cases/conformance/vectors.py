#!/usr/bin/env python3
"""Computes vectors.json from the documents alone, without a line of the project's code.

RFC 6962/9162 by their recursive definitions; C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof; DSSE 1.0.2.
Needs the package cryptography, 47 or newer (ML-DSA). Keys come from fixed seeds; ML-DSA signatures are randomised, so that a second run
differs in them alone.

    python3 vectors.py > vectors.json
"""

import base64
import hashlib
import json
import struct
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, mldsa

ORIGIN = "example.org/vectors"
TIME = 1767225600


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode()


# RFC 9162 section 2.1


def leaf(entry):
    return sha256(b"\0" + entry)


def split(size):
    k = 1
    while 2 * k < size:
        k *= 2
    return k


def root(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return sha256(b"\1" + root(leaves[:k]) + root(leaves[k:]))


def inclusion(m, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return inclusion(m, leaves[:k]) + [root(leaves[k:])]
    return inclusion(m - k, leaves[k:]) + [root(leaves[:k])]


def subproof(m, leaves, whole):
    if m == len(leaves):
        return [] if whole else [root(leaves)]
    k = split(len(leaves))
    if m <= k:
        return subproof(m, leaves[:k], whole) + [root(leaves[k:])]
    return subproof(m - k, leaves[k:], False) + [root(leaves[:k])]


def consistency(m, leaves):
    return [] if m in (0, len(leaves)) else subproof(m, leaves, True)


# C2SP signed-note, tlog-checkpoint, tlog-cosignature


class Key:
    def __init__(self, name, kind, seed):
        self.name, self.kind = name, kind
        if kind == 6:
            self.private = mldsa.MLDSA44PrivateKey.from_seed_bytes(seed)
        else:
            self.private = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self.private.public_key().public_bytes_raw()
        self.hash = sha256(name.encode() + b"\n" + bytes([kind]) + self.public)[:4]

    def vkey(self):
        return f"{self.name}+{self.hash.hex()}+{b64(bytes([self.kind]) + self.public)}"

    def line(self, text, time=TIME):
        if self.kind == 1:
            signature = self.private.sign(text.encode())
        elif self.kind == 4:
            signature = struct.pack(">Q", time) + self.private.sign(f"cosignature/v1\ntime {time}\n{text}".encode())
        else:
            origin, size, encoded = text.split("\n")[:3]
            message = b"subtree/v1\n\0" + bytes([len(self.name)]) + self.name.encode() + struct.pack(">Q", time)
            message += bytes([len(origin)]) + origin.encode() + struct.pack(">QQ", 0, int(size)) + base64.b64decode(encoded)
            signature = struct.pack(">Q", time) + self.private.sign(message)
        return f"\u2014 {self.name} {b64(self.hash + signature)}\n"


def checkpoint(leaves):
    return f"{ORIGIN}\n{len(leaves)}\n{b64(root(leaves))}\n"


def notes():
    keys = [Key(ORIGIN, 1, bytes([1] * 32)), Key("witness.example/w", 4, bytes([4] * 32)), Key(ORIGIN, 6, bytes([6] * 32))]
    text = checkpoint([leaf(b"entry %d" % i) for i in range(300)])
    note = text + "\n" + "".join(key.line(text) for key in keys)
    for key in keys:
        line = key.line(text)
        other = Key(key.name, key.kind, bytes([99] * 32))
        unsigned = key.line(text, 0) if key.kind != 1 else line
        raw = base64.b64decode(line.split(" ")[2])
        moved = raw[:4] + struct.pack(">Q", TIME + 1) + raw[12:]
        flipped = raw[:-1] + bytes([raw[-1] ^ 1])

        def with_raw(changed):
            return text + f"\n\u2014 {key.name} {b64(changed)}\n"

        cases = {
            "as signed": (note, True),
            "its line alone": (text + "\n" + line, True),
            "no time, or none stated": (text + "\n" + unsigned, True),
            "another size": (note.replace("\n300\n", "\n301\n"), False),
            "another root": (note.replace(b64(root([leaf(b"entry %d" % i) for i in range(300)])), b64(sha256(b"x"))), False),
            "another origin": (note.replace(ORIGIN + "\n300", ORIGIN + "s\n300"), False),
            "a bit of the signature": (with_raw(flipped), False),
            "a signature cut short": (with_raw(raw[:-1]), False),
            "a signature made longer": (with_raw(raw + b"\0"), False),
            "another key's line": (text + "\n" + other.line(text), False),
            "a good line and a bad one": (text + "\n" + line + f"\u2014 {key.name} {b64(flipped)}\n", False),
        }
        if key.kind != 1:
            cases["another time"] = (with_raw(moved), False)
        for name, (case, verifies) in cases.items():
            yield {"kind": "note", "name": f"type {key.kind}, {name}", "key": key.vkey(), "note": case, "verifies": verifies}


# C2SP tlog-proof


def proofs():
    key = Key(ORIGIN, 1, bytes([1] * 32))
    for size in (1, 2, 3, 7, 8, 255, 256, 257, 300, 513):
        entries = [b"entry %d" % i for i in range(size)]
        leaves = [leaf(entry) for entry in entries]
        text = checkpoint(leaves)
        signed = text + "\n" + key.line(text)
        for index in sorted({0, size // 2, size - 1}):
            path = inclusion(index, leaves)

            def proof(at, hashes):
                return f"c2sp.org/tlog-proof@v1\nindex {at}\n" + "".join(b64(h) + "\n" for h in hashes) + "\n" + signed

            cases = {"as made": (proof(index, path), entries[index], True), "another entry": (proof(index, path), b"other", False)}
            cases["index beyond the tree"] = (proof(index + size, path), entries[index], False)
            cases["a hash more"] = (proof(index, path + [sha256(b"")]), entries[index], False)
            if path:
                cases["a hash less"] = (proof(index, path[:-1]), entries[index], False)
                cases["the first hash changed"] = (proof(index, [sha256(path[0])] + path[1:]), entries[index], False)
            if len(path) > 1:
                cases["two hashes swapped"] = (proof(index, [path[1], path[0]] + path[2:]), entries[index], False)
            for name, (case, entry, proves) in cases.items():
                yield {"kind": "proof", "name": f"{index} of {size}, {name}", "key": key.vkey(), "proof": case, "entry": entry.hex(), "proves": proves}


def consistencies():
    leaves = [leaf(b"entry %d" % i) for i in range(300)]
    for older, newer in ((0, 5), (1, 1), (1, 2), (3, 7), (4, 8), (6, 8), (255, 256), (256, 257), (100, 300), (256, 300), (299, 300)):
        path = consistency(older, leaves[:newer])
        cases = {"as made": (path, True), "a hash more": (path + [sha256(b"")], False)}
        if path:
            cases["a hash less"] = (path[:-1], False)
            cases["the last hash changed"] = (path[:-1] + [sha256(path[-1])], False)
        for name, (hashes, proves) in cases.items():
            yield {
                "kind": "consistency", "name": f"{older} to {newer}, {name}", "older": older, "newer": newer,
                "olderRoot": root(leaves[:older]).hex(), "newerRoot": root(leaves[:newer]).hex(),
                "path": [h.hex() for h in hashes], "proves": proves,
            }


# C2SP tlog-tiles


def tile_path(level, index, width):
    digits = [f"{index % 1000:03d}"]
    while index >= 1000:
        index //= 1000
        digits.insert(0, f"x{index % 1000:03d}")
    return f"tile/{level}/" + "/".join(digits) + (f".p/{width}" if width < 256 else "")


def logs():
    for size in (0, 1, 255, 256, 257, 700, 65536 + 300):
        entries = [b"entry %d" % i for i in range(size)]
        files = {}
        for n in range(0, size, 256):
            bundle = entries[n : n + 256]
            files[tile_path("entries", n // 256, len(bundle))] = b"".join(struct.pack(">H", len(e)) + e for e in bundle)
        hashes, level = [leaf(entry) for entry in entries], 0
        top = root(hashes)
        while hashes:
            for n in range(0, len(hashes), 256):
                files[tile_path(level, n // 256, len(hashes[n : n + 256]))] = b"".join(hashes[n : n + 256])
            hashes = [root(hashes[n : n + 256]) for n in range(0, len(hashes) // 256 * 256, 256)]
            level += 1
        all_files = sha256("".join(f"{name} {sha256(files[name]).hex()}\n" for name in sorted(files)).encode())
        few = {name: sha256(content).hex() for name, content in files.items()} if len(files) < 20 else {}
        yield {"kind": "log", "name": f"{size} entries", "size": size, "root": top.hex(), "files": few, "allFiles": all_files.hex()}


# DSSE 1.0.2


def pae(kind, body):
    return b"DSSEv1 %d %s %d %s" % (len(kind.encode()), kind.encode(), len(body), body)


def envelopes():
    private = ed25519.Ed25519PrivateKey.from_private_bytes(bytes([7] * 32))
    spki = private.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    bodies = {"text": b"hello world", "empty": b"", "binary": bytes(range(256)), "long": b"a" * 9000}
    for name, body in bodies.items():
        for kind in ("application/vnd.example+json", "t\u20acxt/\u00fc"):
            signature = private.sign(pae(kind, body))
            cases = {"as signed": (body, kind, signature, True), "type changed": (body, kind + "x", signature, False)}
            cases["payload changed"] = (body + b"!", kind, signature, False)
            cases["length moved from type to payload"] = (b" " + body, kind[:-1], signature, False)
            cases["payload signed without the encoding"] = (body, kind, private.sign(body), False)
            for what, (payload, shown, sig, verifies) in cases.items():
                envelope = {"payload": b64(payload), "payloadType": shown, "signatures": [{"keyid": sha256(spki).hex(), "sig": b64(sig)}]}
                yield {
                    "kind": "envelope", "name": f"{name}, {kind}, {what}", "spki": spki.hex(), "pae": pae(shown, payload).hex(),
                    "envelope": json.dumps(envelope, separators=(",", ":"), ensure_ascii=False), "verifies": verifies,
                }


def main():
    cases = [case for family in (notes, proofs, consistencies, logs, envelopes) for case in family()]
    sys.stdout.write("[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases) + "\n]\n")


main()
