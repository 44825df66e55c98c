package org.cairn.collectors.host;

import java.util.Locale;

/// What the kernel knows a file by, whatever its names are.
/// @param device major and minor number in hexadecimal, as audit records write it, e.g. `fe:00`
public record FileIdentity(String device, long inode) {
    /// @param device `st_dev` of stat(2); its numbers are taken apart as makedev(3) puts them together
    static FileIdentity of(long device, long inode) {
        long major = device >>> 8 & 0xfff | device >>> 32 & ~0xfffL;
        long minor = device & 0xff | device >>> 12 & ~0xffL;
        return new FileIdentity(String.format(Locale.ROOT, "%02x:%02x", major, minor), inode);
    }
}
